using System.Globalization;
using System.Text.RegularExpressions;
using GitAIOps.Agent.Models.Builtin.Language;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Finds which pipeline, job or merge request is meant: by its id, by its place in the last list, or by "it".</summary>
internal sealed partial class FocusReader(string text, Mentions mentions, FunctionShape shape, Focus focus)
{
    private static readonly Dictionary<string, int> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = 0, ["1st"] = 0, ["second"] = 1, ["2nd"] = 1, ["third"] = 2, ["3rd"] = 2, ["fourth"] = 3, ["4th"] = 3,
        ["fifth"] = 4, ["5th"] = 4, ["last"] = -1,
    };

    /// <summary>The id that the words themselves give; null where they give none.</summary>
    public string? Id(string argument) => argument switch
    {
        "pipeline" => mentions.First(MentionKind.Pipeline) ?? (Bare(toJob: false) ?? null),
        "job" => mentions.First(MentionKind.Job) ?? Bare(toJob: true),
        _ => mentions.First(MentionKind.MergeRequest)
            ?? (shape.Requires("mr") ? mentions.First(MentionKind.Hash) ?? mentions.First(MentionKind.Number) : null),
    };

    /// <summary>The arguments, with what the conversation adds; several where several things are meant.</summary>
    public IEnumerable<Dictionary<string, string>> Complete(Dictionary<string, string> arguments)
    {
        if (IsSettled(arguments))
            return [arguments];
        var listed = Listed().ToList();
        if (listed.Count > 0)
            return listed.Select(entry => With(arguments, Argument(entry.Kind), Text(entry.Id)));
        return Current() is var (argument, id) ? [With(arguments, argument, Text(id))] : [arguments];
    }

    /// <summary>Which argument of a group to ask for: a job where the words speak of one.</summary>
    public string Ask(IReadOnlyList<string> group) =>
        group.Contains("job") && group.Contains("pipeline") ? OneJob().IsMatch(text) ? "job" : "pipeline" : group[0];

    private bool IsSettled(Dictionary<string, string> arguments) =>
        arguments.ContainsKey("pipeline") || arguments.ContainsKey("job") || arguments.ContainsKey("mr")
        || (arguments.ContainsKey("ref") && !shape.Requires("job"))
        || (arguments.TryGetValue("project", out var project) && focus.Project is not null && project != focus.Project);

    // "42" alone: what the conversation knows by that number, else by the nouns around it, else a pipeline.
    private string? Bare(bool toJob)
    {
        var number = mentions.First(MentionKind.Hash) ?? mentions.First(MentionKind.Number);
        if (number is null || shape.Requires("mr") && !shape.Requires("job"))
            return null;
        if (!shape.Takes("pipeline") || !shape.Takes("job"))
            return shape.Requires("job") || shape.Requires("pipeline") || !toJob ? number : null;
        var isJob = mentions.First(MentionKind.Pipeline) is not null
            || number == Text(focus.Job)
            || focus.Listed.Any(entry => entry.Kind == "job" && Text(entry.Id) == number)
            || (mentions.First(MentionKind.Job) is null && OneJob().IsMatch(text) && number != Text(focus.Pipeline));
        return isJob == toJob ? number : null;
    }

    private IEnumerable<Listed> Listed()
    {
        var fitting = focus.Listed.Where(entry => shape.Takes(Argument(entry.Kind))).ToList();
        if (fitting.Count == 0)
            return [];
        if (Both().IsMatch(text))
            return fitting;
        var named = fitting.Where(entry => Regex.IsMatch(
            text, $@"(?<![\w-]){Regex.Escape(entry.Name)}(?![\w-])", RegexOptions.IgnoreCase)).Take(1).ToList();
        if (named.Count > 0)
            return named;
        var place = Place().Match(text);
        if (!place.Success)
            return [];
        var index = Places[place.Groups["v"].Value];
        return index < 0 ? fitting.TakeLast(1) : fitting.Skip(index).Take(1);
    }

    private (string Argument, long Id)? Current()
    {
        if (shape.Takes("mr") && !shape.Takes("pipeline"))
            return focus.MergeRequest is { } iid && (shape.Requires("mr") || Points().IsMatch(text)) ? ("mr", iid) : null;
        var wantsJob = shape.Takes("job") && (shape.Requires("job") || shape.Takes("pipeline") || Points().IsMatch(text));
        if (wantsJob && focus.Job is { } job && !Pipeline().IsMatch(text))
            return ("job", job);
        if (shape.Takes("pipeline") && focus.Pipeline is { } pipeline
            && !(shape.Requires("job") && !shape.Requires("pipeline")))
            return ("pipeline", pipeline);
        return shape.Requires("mr") && focus.MergeRequest is { } mr ? ("mr", mr) : null;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> arguments, string argument, string value) =>
        new(arguments) { [argument] = value };

    private static string Argument(string kind) => kind == "mergeRequest" ? "mr" : kind;

    private static string Text(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"\bjob\b", RegexOptions.IgnoreCase)]
    private static partial Regex OneJob();

    [GeneratedRegex(@"\b(?:pipelines?|builds?|jobs|them|failed ones|all)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pipeline();

    [GeneratedRegex(@"\b(?:it|its|that|this|these|those|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Points();

    [GeneratedRegex(@"\b(?:both|all of them|each of them|all of those|every one of them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex(@"\b(?<v>first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last)\b(?!\s+(?:run|week|night|days?|month|failed|pipeline)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}
