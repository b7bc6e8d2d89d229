namespace GitAIOps.Sandbox;

/// <summary>Where a job or a pipeline stands, as in GitLab's status words.</summary>
public enum CiStatus
{
    Created,
    Pending,
    Running,
    Success,
    Failed,
    Canceled,
    Skipped,
    Manual,
}
