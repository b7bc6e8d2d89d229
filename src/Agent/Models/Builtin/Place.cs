using System.Globalization;
using System.Text.RegularExpressions;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>A place in the last list: "the second one", "9th", "#2".</summary>
/// <param name="Index">From 0; -1 for the last.</param>
/// <param name="Words">As said.</param>
/// <param name="IsPlain">Whether a list must be meant: "the second one", "the third job".</param>
internal sealed partial record Place(int Index, string Words, bool IsPlain)
{
    private const string Ordinals =
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
        + "fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth";

    private static readonly string[] Names = Ordinals.Split('|');

    /// <summary>Null where the words name none.</summary>
    public static Place? In(string text, Focus focus)
    {
        var said = Said().Match(text);
        if (said.Success)
        {
            var word = said.Groups["v"].Value.ToLowerInvariant();
            return new(Number(word) - 1, said.Value, word != "last" && said.Groups["noun"].Success);
        }

        // "#2" is a place where a list has so many, and an id elsewhere.
        var hash = Hash().Match(text);
        return hash.Success
            && int.TryParse(hash.Groups["v"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= focus.Listed.Count
            && !focus.Listed.Any(entry => entry.Id == number)
            ? new(number - 1, hash.Value, IsPlain: true)
            : null;
    }

    /// <summary>What stands there; null where the list is shorter.</summary>
    public Listed? Of(IReadOnlyList<Listed> list) =>
        (Index < 0 ? list.Count - 1 : Index) is var at && at >= 0 && at < list.Count ? list[at] : null;

    private static int Number(string word) =>
        word == "last" ? 0
        : char.IsAsciiDigit(word[0]) ? int.Parse(word[..^2], CultureInfo.InvariantCulture)
        : Array.IndexOf(Names, word) + 1;

    [GeneratedRegex(
        @"\b(?<v>last|" + Ordinals + @"|[1-9]\d?(?:st|nd|rd|th))\b"
        + @"(?!\s+(?:run|week|night|days?|month|time|try|attempt)\b)(?<!\b(?:first|last)(?=\s+(?:failed|pipeline)\b))"
        + @"(?:\s+(?<noun>one|job|pipeline|merge request|mr)\b)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"(?<!\w)#(?<v>\d{1,2})\b")]
    private static partial Regex Hash();
}
