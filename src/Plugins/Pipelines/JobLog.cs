using System.Text.Json.Serialization;
using GitAIOps.GitLab.Models;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>A part of a job's log.</summary>
/// <param name="Project">Its path.</param>
/// <param name="Section">The section shown; null for the end of the log.</param>
/// <param name="Lines">In order, numbered as in the log, secrets masked.</param>
/// <param name="LineCount">Lines of the whole log as far as it was read.</param>
/// <param name="Sections">Names of the log's sections, in order.</param>
/// <param name="IsCut">Whether the log was longer than is read.</param>
internal sealed record JobLog(
    string Project,
    long? Pipeline,
    long Job,
    string JobName,
    string Status,
    string? WebUrl,
    string? Section,
    IReadOnlyList<CodeLine> Lines,
    int LineCount,
    IReadOnlyList<string> Sections,
    bool IsCut) : IFinding
{
    [JsonIgnore]
    public Focus Focus => Focus.Nothing with { Project = Project, Pipeline = Pipeline, Job = Job };

    public Card Card()
    {
        var what = Section is null ? "End of the log" : $"Section {Section}";
        var link = WebUrl is null ? Markdown.Code(JobName) : Markdown.Link(JobName, WebUrl);
        return Lines.Count == 0
            ? new($"The log of {JobName} is empty", Tone.Neutral, [new Block.Text(Empty(link))], [])
            : new($"{what} of {JobName}", Tone.Neutral, [new Block.Text($"{link} {StatusWords.Verb(Status)}."), Code()], Offers());
    }

    private Block.Code Code() =>
        new(Lines, $"lines {Lines[0].Number}–{Lines[^1].Number} of {LineCount}{(IsCut ? " or more" : "")}");

    private string Empty(string link) =>
        CiStatus.IsEnded(Status)
            ? $"{link} {StatusWords.Verb(Status)} and wrote nothing, or its log was erased."
            : $"{link} {StatusWords.Verb(Status)} and has written nothing yet.";

    private IReadOnlyList<Offer> Offers()
    {
        var here = new Dictionary<string, string> { ["project"] = Project, ["job"] = $"{Job}" };
        return Status switch
        {
            CiStatus.Failed => [new("Why did it fail?", "Diagnosis-diagnose_job", here, ButtonStyle.Primary)],
            _ when CiStatus.IsEnded(Status) => [],
            _ => [new("Look again", "Pipelines-log", here)],
        };
    }
}
