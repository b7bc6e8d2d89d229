using System.Buffers;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>A line without what changes from run to run: numbers, hashes, durations, dates, folders.</summary>
internal static class LineTemplate
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\"'`()[]{}<>,;=@");

    /// <summary>FNV-1a of the template. Equal templates have equal hashes, in every process.</summary>
    public static ulong Hash(ReadOnlySpan<char> line, ulong seed = Offset)
    {
        var hash = seed;
        while (!line.IsEmpty)
        {
            var end = IndexOfBreak(line);
            if (end > 0)
                hash = HashToken(hash, line[..end]);
            if (end < line.Length)
                hash = Add(hash, line[end]);
            line = line[Math.Min(end + 1, line.Length)..];
        }

        return hash;
    }

    private static int IndexOfBreak(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(Breaks);
        return end < 0 ? line.Length : end;
    }

    private static ulong HashToken(ulong hash, ReadOnlySpan<char> token)
    {
        var slash = token.LastIndexOfAny('/', '\\');
        if (slash >= 0 && slash < token.Length - 1)
        {
            hash = Add(hash, '/');
            token = token[(slash + 1)..];
        }

        if (IsHash(token))
            return Add(hash, '#');
        for (var i = 0; i < token.Length; i++)
        {
            if (!char.IsAsciiDigit(token[i]))
            {
                hash = Add(hash, token[i]);
                continue;
            }

            hash = Add(hash, '#');
            i += NumberLength(token[i..]) - 1;
        }

        return hash;
    }

    // 12, 12.5, 12:30:01, 2024-05-22, 1.5s, 350ms are one number each.
    private static int NumberLength(ReadOnlySpan<char> token)
    {
        var i = 0;
        while (i < token.Length && (char.IsAsciiDigit(token[i]) || (token[i] is '.' or ':' or '-' && i + 1 < token.Length && char.IsAsciiDigit(token[i + 1]))))
            i++;
        var unit = token[i..];
        return unit is "s" or "ms" or "m" or "h" or "us" or "ns" ? token.Length : i;
    }

    private static bool IsHash(ReadOnlySpan<char> token)
    {
        if (token.Length < 7)
            return false;
        var digits = 0;
        foreach (var c in token)
        {
            if (!char.IsAsciiHexDigit(c) && c != '-')
                return false;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits > 0;
    }

    private static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;
}
