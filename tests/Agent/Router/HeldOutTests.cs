using System.Text.Json;
using GitAIOps.Agent.Models.Builtin;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Agent.Routing;

public sealed class HeldOutTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly Router Router = Router.Open();
    private static readonly IReadOnlyList<(Case Case, Route Route)> Routed =
        [.. Cases().Select(held => (held, Router.Route(held.Text, held.Focus?.Read() ?? Focus.Nothing)))];

    [Fact]
    public void No_change_is_proposed_that_nobody_asked_for()
    {
        var proposed = Routed
            .Where(pair => pair.Case.Function is null
                && pair.Route.Requests.Any(route => route.Function is { } function && Router.Changes(function)));

        Assert.Empty(proposed.Select(pair => pair.Case.Text));
    }

    [Fact]
    public void Nineteen_of_twenty_requests_reach_their_function()
    {
        var asked = Routed.Where(pair => pair.Case.Function is not null).ToList();

        var missed = asked.Where(pair => pair.Case.Function != pair.Route.Function).ToList();

        Assert.True(missed.Count * 20 <= asked.Count, string.Join('\n', missed.Select(pair => pair.Case.Text)));
    }

    [Fact]
    public void Nineteen_of_twenty_requests_have_their_arguments()
    {
        var asked = Routed.Where(pair => pair.Case.Function is not null).ToList();

        var missed = asked.Where(pair => !pair.Case.Arguments!.Order(ByName).SequenceEqual(pair.Route.Arguments.Order(ByName))
            || !pair.Case.Needs!.SequenceEqual(pair.Route.Needs)).ToList();

        Assert.True(missed.Count * 20 <= asked.Count, string.Join('\n', missed.Select(pair => pair.Case.Text)));
    }

    private static readonly Comparer<KeyValuePair<string, string>> ByName =
        Comparer<KeyValuePair<string, string>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    private static IEnumerable<Case> Cases()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GitAIOps.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return File.ReadLines(Path.Combine(folder.FullName, "evals", "router", "cases.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Case>(line, Web)!);
    }

    private sealed record Case(
        string Text, string? Function, Dictionary<string, string>? Arguments, List<string>? Needs, WrittenFocus? Focus);

    private sealed record WrittenFocus(
        string? Project, long? Pipeline, long? Job, long? MergeRequest, string? Ref, List<Listed>? Listed)
    {
        public Focus Read() => new(Project, Pipeline, Job, MergeRequest, Ref, Listed ?? []);
    }
}
