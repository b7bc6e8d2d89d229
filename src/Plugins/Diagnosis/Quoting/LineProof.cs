using GitAIOps.Plugins.Diagnosis.Reading;

namespace GitAIOps.Plugins.Diagnosis.Quoting;

/// <summary>What a line of the log must hash to, made of its bytes apart from how the quote is made.</summary>
/// <remarks>So that a log that can be read only once is quoted truly as well. FNV-1a, 64 bits.</remarks>
internal static class LineProof
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Of a line as it came; goes by <see cref="LineCleaner.Clean(ReadOnlySpan{byte})"/>.</summary>
    public static ulong Of(ReadOnlySpan<byte> raw) => Hash(LineCleaner.Clean(raw));

    /// <summary>Whether a line, not masked yet, is what was read at its number.</summary>
    public static bool Holds(LogLine line) => line.Proof == Hash(line.Text);

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var letter in text)
            hash = (hash ^ letter) * Prime;
        return hash | 1;
    }
}
