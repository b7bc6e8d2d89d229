using GitAIOps.GitLab;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Rights;

/// <summary>What people read when GitLab did not do as it was asked. Markdown.</summary>
/// <remarks>The only place that words GitLab's failures.</remarks>
internal static class Sentences
{
    private const string HowToBeLinked =
        "Act as somebody who is (in the demo: the name at the top of the page, or `--as` in the terminal), "
        + "or set GITLAB\\_\\_TOKEN.";

    public static string NotLinked(Person person) =>
        $"{Markdown.Escape(person.Name)} is not linked to a GitLab user, so nothing can be changed as them. {HowToBeLinked}";

    /// <param name="action">Markdown, what was to be done: <c>Retrying jobs of shop/api</c>.</param>
    /// <param name="level">What they have; see <see cref="AccessLevels"/>.</param>
    public static string NeedsDeveloper(string action, LinkedUser user, int level) =>
        $"{action} needs the Developer role or a higher one; "
        + $"{Markdown.Code($"@{user.Username}")} has {AccessLevels.Name(level)} there. Ask a maintainer of the project.";

    /// <param name="access">Which GitLab was asked.</param>
    /// <param name="asked">Markdown, a noun: <c>pipeline 42 in shop/api</c>.</param>
    public static ToolFailure Told(this GitLabException failure, GitLabAccess access, string asked)
    {
        var host = Markdown.Code(access.Address.Authority);
        var words = failure.Words is { } said ? $" (“{Markdown.Escape(Redaction.Mask(said))}”)" : "";
        return new(
            failure.Kind switch
            {
                FailureKind.Unauthorized or FailureKind.Forbidden when failure.WasAnonymous =>
                    $"GitLab at {host} shows {asked} to its users only, and you are not linked to one. {HowToBeLinked}",
                FailureKind.Unreachable =>
                    $"I could not reach GitLab at {host} for {asked}. "
                    + "Check that it is up and can be reached from here, then ask again.",
                FailureKind.TimedOut =>
                    $"GitLab at {host} did not answer in time when I asked for {asked}. Ask again in a moment.",
                FailureKind.Unauthorized =>
                    $"GitLab at {host} wants a valid token for {asked}{words}. "
                    + "Check that GITLAB\\_\\_TOKEN is set, not expired, and has the scope it needs.",
                FailureKind.Forbidden =>
                    $"GitLab at {host} does not let you have {asked}{words}. "
                    + "Ask a maintainer of the project for access.",
                FailureKind.NotFound => NotFound(asked, $"GitLab at {host}"),
                FailureKind.RateLimited =>
                    $"GitLab at {host} got too many requests and did not answer about {asked}. "
                    + $"Ask again in {Wait(failure)}.",
                FailureKind.NotGitLab =>
                    $"What answered at {host} about {asked} is not GitLab's API. "
                    + "Check that GITLAB\\_\\_URL is the address of your GitLab, and that no sign-in page stands before it.",
                FailureKind.ServerError =>
                    $"GitLab at {host} failed when I asked for {asked}: it answered {(int?)failure.Status}{words}. "
                    + "Ask again in a moment.",
                _ =>
                    $"GitLab at {host} did not accept the request for {asked}: "
                    + $"it answered {(int?)failure.Status}{words}.",
            },
            failure)
        {
            IsRefusal = failure.IsRefusal,
        };
    }

    /// <summary>Missing and hidden are told alike: whether something exists is not ours to tell.</summary>
    /// <param name="where">Markdown: where it was looked for.</param>
    public static string NotFound(string asked, string where) =>
        $"I could not find {asked}: I looked in {where}, and it is not there or you may not see it. "
        + "Check the name or number, or say the project, as in `group/name`.";

    private static string Wait(GitLabException failure) =>
        failure.RetryAfter is { } wait ? Spoken.Duration(wait.TotalSeconds) : "a minute";
}
