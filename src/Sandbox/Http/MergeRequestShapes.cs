using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox.Http;

/// <summary>The JSON of merge requests.</summary>
internal sealed class MergeRequestShapes(Shapes shapes)
{
    public object InList(MergeRequest request) => Common(request);

    public object Single(MergeRequest request)
    {
        var shape = Common(request);
        shape["changes_count"] = "1";
        shape["head_pipeline"] = request.Pipelines.FirstOrDefault() is { } head ? shapes.Ci.Pipeline(head) : null;
        shape["diff_refs"] = new { base_sha = request.Sha, head_sha = request.Sha, start_sha = request.Sha };
        return shape;
    }

    private Dictionary<string, object?> Common(MergeRequest request) => new()
    {
        ["id"] = request.Id,
        ["iid"] = request.Iid,
        ["project_id"] = request.Project.Id,
        ["title"] = request.Title,
        ["description"] = request.Description,
        ["state"] = request.State,
        ["created_at"] = Answers.Stamp(request.CreatedAt),
        ["updated_at"] = Answers.Stamp(request.CreatedAt),
        ["merged_at"] = request.State == "merged" ? Answers.Stamp(request.CreatedAt.AddHours(5)) : null,
        ["closed_at"] = null,
        ["target_branch"] = request.Project.DefaultBranch,
        ["source_branch"] = request.SourceBranch,
        ["user_notes_count"] = 0,
        ["upvotes"] = 0,
        ["downvotes"] = 0,
        ["author"] = shapes.User(request.Author),
        ["assignees"] = new[] { shapes.User(request.Author) },
        ["assignee"] = shapes.User(request.Author),
        ["reviewers"] = request.Reviewers.Select(shapes.User).ToList(),
        ["source_project_id"] = request.Project.Id,
        ["target_project_id"] = request.Project.Id,
        ["labels"] = request.Labels,
        ["draft"] = request.IsDraft,
        ["work_in_progress"] = request.IsDraft,
        ["milestone"] = null,
        ["merge_when_pipeline_succeeds"] = false,
        ["merge_status"] = "can_be_merged",
        ["detailed_merge_status"] = MergeStatus(request),
        ["sha"] = request.Sha,
        ["merge_commit_sha"] = null,
        ["squash_commit_sha"] = null,
        ["discussion_locked"] = null,
        ["should_remove_source_branch"] = null,
        ["force_remove_source_branch"] = true,
        ["reference"] = request.Reference,
        ["references"] = new
        {
            @short = request.Reference,
            relative = request.Reference,
            full = request.Project.Path + request.Reference,
        },
        ["web_url"] = $"{shapes.Web(request.Project)}/-/merge_requests/{request.Iid}",
        ["time_stats"] = new
        {
            time_estimate = 0,
            total_time_spent = 0,
            human_time_estimate = (string?)null,
            human_total_time_spent = (string?)null,
        },
        ["squash"] = false,
        ["has_conflicts"] = false,
        ["blocking_discussions_resolved"] = true,
    };

    private static string MergeStatus(MergeRequest request) =>
        request.State != "opened" ? "not_open"
        : request.IsDraft ? "draft_status"
        : request.Pipelines.FirstOrDefault()?.Status switch
        {
            CiStatus.Failed or CiStatus.Canceled => "ci_must_pass",
            CiStatus.Pending or CiStatus.Running => "ci_still_running",
            _ => "mergeable",
        };
}
