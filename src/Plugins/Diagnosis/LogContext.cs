namespace GitAIOps.Plugins.Diagnosis;

/// <summary>What is known of a job besides its log.</summary>
/// <param name="JobName">As in <c>.gitlab-ci.yml</c>.</param>
/// <param name="FailureReason">
/// GitLab's <c>failure_reason</c>: <c>script_failure</c>, <c>runner_system_failure</c> ...
/// </param>
/// <param name="Passed">The last successful log of the same job; read before the failed one, not closed.</param>
public sealed record LogContext(string? JobName = null, string? FailureReason = null, Stream? Passed = null)
{
    public static LogContext Unknown { get; } = new();
}
