using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Remediation;

/// <summary>Whether a person may retry jobs of a project: asked before it is offered, and again at the press.</summary>
internal sealed class RetryRights(IRights rights)
{
    /// <returns>Markdown, why they may not; null when they may.</returns>
    /// <exception cref="ToolFailure">GitLab cannot be asked.</exception>
    public async Task<string?> RefusalAsync(Person person, string project, CancellationToken cancellationToken)
    {
        if (await rights.WhoAsync(person, cancellationToken) is not { } user)
        {
            return $"Retrying jobs of {Markdown.Code(project)} needs the Developer role or a higher one. "
                + Sentences.NotLinked(person);
        }

        var level = await rights.AccessLevelAsync(person, project, cancellationToken);
        return level < AccessLevels.Developer
            ? Sentences.NeedsDeveloper($"Retrying jobs of {Markdown.Code(project)}", user, level)
            : null;
    }
}
