using System.Text.Json.Serialization;
using GitAIOps.GitLab.Models;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>How a pipeline stands.</summary>
/// <param name="Project">Its path.</param>
/// <param name="Seconds">How long it ran; null while it has not ended.</param>
/// <param name="JobCount">Latest attempts only.</param>
/// <param name="YamlErrors">Why no job could be made of the configuration.</param>
/// <param name="Jobs">What failed or runs, in order; those that may fail are marked.</param>
internal sealed record PipelineStatus(
    string Project,
    long Pipeline,
    string Status,
    string? Ref,
    string? Sha,
    string? By,
    DateTimeOffset? CreatedAt,
    double? Seconds,
    int JobCount,
    string? YamlErrors,
    string? WebUrl,
    IReadOnlyList<JobStatus> Jobs) : IFinding
{
    [JsonIgnore]
    public Focus Focus => Focus.Nothing with
    {
        Project = Project,
        Pipeline = Pipeline,
        Ref = Ref,
        Listed = [.. Jobs.Select(job => new Listed("job", job.Id, job.Name, Project))],
    };

    public Card Card()
    {
        var failed = Jobs.Count(job => job is { Status: CiStatus.Failed, MayFail: false });
        var count = Status == CiStatus.Failed && failed > 0 ? $": {failed} of {Spoken.Count(JobCount, "job")} failed" : "";
        var on = Ref is null ? "" : $" on {Ref}";
        return new(
            $"Pipeline {Pipeline}{on} {StatusWords.Verb(Status)}{count}",
            StatusWords.Tone(Status),
            [new Block.Fields(Fields()), .. Details()],
            Offers());
    }

    private List<Field> Fields()
    {
        var fields = new List<Field>
        {
            new("Project", Markdown.Code(Project)),
            new("Pipeline", WebUrl is null ? $"{Pipeline}" : Markdown.Link($"#{Pipeline}", WebUrl)),
        };
        if (Sha is { Length: > 8 })
            fields.Add(new("Commit", Markdown.Code(Sha[..8])));
        if (By is not null)
            fields.Add(new("By", Markdown.Escape(By)));
        if (Seconds is { } seconds)
            fields.Add(new("Took", Spoken.Duration(seconds)));
        return fields;
    }

    private IEnumerable<Block> Details()
    {
        if (YamlErrors is not null)
            yield return new Block.Text($"The CI configuration could not be used: {Markdown.Escape(Redaction.Mask(YamlErrors))}");
        if (Jobs.Count > 0)
            yield return new Block.Table(["Job", "Stage", "State"], [.. Jobs.Select(job => job.Row())]);
        else if (JobCount == 0 && YamlErrors is null)
            yield return new Block.Text("It has no jobs.");
    }

    private IReadOnlyList<Offer> Offers()
    {
        var here = new Dictionary<string, string> { ["project"] = Project, ["pipeline"] = $"{Pipeline}" };
        return Status switch
        {
            CiStatus.Failed when JobCount > 0 =>
            [
                new("Why did it fail?", "Diagnosis-diagnose_pipeline", here, ButtonStyle.Primary),
                new("Retry failed jobs", "Remediation-retry", here),
            ],
            CiStatus.Failed => [new("Why did it fail?", "Diagnosis-diagnose_pipeline", here, ButtonStyle.Primary)],
            CiStatus.Canceled => [new("Retry canceled jobs", "Remediation-retry", here)],
            _ when CiStatus.IsEnded(Status) => [],
            _ => [new("Look again", "Pipelines-status", here)],
        };
    }
}

/// <param name="MayFail">Its failure does not fail the pipeline.</param>
internal sealed record JobStatus(long Id, string Name, string? Stage, string Status, bool MayFail, string? WebUrl)
{
    public static JobStatus Of(Job job) => new(job.Id, job.Name, job.Stage, job.Status, job.AllowFailure, job.WebUrl);

    internal IReadOnlyList<string> Row() =>
    [
        WebUrl is null ? Markdown.Escape(Name) : Markdown.Link(Name, WebUrl),
        Markdown.Escape(Stage ?? ""),
        StatusWords.Verb(Status) + (MayFail && Status == CiStatus.Failed ? " (may fail)" : ""),
    ];
}
