using System.Text.RegularExpressions;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>
/// A cleaned line as matchers see it: without its time stamp, and without codes that some runner wrote out as text.
/// </summary>
/// <remarks>Of a long line the middle is left out, so that no pattern takes long.</remarks>
internal static partial class LineWords
{
    private const int HalfOfLongest = 2048;

    public static string Of(string line)
    {
        var words = line[LineStamp.Length(line)..];
        if (words.Length > HalfOfLongest * 2)
            words = string.Concat(words.AsSpan(0, HalfOfLongest), " … ", words.AsSpan(words.Length - HalfOfLongest));
        return words.Contains("^[[", StringComparison.Ordinal) ? CodesAsText().Replace(words, "") : words;
    }

    /// <summary>Whether nothing but a stamp and blanks is there.</summary>
    public static bool AreNone(string line) => line.AsSpan(LineStamp.Length(line)).IsWhiteSpace();

    // cat -v shows the escape character so.
    [GeneratedRegex(@"\^\[\[[0-9;]*[A-Za-z]")]
    private static partial Regex CodesAsText();
}
