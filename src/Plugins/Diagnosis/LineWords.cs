using System.Text.RegularExpressions;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>A cleaned line as matchers see it: without its time stamp, and without codes that some runner wrote out as text.</summary>
internal static partial class LineWords
{
    public static string Of(string line)
    {
        var words = line[LineStamp.Length(line)..];
        return words.Contains("^[[", StringComparison.Ordinal) ? CodesAsText().Replace(words, "") : words;
    }

    // cat -v shows the escape character so.
    [GeneratedRegex(@"\^\[\[[0-9;]*[A-Za-z]")]
    private static partial Regex CodesAsText();
}
