using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Diagnosis.Causes;
using GitAIOps.Plugins.Pipelines;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>Shows a failure: the cause first, then the lines that prove it, then what to do.</summary>
internal static class FailureCard
{
    private const int MostCauses = 5;
    private const int MostFixes = 3;
    private const int LongestCommand = 160;

    public static Card Of(FailureFinding finding)
    {
        var causes = finding.Causes;
        if (causes.Count == 0)
            return new(finding.Answer!, StatusWords.Tone(finding.Status), [.. Plain(finding)], Offers(finding));
        var blocks = new List<Block>();
        foreach (var (at, cause) in causes.Take(MostCauses).Index())
            blocks.AddRange(Cause(finding, cause, isFirst: at == 0));
        if (causes.Count > MostCauses)
            blocks.Add(new Block.Text($"{Spoken.Count(causes.Count - MostCauses, "more cause")} not shown here."));
        blocks.AddRange(Plain(finding));
        return new(Title(finding, causes), Tone.Bad, blocks, Offers(finding));
    }

    private static string Title(FailureFinding finding, IReadOnlyList<IGrouping<string, FailedJob>> causes) =>
        causes.Count == 1
            ? causes[0].First().Cause.Title
            : $"{finding.Subject} failed for {causes.Count} reasons, first: {causes[0].First().Cause.Title}";

    private static IEnumerable<Block> Cause(FailureFinding finding, IGrouping<string, FailedJob> jobs, bool isFirst)
    {
        var first = jobs.First();
        var heading = isFirst ? "" : $"**{Markdown.Escape(first.Cause.Title)}**\n\n";
        var where = $"{Spoken.List([.. jobs.Select(static job => Link(job.Name, job.WebUrl))])}{InPipeline(finding)}";
        yield return new Block.Text($"{heading}{where}. {Confidence(first.Cause)}");
        yield return new Block.Text($"{Markdown.Escape(first.Cause.Explanation)}{Running(first)}{Retry(first.Cause)}");
        foreach (var note in jobs.Where(static job => job.Note is not null))
            yield return new Block.Text($"{Markdown.Code(note.Name)}: {Markdown.Escape(note.Note!)}");
        if (first.Evidence.Count > 0)
            yield return first.Evidence[0].ToBlock();
        if (first.Fixes.Count > 0)
            yield return new Block.Text(string.Join("\n", first.Fixes.Take(MostFixes).Select(Fix)));
    }

    private static string InPipeline(FailureFinding finding)
    {
        var project = Markdown.Code(finding.Project);
        if (finding.Pipeline is not { } id)
            return $" in {project}";
        var address = finding.PipelineUrl();
        var branch = finding.Ref is null ? "" : $" on {Markdown.Code(finding.Ref)}";
        var pipeline = address is null ? $"pipeline {id}" : Markdown.Link($"pipeline {id}", address);
        return $" in {pipeline}{branch} of {project}";
    }

    // The words follow what a person would say at that rate of being right.
    private static string Confidence(RootCause cause) => cause.Confidence switch
    {
        >= 0.85 => "I am sure of the cause.",
        >= 0.65 => "This is very likely the cause.",
        >= 0.4 => "This is probably the cause.",
        _ => "This is a guess: the log does not clearly tell.",
    };

    // What a runner does by itself has no command of the job to blame.
    private static string Running(FailedJob job) =>
        job is { Command: { } command, Cause.Coarse: not ("runner" or "unknown") }
            ? $" It happened while running {Markdown.Code(CauseTitle.Shorten(command, LongestCommand))}."
            : "";

    private static string Retry(RootCause cause) =>
        cause.Intermittent == true ? " It looks intermittent, so a retry may pass." : "";

    private static string Fix(Fix fix) => $"- **{Markdown.Escape(fix.Title)}**: {fix.Detail}";

    private static IEnumerable<Block> Plain(FailureFinding finding)
    {
        if (finding is { Answer: not null, Failures.Count: > 0 })
            yield return new Block.Text(Markdown.Escape(finding.Answer) + ".");
        if (finding.Failures.Count == 0)
            yield return new Block.Text($"{Link(finding.Subject, finding.WebUrl)} in {Markdown.Code(finding.Project)}.");
        if (finding.AnswerDetail is not null)
            yield return new Block.Text(finding.AnswerDetail);
        if (finding.Allowed.Count > 0)
        {
            var names = Spoken.List([.. finding.Allowed.Select(static job => Link(job.Name, job.WebUrl))]);
            yield return new Block.Text($"Also failed, but may: {names}.");
        }

        if (finding.NotRead > 0)
            yield return new Block.Text($"{Spoken.Count(finding.NotRead, "more failed job")} not read.");
    }

    private static IReadOnlyList<Offer> Offers(FailureFinding finding)
    {
        if (finding.Downstream is { } downstream)
        {
            var there = new Dictionary<string, string> { ["pipeline"] = $"{downstream.Pipeline}" };
            if (downstream.ProjectId is { } project)
                there["project"] = $"{project}";
            return [new($"Why did {downstream.Pipeline} fail?", "Diagnosis-diagnose_pipeline", there, ButtonStyle.Primary)];
        }

        if (finding.Failures.Count == 0)
            return [];
        var first = finding.Failures[0];
        var log = new Dictionary<string, string> { ["project"] = finding.Project, ["job"] = $"{first.Id}" };
        var excerpt = new Offer("Show log excerpt", "Pipelines-log", log);
        return CiStatus.IsEnded(finding.Status) ? [Retry(finding, log), excerpt] : [excerpt];
    }

    // Where the code has to change first, a retry is not what to press first.
    private static Offer Retry(FailureFinding finding, Dictionary<string, string> job)
    {
        var style = finding.Failures.Any(static failure => failure.Cause.Intermittent != false)
            ? ButtonStyle.Primary
            : ButtonStyle.Plain;
        var pipeline = new Dictionary<string, string> { ["project"] = finding.Project, ["pipeline"] = $"{finding.Pipeline}" };
        return finding.IsJob
            ? new("Retry job", "Remediation-retry", job, style)
            : new("Retry failed jobs", "Remediation-retry", pipeline, style);
    }

    private static string Link(string words, string? address) =>
        address is null ? Markdown.Escape(words) : Markdown.Link(words, address);
}
