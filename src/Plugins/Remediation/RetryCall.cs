using System.Globalization;
using GitAIOps.GitLab.Models;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Remediation;

/// <summary>A retry that may be proposed: which jobs of which pipeline.</summary>
/// <param name="IsWholePipeline">Whether GitLab is asked to retry the pipeline, not one job.</param>
/// <param name="Jobs">What would run again.</param>
internal sealed record RetryCall(Project Project, Pipeline? Pipeline, bool IsWholePipeline, IReadOnlyList<Job> Jobs)
{
    private string Target => IsWholePipeline ? $"pipeline {Pipeline!.Id}" : $"job {Jobs[0].Id}";

    private Focus About => Focus.Nothing with
    {
        Project = Project.PathWithNamespace,
        Pipeline = Pipeline?.Id,
        Job = Jobs.Count == 1 ? Jobs[0].Id : null,
        Ref = Pipeline?.Ref,
    };

    public static string Link(string name, string? address) =>
        address is null ? Markdown.Code(name) : Markdown.Link(name, address);

    /// <param name="note">Markdown, what else a person should know; null for nothing.</param>
    public Proposal ToProposal(string? note)
    {
        var pin = string.Join(',', Jobs.Select(static job => job.Id.ToString(CultureInfo.InvariantCulture)));
        var arguments = new RetryArguments(Project.PathWithNamespace, Pipeline?.Id, IsWholePipeline, Names());
        return new(
            RetryEffect.Name,
            Project.PathWithNamespace,
            Target,
            pin,
            arguments.ToDictionary(),
            Preview(note),
            $"Retry {(Jobs.Count == 1 ? Jobs[0].Name : Spoken.Count(Jobs.Count, "job"))}",
            About);
    }

    public NothingToRetry NotNeeded(string sentence) => new(Project.PathWithNamespace, Target, sentence, About);

    public RetryRefused Refused(string sentence) => new(Project.PathWithNamespace, Target, sentence, About);

    private Dictionary<long, string> Names() => Jobs.ToDictionary(static job => job.Id, static job => job.Name);

    private Card Preview(string? note)
    {
        var title = Jobs.Count == 1
            ? $"Retry {Jobs[0].Name}?"
            : $"Retry {Spoken.Count(Jobs.Count, "job")} of pipeline {Pipeline!.Id}?";
        var fields = new List<Field>
        {
            new("Project", Markdown.Code(Project.PathWithNamespace)),
            new("Jobs", string.Join(", ", Jobs.Select(job => $"{Link(job.Name, job.WebUrl)} ({job.Id})"))),
        };
        if (Pipeline is not null)
            fields.Insert(1, new("Pipeline", Link($"#{Pipeline.Id}", Pipeline.WebUrl)));
        // Other threads may show the same call to other people.
        fields.Add(new("As", "whoever confirms"));
        var effect = "The same commit runs again; jobs that passed stay. It needs the Developer role in the project.";
        return new(
            title,
            Tone.Neutral,
            [
                new Block.Fields(fields),
                new Block.Text(note is null ? effect : $"{note} {effect}"),
            ],
            []);
    }
}
