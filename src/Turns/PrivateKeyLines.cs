namespace GitAIOps.Turns;

/// <summary>Follows private keys over the lines of a stream, since their middle lines look like nothing.</summary>
/// <remarks>Mutable: one for each stream. A key that never ends stops masking after 200 lines (a 16,384-bit key has some 200).</remarks>
public struct PrivateKeyLines
{
    private const int LongestKey = 200;
    private int _left;

    /// <summary>Whether a key goes on after the last line seen.</summary>
    public readonly bool IsInside => _left > 0;

    /// <summary>Takes the next line.</summary>
    /// <returns>Whether it is a part of a key, and must be replaced as a whole.</returns>
    public bool Take(ReadOnlySpan<char> line)
    {
        var begins = line.LastIndexOf("-----BEGIN ", StringComparison.Ordinal);
        if (begins >= 0 && line[begins..].Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            _left = line[begins..].Contains("-----END ", StringComparison.Ordinal) ? 0 : LongestKey;
            return true;
        }

        if (_left == 0)
            return false;
        _left = line.Contains("-----END ", StringComparison.Ordinal) ? 0 : _left - 1;
        return true;
    }

    /// <summary>The next line as it may be shown.</summary>
    public string Mask(string line) => Take(line) ? Redaction.PrivateKeyMask : Redaction.Mask(line);
}
