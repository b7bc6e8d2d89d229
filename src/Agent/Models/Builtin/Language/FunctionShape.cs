using System.Text.RegularExpressions;

namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>A function as a heading of the phrases tells it: <c>[Remediation-retry(project?, job|pipeline)] changes: retry failed jobs</c>.</summary>
/// <param name="Name">As in <c>Remediation-retry</c>; a name without a dash is no function but a way not to act.</param>
/// <param name="Arguments">All argument names, in order.</param>
/// <param name="Required">Groups of which one must be given.</param>
/// <param name="Changes">Whether it would change something, and so is never proposed unless it is asked for.</param>
/// <param name="Does">What it is for, an imperative: "retry failed jobs".</param>
internal sealed partial record FunctionShape(
    string Name,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<IReadOnlyList<string>> Required,
    bool Changes,
    string Does)
{
    /// <summary>How people ask for it; the first of its phrases.</summary>
    public string Example { get; init; } = "";

    public const string Unknown = "unknown";
    public const string Conditional = "conditional";

    /// <summary>Whether it is a function of the agent.</summary>
    public bool IsFunction => Name.Contains('-', StringComparison.Ordinal);

    public bool Takes(string argument) => Arguments.Contains(argument);

    public bool Requires(string argument) => Required.Any(group => group.Contains(argument));

    /// <exception cref="FormatException">The line is not a heading.</exception>
    public static FunctionShape Parse(string heading)
    {
        var match = Heading().Match(heading);
        if (!match.Success)
            throw new FormatException($"Not a heading of phrases: {heading}");

        var arguments = match.Groups["arguments"].Value
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(
            match.Groups["name"].Value,
            [.. arguments.SelectMany(argument => argument.TrimEnd('?').Split('|'))],
            [.. arguments.Where(argument => !argument.EndsWith('?')).Select(argument => argument.Split('|'))],
            match.Groups["effect"].Value == "changes",
            match.Groups["does"].Value);
    }

    public override string ToString() =>
        $"[{Name}({string.Join(", ", Parts())})] {(Changes ? "changes" : "reads")}: {Does}";

    private IEnumerable<string> Parts()
    {
        foreach (var argument in Arguments)
        {
            var group = Required.FirstOrDefault(group => group.Contains(argument));
            if (group is null)
                yield return argument + "?";
            else if (group[0] == argument)
                yield return string.Join('|', group);
        }
    }

    [GeneratedRegex(@"^\[(?<name>[\w-]+)\((?<arguments>[^)]*)\)\] (?<effect>reads|changes): (?<does>.+)$")]
    private static partial Regex Heading();
}
