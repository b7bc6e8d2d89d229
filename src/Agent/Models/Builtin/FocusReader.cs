using System.Globalization;
using System.Text.RegularExpressions;
using GitAIOps.Agent.Models.Builtin.Language;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Finds which pipeline, job or merge request is meant: by its id, its place in the last list, or "it".</summary>
/// <param name="namedJob">The job that the words name without its noun: "the log of install".</param>
internal sealed partial class FocusReader(
    string text, Mentions mentions, FunctionShape shape, Focus focus, string? namedJob)
{
    private static readonly (MentionKind Kind, string Argument)[] Kinds =
    [
        (MentionKind.Pipeline, "pipeline"), (MentionKind.Job, "job"), (MentionKind.MergeRequest, "mr"),
    ];

    private readonly Place? _place = Place.In(text, focus);

    /// <summary>The id that the words themselves give; null where they give none.</summary>
    public string? Id(string argument) => argument switch
    {
        "pipeline" => mentions.First(MentionKind.Pipeline) ?? Bare(toJob: false),
        "job" => mentions.First(MentionKind.Job) ?? namedJob ?? Bare(toJob: true),
        _ => mentions.First(MentionKind.MergeRequest)
            ?? (shape.Requires("mr") ? mentions.First(MentionKind.Hash) ?? mentions.First(MentionKind.Number) : null),
    };

    /// <summary>The arguments, with what the conversation adds; several where several things are meant.</summary>
    public IEnumerable<Dictionary<string, string>> Complete(Dictionary<string, string> arguments)
    {
        if (IsSettled(arguments) || IsBeyond() || Foreign() is not null)
            return [arguments];
        var listed = Listed().ToList();
        if (listed.Count > 0)
            return listed.Select(entry => With(arguments, Argument(entry.Kind), Text(entry.Id)));
        return Current() is var (argument, id) ? [With(arguments, argument, Text(id))] : [arguments];
    }

    /// <summary>Why it cannot be told what is meant, a sentence; null where nothing stands in the way.</summary>
    /// <param name="arguments">As completed.</param>
    public string? Obstacle(IReadOnlyDictionary<string, string> arguments)
    {
        if (IsBeyond() && !Kinds.Any(kind => arguments.ContainsKey(kind.Argument)))
            return Beyond();
        if (Foreign() is not { } foreign || arguments.Keys.Any(static argument => argument != "project"))
            return null;
        var (noun, hint) = foreign switch
        {
            "mr" => ("a merge request", " Which pipeline ran for it, “is !17 green?” tells."),
            "job" => ("a job", ""),
            _ => ("a pipeline", ""),
        };
        return $"That is {noun}, and from one I cannot {shape.Does} yet. Ask, for example: “{shape.Example}”.{hint}";
    }

    /// <summary>Which argument of a group to ask for: a job where the words speak of one.</summary>
    public string Ask(IReadOnlyList<string> group) =>
        group.Contains("job") && group.Contains("pipeline") ? OneJob().IsMatch(text) ? "job" : "pipeline" : group[0];

    // Falling back to something older would answer what nobody asked.
    private bool IsBeyond() =>
        _place is { IsPlain: true } place
        && !Kinds.Any(kind => HasId(kind.Kind))
        && (focus.Listed.Count > 0 || place.Index > 0)
        && place.Of(focus.Listed) is null;

    private string Beyond() => focus.Listed.Count switch
    {
        0 => $"I have shown no list here, so I do not know what “{_place!.Words}” is. Say its number.",
        1 => $"There was only one in the list that I showed, so I do not know what “{_place!.Words}” is.",
        var many => $"There were only {many} in the list that I showed, so I do not know what “{_place!.Words}” is.",
    };

    /// <summary>The argument that would take what the words name, where the function has none for it.</summary>
    private string? Foreign()
    {
        if (!Kinds.Any(kind => shape.Takes(kind.Argument)))
            return null;
        var said = Kinds.Where(kind => HasId(kind.Kind)).ToList();
        if (said.Count > 0)
            return said.Exists(kind => shape.Takes(kind.Argument)) ? null : said[0].Argument;
        return _place is { IsPlain: true } place && place.Of(focus.Listed) is { } entry && !shape.Takes(Argument(entry.Kind))
            ? Argument(entry.Kind)
            : null;
    }

    private bool HasId(MentionKind kind) => mentions.Of(kind).Any(static value => value.All(char.IsAsciiDigit));

    private bool IsSettled(Dictionary<string, string> arguments) =>
        arguments.ContainsKey("pipeline") || arguments.ContainsKey("job") || arguments.ContainsKey("mr")
        || (arguments.ContainsKey("ref") && !shape.Requires("job"))
        || (arguments.TryGetValue("project", out var project) && focus.Project is not null && project != focus.Project);

    // "42" alone: what the conversation knows by that number, else by the nouns around it, else a pipeline.
    private string? Bare(bool toJob)
    {
        var number = mentions.First(MentionKind.Hash) ?? mentions.First(MentionKind.Number);
        if (number is null || _place?.Words == $"#{number}" || (shape.Requires("mr") && !shape.Requires("job")))
            return null;
        if (!shape.Takes("pipeline") || !shape.Takes("job"))
            return shape.Requires("job") || shape.Requires("pipeline") || !toJob ? number : null;
        var job = mentions.First(MentionKind.Job) ?? namedJob;
        var isJob = mentions.First(MentionKind.Pipeline) is not null
            || (job is null && shape.Requires("job") && !shape.Requires("pipeline"))
            || number == Text(focus.Job)
            || focus.Listed.Any(entry => entry.Kind == "job" && Text(entry.Id) == number)
            || (job is null && OneJob().IsMatch(text) && number != Text(focus.Pipeline));
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
        return _place?.Of(fitting) is { } placed ? [placed] : [];
    }

    private (string Argument, long Id)? Current()
    {
        if (shape.Takes("mr") && !shape.Takes("pipeline"))
        {
            return focus.MergeRequest is { } iid && (shape.Requires("mr") || Points().IsMatch(text))
                ? ("mr", iid)
                : null;
        }

        var wantsJob = shape.Takes("job")
            && (shape.Requires("job") || shape.Takes("pipeline") || Points().IsMatch(text));
        if (wantsJob && focus.Job is { } job && !Pipeline().IsMatch(text))
            return ("job", job);
        if (shape.Takes("pipeline") && focus.Pipeline is { } pipeline
            && !(shape.Requires("job") && !shape.Requires("pipeline")))
            return ("pipeline", pipeline);
        return shape.Requires("mr") && focus.MergeRequest is { } mr ? ("mr", mr) : null;
    }

    private static Dictionary<string, string> With(
        Dictionary<string, string> arguments, string argument, string value) =>
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
}
