using System.Text.RegularExpressions;
using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Ranking;
using GitAIOps.Plugins.Diagnosis.Reading;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis.Causes;

/// <summary>
/// A cause in one line: the kind of failure, then what the telling line says by its fields, secrets masked.
/// </summary>
internal static partial class CauseTitle
{
    private const int Longest = 160;
    private const int LongestMessage = 110;
    private const int LongestTest = 100;
    private const int ShortestClause = 30;

    public static string Of(Cause cause, Candidate? lead)
    {
        if (lead is null || lead.MatcherNumber < 0)
            return cause.Title;
        var words = LineWords.Of(Redaction.Mask(lead.Text));
        var fields = MatcherTable.Pattern(lead.MatcherNumber).Match(words).Groups;
        var test = lead.Test ?? Field(fields, "test");
        var message = lead.Message ?? Field(fields, "message") ?? (test is null ? words : null);
        string?[] parts = [cause.Title, Test(test), Message(cause, message)];
        var title = string.Join(": ", parts.Where(static part => !string.IsNullOrEmpty(part)));
        return Shorten(title + Place(fields), Longest);
    }

    /// <summary>At most so many characters, cut between words.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most - 1);
        return string.Concat(text.AsSpan(0, end > most / 2 ? end : most - 1).TrimEnd(" ,;:-"), "…");
    }

    /// <summary>A test's name without its folders or namespace, and without its arguments when they are long.</summary>
    internal static string? Test(string? name)
    {
        if (name is null)
            return null;
        var arguments = name.AsSpan().IndexOfAny('(', '[');
        var path = arguments > 0 ? name[..arguments] : name;
        var rest = arguments > 0 && name.Length - arguments <= LongestTest / 2 ? name[arguments..] : "";
        if (path.Contains("::", StringComparison.Ordinal))
            return Shorten(LastParts(path[(path.LastIndexOf('/') + 1)..], "::") + rest, LongestTest);
        if (DottedName().IsMatch(path))
            path = LastParts(path, ".");
        return Shorten((path + rest).Trim(), LongestTest);
    }

    // The type and the method.
    private static string LastParts(string path, string separator) =>
        string.Join(separator, path.Split(separator).TakeLast(2));

    private static string? Message(Cause cause, string? said)
    {
        if (said is null)
            return null;
        var message = Spaces().Replace(Advice().Replace(Prefix().Replace(said, ""), ""), " ").Trim();
        if (message.EndsWith(']') && !message.Contains('[', StringComparison.Ordinal))
            message = message[..^1];
        message = message.TrimEnd(' ', '.', ':', ',');
        return message.Length < 3
            || cause.Title.Contains(message, StringComparison.OrdinalIgnoreCase) ? null : Clause(message);
    }

    // What is too long is cut after a sentence or a clause, if one ends early enough.
    private static string Clause(string message)
    {
        if (message.Length <= LongestMessage)
            return message;
        var ends = ClauseEnd().Matches(message[..LongestMessage]);
        var end = ends.LastOrDefault(static end => end.Index >= ShortestClause);
        return end is null
            ? Shorten(message, LongestMessage)
            : $"{message[..end.Index]}{(message[end.Index] == '.' ? "" : "…")}";
    }

    private static string Place(GroupCollection fields)
    {
        if (Field(fields, "file") is not { } file)
            return "";
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length is 0 or > 60 ? "" : Field(fields, "line") is { } line ? $" ({name}:{line})" : $" ({name})";
    }

    private static string? Field(GroupCollection fields, string name) =>
        fields[name] is { Success: true, Length: > 0 } field ? field.Value : null;

    [GeneratedRegex(@"^[A-Za-z_][\w`+<>]*(?:\.[A-Za-z_][\w`+<>,]*){2,}$")]
    private static partial Regex DottedName();

    // What loggers, runners and build tools put in front of every line; a second ERROR after it.
    [GeneratedRegex(
        @"^(?:\s+|\[?\d{4}-\d\d-\d\d[T ][\d:.,]+Z?(?:[+-]\d\d:?\d\d)?\]?"
        + @"|\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?|\[\w+\.?\w* \d\d:\d\d:\d\d\.\d+\]"
        + @"|#\d+ (?:\d+\.\d+ )?|##\[error\]|make(?:\[\d+\])?: |\*{3} |npm (?:ERR!|error)(?=\s)"
        + @"|\[?(?:ERROR|FATAL|SEVERE|Error|error|fatal)\]?(?::|(?<=\])|(?=\s+\[))\s*)+")]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"(?:[.,;]? (?:Check|See|[Ff]or more information,? see|[Vv]isit) )?\(?https?://[^\s'"")]+\)?(?: for (?:more )?\w+)?\s*$"
        + @"|\.\s+Stop\.$|\s*\(\w+\.go:\d+:\d+s\)$")]
    private static partial Regex Advice();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\.(?= [A-Z])|[,;](?= )| (?=and |\()")]
    private static partial Regex ClauseEnd();
}
