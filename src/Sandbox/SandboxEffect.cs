namespace GitAIOps.Sandbox;

/// <summary>A change that the sandbox performed because someone asked for it.</summary>
/// <param name="User">The user name of the token's owner.</param>
/// <param name="Project">The project's path.</param>
/// <param name="Job">The job it was asked for; null where it was the whole pipeline.</param>
/// <param name="NewJobs">Ids of the jobs that it brought into being.</param>
public sealed record SandboxEffect(
    DateTimeOffset At,
    string User,
    SandboxChange What,
    string Project,
    long Pipeline,
    long? Job,
    IReadOnlyList<long> NewJobs);

/// <summary>What kind of change.</summary>
public enum SandboxChange
{
    JobRetried,
    JobCanceled,
    PipelineRetried,
    PipelineCanceled,
}
