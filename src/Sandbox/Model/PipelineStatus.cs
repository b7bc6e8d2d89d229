namespace GitAIOps.Sandbox.Model;

/// <summary>How a pipeline's status follows from its jobs.</summary>
/// <remarks>GitLab: lib/gitlab/ci/status/composite.rb</remarks>
internal static class PipelineStatus
{
    public static bool IsOver(CiStatus status) =>
        status is CiStatus.Success or CiStatus.Failed or CiStatus.Canceled or CiStatus.Skipped;

    public static CiStatus Of(IEnumerable<Job> jobs)
    {
        var counted = jobs.Where(job => !job.IsIgnored).Select(job => job.Status).ToHashSet();

        bool Only(params ReadOnlySpan<CiStatus> allowed)
        {
            foreach (var status in counted)
            {
                if (!allowed.Contains(status))
                    return false;
            }

            return true;
        }

        if (counted.Count > 0 && Only(CiStatus.Skipped))
            return CiStatus.Skipped;
        if (Only(CiStatus.Success, CiStatus.Skipped))
            return CiStatus.Success;
        if (Only(CiStatus.Created))
            return CiStatus.Created;
        if (Only(CiStatus.Canceled, CiStatus.Success, CiStatus.Skipped))
            return CiStatus.Canceled;
        if (Only(CiStatus.Pending, CiStatus.Created, CiStatus.Skipped))
            return CiStatus.Pending;
        if (counted.Contains(CiStatus.Running) || counted.Contains(CiStatus.Pending))
            return CiStatus.Running;
        if (counted.Contains(CiStatus.Manual))
            return CiStatus.Manual;
        return counted.Contains(CiStatus.Created) ? CiStatus.Running : CiStatus.Failed;
    }
}
