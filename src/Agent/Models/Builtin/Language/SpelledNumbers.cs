using System.Globalization;
using System.Text.RegularExpressions;

namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>Numbers in words behind what they number: "pipeline forty-two", up to ninety-nine.</summary>
internal static partial class SpelledNumbers
{
    private const string Small =
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
        + "eighteen|nineteen";

    private const string Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private static readonly string[] SmallNames = Small.Split('|');
    private static readonly string[] TensNames = Tens.Split('|');

    public static string ToDigits(string text) =>
        Spelled().Replace(text, match => Value(match).ToString(CultureInfo.InvariantCulture));

    // A part that was not said counts nothing.
    private static int Value(Match match)
    {
        var tens = Array.IndexOf(TensNames, match.Groups["tens"].Value.ToLowerInvariant());
        var ones = Array.IndexOf(SmallNames, match.Groups["ones"].Value.ToLowerInvariant());
        return (tens < 0 ? 0 : (tens + 2) * 10) + ones + 1;
    }

    [GeneratedRegex(
        @"(?<=\b(?:pipeline|job|build|mr|merge request)\s+(?:number\s+)?)"
        + "(?:(?<tens>" + Tens + @")(?:[\s-]+(?<ones>one|two|three|four|five|six|seven|eight|nine))?|(?<ones>" + Small + "))"
        + @"\b(?!-|\s+(?:more|of|times?|seconds?|minutes?|hours?|days?|weeks?|months?|jobs?|pipelines?|tests?)\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Spelled();
}
