using System.Text.Json.Serialization;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>Pipelines that were asked for, the most recently updated first.</summary>
/// <param name="Projects">The paths that were looked in.</param>
/// <param name="Status">GitLab's word; null means any.</param>
/// <param name="IsCut">Whether there are more than are shown.</param>
/// <param name="Now">When it was looked, for "3 min ago".</param>
internal sealed record PipelineList(
    IReadOnlyList<string> Projects,
    string? Status,
    string? Ref,
    string? Since,
    IReadOnlyList<ListedPipeline> Pipelines,
    bool IsCut,
    DateTimeOffset Now) : IFinding
{
    [JsonIgnore]
    public Focus Focus => Focus.Nothing with
    {
        Project = Projects.Count == 1 ? Projects[0] : null,
        Ref = Ref,
        Listed = [.. Pipelines.Select(pipeline => new Listed(
            "pipeline", pipeline.Id, $"pipeline {pipeline.Id}", pipeline.Project, pipeline.Status))],
    };

    public Card Card()
    {
        var what = Pipelines.Count == 0 ? "No pipeline" : Spoken.Count(Pipelines.Count, "pipeline");
        var more = IsCut ? "More than " : "";
        var state = Status is null ? null : StatusWords.Verb(Status);
        var title = $"{more}{what}{Said(" ", state)}{Said(" on ", Ref)}{Said(" ", Since)}";
        var where = $"Looked in {Spoken.List([.. Projects.Select(Markdown.Code)])}.";
        return new(title, Tone.Neutral, [.. Rows(), new Block.Text(where)], Offers());
    }

    private static string Said(string before, string? words) => string.IsNullOrEmpty(words) ? "" : before + words;

    private IEnumerable<Block> Rows()
    {
        if (Pipelines.Count == 0)
            yield break;
        var hasProjects = Projects.Count > 1;
        IReadOnlyList<string> columns = hasProjects
            ? ["Pipeline", "Project", "Ref", "State", "Updated"]
            : ["Pipeline", "Ref", "State", "Updated"];
        yield return new Block.Table(columns, [.. Pipelines.Select(pipeline => pipeline.Row(hasProjects, Now))]);
    }

    private IReadOnlyList<Offer> Offers() =>
    [
        .. Pipelines.Where(static pipeline => pipeline.Status == "failed").Take(1).Select(static pipeline => new Offer(
            $"Why did {pipeline.Id} fail?",
            "Diagnosis-diagnose_pipeline",
            new Dictionary<string, string> { ["project"] = pipeline.Project, ["pipeline"] = $"{pipeline.Id}" })),
    ];
}

internal sealed record ListedPipeline(
    long Id, string Project, string Status, string? Ref, DateTimeOffset? UpdatedAt, string? WebUrl)
{
    internal IReadOnlyList<string> Row(bool hasProjects, DateTimeOffset now)
    {
        var link = WebUrl is null ? $"{Id}" : Markdown.Link($"#{Id}", WebUrl);
        var on = Markdown.Escape(Ref ?? "");
        var when = UpdatedAt is { } updated ? Spoken.Ago(updated, now) : "";
        var state = StatusWords.Verb(Status);
        return hasProjects ? [link, Markdown.Escape(Project), on, state, when] : [link, on, state, when];
    }
}
