using GitAIOps.GitLab.Models;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>GitLab's status words as people say them, and back.</summary>
internal static class StatusWords
{
    /// <returns>Null when nobody says that of a pipeline.</returns>
    public static string? Parse(string words) => words.Trim().ToLowerInvariant() switch
    {
        "failed" or "failing" or "failure" or "red" or "broken" => CiStatus.Failed,
        "success" or "successful" or "succeeded" or "passed" or "passing" or "green" => CiStatus.Success,
        "running" or "active" or "in progress" => CiStatus.Running,
        "canceled" or "cancelled" or "stopped" => CiStatus.Canceled,
        "pending" or "waiting" or "queued" => "pending",
        "created" or "skipped" or "manual" or "scheduled" or "preparing" or "waiting_for_resource" or "canceling" =>
            words.Trim().ToLowerInvariant(),
        _ => null,
    };

    /// <summary>As in "pipeline 42 <em>passed</em>".</summary>
    public static string Verb(string status) => status switch
    {
        CiStatus.Success => "passed",
        CiStatus.Failed => "failed",
        CiStatus.Canceled => "was canceled",
        CiStatus.Canceling => "is being canceled",
        CiStatus.Skipped => "was skipped",
        CiStatus.Manual => "waits for somebody to start it",
        CiStatus.Running => "is running",
        "created" or "pending" or "preparing" or "waiting_for_resource" => "waits to start",
        "scheduled" => "is scheduled",
        _ => $"is “{status}”",
    };

    public static Tone Tone(string status) => status switch
    {
        CiStatus.Success => Turns.Tone.Good,
        CiStatus.Failed => Turns.Tone.Bad,
        CiStatus.Canceled or CiStatus.Canceling or CiStatus.Manual => Turns.Tone.Warning,
        _ => Turns.Tone.Neutral,
    };
}
