namespace GitAIOps.Sandbox.Model;

/// <summary>Lets a pipeline move on: by the clock, by a retry, by a cancellation.</summary>
internal static class PipelineRun
{
    /// <summary>Brings every job to where it stands at <paramref name="now"/>; stages run one after another.</summary>
    public static void Settle(Pipeline pipeline, DateTimeOffset now)
    {
        if (!pipeline.Current.Any(job => job.IsAlive))
            return;
        var since = pipeline.CreatedAt;
        var failed = false;
        foreach (var stage in pipeline.Stages.ToList())
        {
            var jobs = pipeline.Current.Where(job => job.Stage == stage).ToList();
            foreach (var job in jobs.Where(job => job.Status == CiStatus.Created))
            {
                if (failed)
                    job.Status = CiStatus.Skipped;
                else
                    job.Queue(since);
            }

            jobs.ForEach(job => job.Advance(now));
            if (jobs.Exists(job => job.IsAlive))
                return;
            failed |= jobs.Exists(job => !job.IsIgnored && job.Status is (CiStatus.Failed or CiStatus.Canceled));
            since = jobs.Max(job => job.FinishedAt) is { } end && end > since ? end : since;
        }
    }

    /// <summary>Puts a new job in the place of an ended one; what was skipped because of it waits again.</summary>
    /// <returns>The new job, pending.</returns>
    public static Job Retry(Job job, long newId, User user, DateTimeOffset now)
    {
        var again = new Job
        {
            Id = newId,
            Name = job.Name,
            Stage = job.Stage,
            Pipeline = job.Pipeline,
            User = user,
            Log = job.Log,
            CreatedAt = now,
            Plan = job.Plan,
            MayFail = job.MayFail,
            Coverage = job.Coverage,
            Downstream = job.Downstream,
            Status = CiStatus.Created,
        };
        again.Queue(now);
        job.IsRetried = true;
        job.Pipeline.Jobs.Add(again);
        job.Pipeline.TouchedAt = now;
        Reopen(job);
        return again;
    }

    public static void Cancel(Job job, DateTimeOffset now)
    {
        job.End(CiStatus.Canceled, now);
        job.Pipeline.TouchedAt = now;
    }

    private static void Reopen(Job retried)
    {
        var later = retried.Pipeline.Stages.SkipWhile(stage => stage != retried.Stage).Skip(1).ToHashSet();
        foreach (var job in retried.Pipeline.Current.Where(job => later.Contains(job.Stage)))
        {
            if (job.Status == CiStatus.Skipped)
                job.Status = CiStatus.Created;
        }
    }
}
