namespace GitAIOps.Sandbox.Logs;

/// <summary>When a log is looked at.</summary>
/// <param name="StartedAt">When the job began to run.</param>
/// <param name="Progress">How much of it is written, 0 to 1.</param>
/// <param name="Failed">Which of the script's two ends it tells.</param>
internal readonly record struct LogMoment(
    DateTimeOffset StartedAt, double Progress, bool Failed, string Project, string Ref, string Sha, long Job);
