using GitAIOps.GitLab;
using GitAIOps.Plugins.Diagnosis.Reading;
using GitAIOps.Plugins.Rights;
using GitAIOps.Plugins.Targets;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>Reads the end of a job's log, or one section, in bounded memory.</summary>
internal sealed class LogReader(GitLabAccess access)
{
    private const int MostLines = 60;
    private const long MostBytes = 512L * 1024 * 1024;

    /// <exception cref="ToolFailure">The log cannot be read, or has no such section.</exception>
    public async Task<JobLog> ReadAsync(JobTarget target, string? section, CancellationToken cancellationToken)
    {
        var (project, job) = target;
        var path = project.PathWithNamespace;
        var client = await access.ReaderAsync(cancellationToken);
        var wanted = string.IsNullOrWhiteSpace(section) ? null : section.Trim();
        try
        {
            await using var trace = await client.Jobs.TraceAsync(project.Id, job.Id, MostBytes, cancellationToken);
            var excerpt = await ReadAsync(trace, wanted, cancellationToken);
            if (wanted is not null && excerpt.Lines.Count == 0)
                throw new ToolFailure(Missing(wanted, job.Name, path, excerpt.Sections));
            return new(
                path,
                job.Pipeline?.Id,
                job.Id,
                job.Name,
                job.Status,
                job.WebUrl,
                wanted,
                excerpt.Lines,
                excerpt.LineCount,
                excerpt.Sections,
                excerpt.Bytes >= MostBytes);
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"the log of {Markdown.Code(job.Name)} ({job.Id}) in {Markdown.Code(path)}");
        }
    }

    private static async Task<Excerpt> ReadAsync(Stream trace, string? wanted, CancellationToken cancellationToken)
    {
        using var lines = new LogLineReader(trace);
        var tail = new LogTail(wanted, MostLines);
        var goesOn = true;
        while (goesOn)
        {
            goesOn = await lines.ReadAsync(cancellationToken);
            while (lines.TryTake(out var line, out var isWhole))
                tail.Take(lines.Lines, line, isWhole);
        }

        return new(tail.Lines(), lines.Lines, tail.Sections, lines.Bytes);
    }

    private static string Missing(string section, string job, string project, IReadOnlyList<string> sections)
    {
        var log = $"the log of {Markdown.Code(job)} in {Markdown.Code(project)}";
        var asked = $"I looked for the section {Markdown.Code(section)} in {log}";
        return sections.Count == 0
            ? $"{asked}, which has no sections. Leave the section out to see its end."
            : $"{asked}. It has {Spoken.List([.. sections.Select(Markdown.Code)])}.";
    }

    private sealed record Excerpt(
        IReadOnlyList<CodeLine> Lines, int LineCount, IReadOnlyList<string> Sections, long Bytes);
}
