using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox;

/// <summary>Says what is special about a job.</summary>
public sealed class JobBuilder
{
    private TimeSpan _took = TimeSpan.FromSeconds(40);
    private TimeSpan? _retryTakes = TimeSpan.FromSeconds(8);
    private CiStatus _retryEndsIn = CiStatus.Success;
    private string _failureReason = "script_failure";
    private bool _mayFail;
    private double? _coverage;

    internal long? Id { get; private set; }

    /// <param name="id">Global; larger than every job id before it.</param>
    public JobBuilder HasId(long id)
    {
        Id = id;
        return this;
    }

    /// <summary>A failure of this job does not fail the pipeline.</summary>
    public JobBuilder MayFail()
    {
        _mayFail = true;
        return this;
    }

    /// <param name="reason">GitLab's word: <c>runner_system_failure</c> ...; else it is <c>script_failure</c>.</param>
    public JobBuilder FailsBecause(string reason)
    {
        _failureReason = reason;
        return this;
    }

    public JobBuilder Took(TimeSpan time)
    {
        _took = time;
        return this;
    }

    /// <param name="percent">0 to 100.</param>
    public JobBuilder Covers(double percent)
    {
        _coverage = percent;
        return this;
    }

    /// <summary>From the retry to its end, an eighth of it in the queue; 8 seconds when left out.</summary>
    public JobBuilder RetryTakes(TimeSpan time)
    {
        _retryTakes = time;
        return this;
    }

    /// <summary>Once it runs it goes on until it is canceled.</summary>
    public JobBuilder NeverEnds()
    {
        _retryTakes = null;
        return this;
    }

    /// <param name="status">Success when left out.</param>
    public JobBuilder RetryEndsIn(CiStatus status)
    {
        _retryEndsIn = status;
        return this;
    }

    internal Job Build(
        long id, string name, string stage, CiStatus status, JobLog log, Pipeline pipeline, Pipeline? downstream = null)
    {
        var waits = _retryTakes / 8 ?? TimeSpan.FromSeconds(1);
        return new()
        {
            Id = id,
            Name = name,
            Stage = stage,
            Pipeline = pipeline,
            User = pipeline.User,
            Log = log,
            CreatedAt = pipeline.CreatedAt,
            Plan = new(waits, _retryTakes - waits, _retryEndsIn, _failureReason),
            MayFail = _mayFail,
            Coverage = _coverage,
            Downstream = downstream,
            Status = status,
            FailureReason = status == CiStatus.Failed ? _failureReason : null,
        };
    }

    /// <summary>Gives a job of the past its times.</summary>
    internal void Place(Job job, DateTimeOffset since)
    {
        if (job.Status is CiStatus.Created or CiStatus.Skipped or CiStatus.Manual)
            return;
        job.QueuedAt = since;
        if (job.Status == CiStatus.Pending)
            return;
        job.StartedAt = since + TimeSpan.FromSeconds(2);
        if (PipelineStatus.IsOver(job.Status))
            job.FinishedAt = job.StartedAt + _took;
    }
}
