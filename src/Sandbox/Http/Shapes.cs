using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox.Http;

/// <summary>The JSON of people, projects and merge requests, by hand and in GitLab's words.</summary>
internal sealed class Shapes(string origin, DateTimeOffset now)
{
    public string Web(Project project) => $"{origin}/{project.Path}";

    public CiShapes Ci => new(this, now);

    public object User(User user) => new
    {
        id = user.Id,
        username = user.Username,
        public_email = "",
        name = user.Name,
        state = "active",
        locked = false,
        avatar_url = $"{origin}/uploads/-/system/user/avatar/{user.Id}/avatar.png",
        web_url = $"{origin}/{user.Username}",
    };

    public object UserInFull(User user) => new
    {
        id = user.Id,
        username = user.Username,
        public_email = "",
        name = user.Name,
        state = "active",
        locked = false,
        avatar_url = $"{origin}/uploads/-/system/user/avatar/{user.Id}/avatar.png",
        web_url = $"{origin}/{user.Username}",
        bot = user.IsBot,
        bio = "",
        job_title = "",
    };

    public object Member(User user, AccessLevel level, Project project) => new
    {
        id = user.Id,
        username = user.Username,
        name = user.Name,
        state = "active",
        locked = false,
        avatar_url = $"{origin}/uploads/-/system/user/avatar/{user.Id}/avatar.png",
        web_url = $"{origin}/{user.Username}",
        access_level = (int)level,
        created_at = Answers.Stamp(project.CreatedAt),
        expires_at = (string?)null,
        membership_state = "active",
    };

    public object Project(Project project) => new
    {
        id = project.Id,
        description = project.Description,
        name = project.Name,
        name_with_namespace = $"{project.Namespace} / {project.Name}",
        path = project.Name,
        path_with_namespace = project.Path,
        created_at = Answers.Stamp(project.CreatedAt),
        default_branch = project.DefaultBranch,
        tag_list = Array.Empty<string>(),
        topics = Array.Empty<string>(),
        ssh_url_to_repo = $"git@{new Uri(origin).Host}:{project.Path}.git",
        http_url_to_repo = $"{Web(project)}.git",
        web_url = Web(project),
        readme_url = $"{Web(project)}/-/blob/{project.DefaultBranch}/README.md",
        avatar_url = (string?)null,
        star_count = 0,
        forks_count = 0,
        last_activity_at = Answers.Stamp(LastActivity(project)),
        @namespace = new
        {
            id = 1,
            name = project.Namespace,
            path = project.Namespace,
            kind = "group",
            full_path = project.Namespace,
            parent_id = (long?)null,
            web_url = $"{origin}/groups/{project.Namespace}",
        },
        visibility = Word(project.Visibility),
        archived = false,
        public_jobs = project.HasPublicJobs,
        builds_access_level = project.HasPublicJobs ? "enabled" : "private",
        merge_requests_access_level = "enabled",
        jobs_enabled = true,
        empty_repo = false,
    };

    public object MergeRequest(MergeRequest request, bool withPipeline)
    {
        var shape = new Dictionary<string, object?>
        {
            ["id"] = request.Id,
            ["iid"] = request.Iid,
            ["project_id"] = request.Project.Id,
            ["title"] = request.Title,
            ["description"] = request.Description,
            ["state"] = request.State,
            ["created_at"] = Answers.Stamp(request.CreatedAt),
            ["updated_at"] = Answers.Stamp(request.CreatedAt),
            ["merged_at"] = null,
            ["closed_at"] = null,
            ["target_branch"] = request.Project.DefaultBranch,
            ["source_branch"] = request.SourceBranch,
            ["user_notes_count"] = 0,
            ["upvotes"] = 0,
            ["downvotes"] = 0,
            ["author"] = User(request.Author),
            ["assignees"] = new[] { User(request.Author) },
            ["assignee"] = User(request.Author),
            ["reviewers"] = request.Reviewers.Select(User).ToList(),
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
            ["web_url"] = $"{Web(request.Project)}/-/merge_requests/{request.Iid}",
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
        if (withPipeline)
        {
            shape["changes_count"] = "1";
            shape["head_pipeline"] = request.Pipelines.FirstOrDefault() is { } head ? Ci.Pipeline(head) : null;
            shape["diff_refs"] = new { base_sha = request.Sha, head_sha = request.Sha, start_sha = request.Sha };
        }

        return shape;
    }

    private static string MergeStatus(MergeRequest request) =>
        request.State != "opened" ? "not_open"
        : request.IsDraft ? "draft_status"
        : request.Pipelines.FirstOrDefault()?.Status switch
        {
            CiStatus.Failed or CiStatus.Canceled => "ci_must_pass",
            CiStatus.Pending or CiStatus.Running => "ci_still_running",
            _ => "mergeable",
        };

    private static DateTimeOffset LastActivity(Project project) =>
        project.Pipelines.Select(pipeline => pipeline.UpdatedAt).Append(project.CreatedAt).Max();

    private static string Word(Visibility visibility) => visibility switch
    {
        Visibility.Private => "private",
        Visibility.Internal => "internal",
        Visibility.Public => "public",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility)),
    };
}
