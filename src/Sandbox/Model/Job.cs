namespace GitAIOps.Sandbox.Model;

internal sealed class Job
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Stage { get; init; }

    public required Pipeline Pipeline { get; init; }

    public required User User { get; init; }

    public required JobLog Log { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How it goes when it runs (again).</summary>
    public required RunPlan Plan { get; init; }

    public required CiStatus Status { get; set; }

    public bool MayFail { get; init; }

    public string? FailureReason { get; set; }

    public double? Coverage { get; init; }

    /// <summary>Set on a trigger job: the pipeline that it started in another project.</summary>
    public Pipeline? Downstream { get; init; }

    public bool IsRetried { get; set; }

    public DateTimeOffset? QueuedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public bool IsBridge => Downstream is not null;

    public bool IsAlive => Status is CiStatus.Created or CiStatus.Pending or CiStatus.Running;

    /// <summary>A failure that does not count; GitLab shows it as a warning.</summary>
    public bool IsIgnored => MayFail && Status is (CiStatus.Failed or CiStatus.Canceled or CiStatus.Manual);

    public bool IsRetryable =>
        !IsRetried && Status is (CiStatus.Success or CiStatus.Failed or CiStatus.Canceled);

    public void Queue(DateTimeOffset at)
    {
        Status = CiStatus.Pending;
        QueuedAt = at;
        StartedAt = FinishedAt = null;
        FailureReason = null;
    }

    /// <summary>Moves on as far as the clock has.</summary>
    public void Advance(DateTimeOffset now)
    {
        if (Status == CiStatus.Pending && QueuedAt + Plan.Waits is { } start && start <= now)
            (Status, StartedAt) = (CiStatus.Running, start);
        if (Status == CiStatus.Running && StartedAt + Plan.Runs is { } end && end <= now)
            End(Plan.EndsIn, end);
    }

    public void End(CiStatus status, DateTimeOffset at)
    {
        Status = status;
        FinishedAt = at;
        FailureReason = status == CiStatus.Failed ? Plan.FailureReason : null;
    }
}

/// <param name="Waits">From queued to running.</param>
/// <param name="Runs">From running to its end; null goes on until it is canceled.</param>
/// <param name="FailureReason">GitLab's word for the failure, should it fail.</param>
internal sealed record RunPlan(TimeSpan Waits, TimeSpan? Runs, CiStatus EndsIn, string FailureReason);
