using GitAIOps.Agent.Models.Builtin.Language;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Reads a function's arguments from one request, and from the conversation where the request leaves them open.</summary>
/// <param name="text">The request, typing errors mended.</param>
/// <param name="said">The request as it was typed.</param>
internal sealed class ArgumentReader(string text, string said, Mentions mentions, FunctionShape shape, Focus focus)
{
    private readonly FocusReader _focus = new(text, mentions, shape, focus, NamedJob(said, mentions, shape, focus));

    /// <summary>One set of arguments for each thing that was named: "jobs 815 and 816" are two.</summary>
    public IReadOnlyList<Dictionary<string, string>> Read()
    {
        var shared = shape.Arguments
            .Select(argument => (argument, Value: Value(argument)))
            .Where(pair => !string.IsNullOrEmpty(pair.Value))
            .ToDictionary(pair => pair.argument, pair => pair.Value!);
        return [.. _focus.Complete(shared).SelectMany(Several)];
    }

    /// <summary>Why it cannot be told what is meant, a sentence; null where nothing stands in the way.</summary>
    public string? Obstacle(IReadOnlyDictionary<string, string> arguments) => _focus.Obstacle(arguments);

    /// <summary>The required arguments that are still missing.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string> arguments) =>
        [.. shape.Required.Where(group => !group.Any(arguments.ContainsKey)).Select(_focus.Ask)];

    private IEnumerable<Dictionary<string, string>> Several(Dictionary<string, string> arguments)
    {
        foreach (var (argument, kind) in Ids)
        {
            var ids = mentions.Of(kind).Distinct().ToList();
            if (ids.Count > 1 && arguments.TryGetValue(argument, out var first) && first == ids[0])
                return ids.Select(id => new Dictionary<string, string>(arguments) { [argument] = id });
        }

        return [arguments];
    }

    private static readonly (string, MentionKind)[] Ids =
    [
        ("pipeline", MentionKind.Pipeline), ("job", MentionKind.Job), ("mr", MentionKind.MergeRequest),
        ("advisory", MentionKind.Advisory),
    ];

    private string? Value(string argument) => argument switch
    {
        "project" => mentions.First(MentionKind.Project),
        "projects" => Joined(mentions.Of(MentionKind.Project)),
        "group" => mentions.First(MentionKind.Group),
        "pipeline" or "job" or "mr" => _focus.Id(argument),
        "ref" => mentions.First(MentionKind.Ref),
        "environment" => mentions.First(MentionKind.Environment),
        "advisory" => mentions.First(MentionKind.Advisory),
        "files" => Joined(mentions.Of(MentionKind.File)),
        "path" => mentions.First(MentionKind.File),
        "person" => Person(),
        "since" => mentions.Of(MentionKind.Time).FirstOrDefault(time => !IsEnd(time)),
        "until" => mentions.Of(MentionKind.Time).FirstOrDefault(),
        "status" => Status(),
        "text" => mentions.First(MentionKind.Quoted),
        "title" => mentions.First(MentionKind.Quoted) ?? ArgumentWords.Find(said, ArgumentWords.Title()),
        "question" => said.Trim().TrimEnd('?', '!', '.', ' '),
        _ => Worded(argument),
    };

    private string? Worded(string argument) => argument switch
    {
        "test" => mentions.First(MentionKind.Test) ?? mentions.First(MentionKind.Quoted)
            ?? ArgumentWords.Find(said, ArgumentWords.NamedTest(), ArgumentWords.TestNamed()),
        "package" => ArgumentWords.Find(said, ArgumentWords.Package(), ArgumentWords.PackageNamed()),
        "query" => mentions.First(MentionKind.File) is null
            ? ArgumentWords.Find(said, ArgumentWords.Expertise(), ArgumentWords.Query()) : null,
        "metric" => ArgumentWords.Find(text, ArgumentWords.Metric()) ?? ArgumentWords.MetricAsked(text),
        "labels" => ArgumentWords.Find(said, ArgumentWords.NamedLabel(), ArgumentWords.Labels()),
        "reviewers" => Joined(mentions.Of(MentionKind.Person)) ?? Names(ArgumentWords.Find(text, ArgumentWords.Reviewers())),
        "level" => ArgumentWords.Find(text, ArgumentWords.Level())?.ToLowerInvariant(),
        "reason" => ArgumentWords.Find(said, ArgumentWords.Reason()),
        "section" => ArgumentWords.Find(text, ArgumentWords.Section()),
        "scope" => ArgumentWords.Find(text, ArgumentWords.Scope()) is { } scope && scope is not ("this" or "that" or "it") ? scope : null,
        "topic" => ArgumentWords.Find(text, ArgumentWords.Topic()),
        _ => null,
    };

    // A job of the last list is found there, by its id.
    private static string? NamedJob(string said, Mentions mentions, FunctionShape shape, Focus focus) =>
        shape.Name == "Pipelines-log"
        && mentions.First(MentionKind.Job) is null
        && ArgumentWords.Find(said, ArgumentWords.LogOf()) is { } name
        && (mentions.First(MentionKind.Pipeline) is not null || !focus.Listed.Any(entry => entry.Name == name))
            ? name
            : null;

    private string? Person() =>
        mentions.First(MentionKind.Person) ?? ArgumentWords.Find(text, ArgumentWords.PersonNamed());

    private string? Status()
    {
        var match = ArgumentWords.Status().Match(text);
        return match.Success ? match.Groups.Values.Skip(1).First(group => group.Success).Name : null;
    }

    private static bool IsEnd(string time) =>
        time.StartsWith("until", StringComparison.OrdinalIgnoreCase) || time.StartsWith("till", StringComparison.OrdinalIgnoreCase);

    private static string? Joined(IEnumerable<string> values) =>
        string.Join(", ", values.Distinct()) is { Length: > 0 } joined ? joined : null;

    private static string? Names(string? names) => names?.Replace(" and ", ", ", StringComparison.OrdinalIgnoreCase);
}
