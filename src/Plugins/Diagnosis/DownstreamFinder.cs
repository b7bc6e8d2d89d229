using GitAIOps.GitLab;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>A pipeline may fail with no job of its own at fault: a pipeline that it started did.</summary>
internal sealed class DownstreamFinder(GitLabAccess access)
{
    private const int MostBridges = 100;

    public async Task<FailureFinding> AddAsync(
        FailureFinding finding, Project project, CancellationToken cancellationToken)
    {
        var client = await access.ReaderAsync(cancellationToken);
        try
        {
            var bridge = await client.Pipelines
                .BridgesAsync(project.Id, finding.Pipeline!.Value, MostBridges, cancellationToken)
                .FirstOrDefaultAsync(
                    static bridge => bridge is { Status: CiStatus.Failed, AllowFailure: false }, cancellationToken);
            return bridge is null ? finding : Add(finding, bridge);
        }
        catch (GitLabException failure)
        {
            throw failure.Told(access, $"what pipeline {finding.Pipeline} started in {Markdown.Code(finding.Project)}");
        }
    }

    private static FailureFinding Add(FailureFinding finding, Bridge bridge)
    {
        if (bridge.DownstreamPipeline is not { } started)
        {
            var reason = bridge.FailureReason is { } word ? $": {word.Replace('_', ' ')}" : "";
            var words = $"{bridge.Name} could not start another pipeline{reason}";
            return finding with { Answer = $"{finding.Subject} failed: {words}" };
        }

        var name = $"pipeline {started.Id}";
        var link = started.WebUrl is { } address ? Markdown.Link(name, address) : name;
        return finding with
        {
            Answer = $"{finding.Subject} failed because a pipeline that it started failed",
            AnswerDetail = $"{Markdown.Code(bridge.Name)} started {link}, which failed.",
            Downstream = new(bridge.Name, started.ProjectId, started.Id, started.WebUrl),
        };
    }
}
