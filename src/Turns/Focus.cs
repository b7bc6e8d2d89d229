namespace GitAIOps.Turns;

/// <summary>What a conversation is about: what "it", "that job" and "the second one" mean.</summary>
/// <param name="Project">A project path.</param>
/// <param name="Pipeline">A pipeline id.</param>
/// <param name="Job">A job id.</param>
/// <param name="MergeRequest">An iid.</param>
/// <param name="Ref">A branch or tag.</param>
/// <param name="Listed">What the last list showed, in its order.</param>
public sealed record Focus(
    string? Project, long? Pipeline, long? Job, long? MergeRequest, string? Ref, IReadOnlyList<Listed> Listed)
{
    public static Focus Nothing { get; } = new(null, null, null, null, null, []);

    /// <summary>This focus after a newer one: what the newer leaves open stays, within the same project.</summary>
    public Focus Then(Focus newer)
    {
        if (newer.Project is not null && newer.Project != Project)
            return newer;
        var samePipeline = newer.Pipeline is null || newer.Pipeline == Pipeline;
        return new(
            newer.Project ?? Project,
            newer.Pipeline ?? Pipeline,
            newer.Job ?? (samePipeline ? Job : null),
            newer.MergeRequest ?? MergeRequest,
            newer.Ref ?? (samePipeline ? Ref : null),
            newer.Listed.Count > 0 ? newer.Listed : Listed);
    }
}

/// <summary>An entry of a list that was shown.</summary>
/// <param name="Kind"><c>pipeline</c>, <c>job</c> or <c>mergeRequest</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Status">GitLab's word; null where the list did not tell.</param>
public sealed record Listed(string Kind, long Id, string Name, string? Project = null, string? Status = null);
