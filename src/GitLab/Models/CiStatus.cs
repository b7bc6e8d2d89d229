namespace GitAIOps.GitLab.Models;

/// <summary>What pipelines and jobs say of themselves. GitLab may add words; an unknown one is neither ended nor failed.</summary>
/// <remarks>docs.gitlab.com/api/pipelines</remarks>
public static class CiStatus
{
    public const string Success = "success";
    public const string Failed = "failed";
    public const string Canceled = "canceled";
    public const string Canceling = "canceling";
    public const string Skipped = "skipped";
    public const string Manual = "manual";
    public const string Running = "running";

    /// <summary>Whether nothing more happens without a person.</summary>
    public static bool IsEnded(string status) => status is Success or Failed or Canceled or Skipped or Manual;
}
