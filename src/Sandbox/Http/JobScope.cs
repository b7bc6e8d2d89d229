using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox.Http;

/// <summary>The <c>scope</c> of job lists.</summary>
internal static class JobScope
{
    /// <summary>GitLab's status words, those that the sandbox never gives included.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "created", "waiting_for_resource", "preparing", "waiting_for_callback", "pending", "running", "success",
        "failed", "canceling", "canceled", "skipped", "manual", "scheduled",
    ];

    /// <exception cref="Refusal">400: a word that is not a status.</exception>
    public static IEnumerable<Job> Of(Call call, IEnumerable<Job> jobs)
    {
        var scope = call.Queries("scope");
        if (scope.Except(Words).Any())
            throw Refusal.BadRequest("Scope contains invalid value(s)");
        return jobs.Where(job => scope.Count == 0 || scope.Contains(Answers.Word(job.Status)));
    }
}
