using System.Text.Json.Serialization;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>Why a pipeline or a job failed, or why there is nothing to explain.</summary>
/// <param name="Project">Its path.</param>
/// <param name="Subject">Plain text: <c>Pipeline 42</c>, <c>Job unit-tests</c>.</param>
/// <param name="Status">GitLab's word.</param>
/// <param name="Answer">
/// Plain text, one line: what there is to say besides <paramref name="Failures"/>; null when they say all.
/// </param>
/// <param name="AnswerDetail">Markdown: more of it.</param>
/// <param name="Failures">Jobs that failed and may not, latest attempts only.</param>
/// <param name="Allowed">Jobs that failed and may.</param>
/// <param name="NotRead">How many more failed jobs there are.</param>
/// <param name="IsJob">Whether one job was asked about, not a pipeline.</param>
/// <param name="Downstream">Another pipeline whose failure failed this one: its project's id and its own.</param>
internal sealed record FailureFinding(
    string Project,
    long? Pipeline,
    string? Ref,
    string Subject,
    string? WebUrl,
    string Status,
    string? Answer,
    string? AnswerDetail,
    IReadOnlyList<FailedJob> Failures,
    IReadOnlyList<NamedJob> Allowed,
    int NotRead,
    bool IsJob = false,
    DownstreamFailure? Downstream = null) : IFinding
{
    /// <summary>The same cause once, with the jobs that share it; in the order of the jobs.</summary>
    [JsonIgnore]
    public IReadOnlyList<IGrouping<string, FailedJob>> Causes => [.. Failures.GroupBy(static job => job.Fingerprint)];

    [JsonIgnore]
    public Focus Focus => Focus.Nothing with
    {
        Project = Project,
        Pipeline = Pipeline,
        Ref = Ref,
        Job = Failures.Count == 1 ? Failures[0].Id : null,
        Listed = [.. Failures.Select(job => new Listed("job", job.Id, job.Name, Project))],
    };

    /// <summary>Null when GitLab gave none.</summary>
    internal string? PipelineUrl() => IsJob ? null : WebUrl;

    public Card Card() => FailureCard.Of(this);
}

/// <param name="Name">The job that started it.</param>
internal sealed record DownstreamFailure(string Name, long? ProjectId, long Pipeline, string? WebUrl);
