using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox.Http;

/// <summary>The JSON of pipelines and jobs.</summary>
internal sealed class CiShapes(Shapes shapes, DateTimeOffset now)
{
    public object PipelineInList(Pipeline pipeline) => new
    {
        id = pipeline.Id,
        iid = pipeline.Iid,
        project_id = pipeline.Project.Id,
        sha = pipeline.Commit.Sha,
        @ref = pipeline.Ref,
        status = Answers.Word(pipeline.Status),
        source = pipeline.Source,
        created_at = Answers.Stamp(pipeline.CreatedAt),
        updated_at = Answers.Stamp(pipeline.UpdatedAt),
        web_url = $"{shapes.Web(pipeline.Project)}/-/pipelines/{pipeline.Id}",
        name = (string?)null,
    };

    public object Pipeline(Pipeline pipeline) => new
    {
        id = pipeline.Id,
        iid = pipeline.Iid,
        project_id = pipeline.Project.Id,
        sha = pipeline.Commit.Sha,
        @ref = pipeline.Ref,
        status = Answers.Word(pipeline.Status),
        source = pipeline.Source,
        created_at = Answers.Stamp(pipeline.CreatedAt),
        updated_at = Answers.Stamp(pipeline.UpdatedAt),
        web_url = $"{shapes.Web(pipeline.Project)}/-/pipelines/{pipeline.Id}",
        before_sha = pipeline.Commit.ParentSha,
        tag = false,
        yaml_errors = pipeline.YamlErrors,
        user = shapes.User(pipeline.User),
        started_at = Answers.Stamp(pipeline.StartedAt),
        finished_at = Answers.Stamp(pipeline.FinishedAt),
        committed_at = (string?)null,
        duration = Seconds(pipeline.StartedAt, pipeline.FinishedAt) is { } seconds ? (long?)seconds : null,
        queued_duration = Seconds(pipeline.CreatedAt, pipeline.StartedAt) is { } queued ? (long?)queued : null,
        coverage = Coverage(pipeline),
        detailed_status = DetailedStatus(pipeline),
        name = (string?)null,
    };

    public object Job(Job job)
    {
        var shape = Common(job);
        shape["artifacts"] = job.FinishedAt is null
            ? []
            : new object[] { new { file_type = "trace", size = 4096, filename = "job.log", file_format = "raw" } };
        shape["runner"] = job.StartedAt is null ? null : Runner;
        shape["runner_manager"] = null;
        shape["artifacts_expire_at"] = null;
        shape["archived"] = false;
        shape["tag_list"] = Array.Empty<string>();
        return shape;
    }

    public object Bridge(Job job)
    {
        var shape = Common(job);
        shape["downstream_pipeline"] = job.Downstream is { } downstream ? PipelineInList(downstream) : null;
        return shape;
    }

    private static object Runner { get; } = new
    {
        id = 3,
        description = "shop-docker-runner-1",
        ip_address = (string?)null,
        active = true,
        paused = false,
        is_shared = true,
        runner_type = "instance_type",
        name = "gitlab-runner",
        online = true,
        status = "online",
    };

    private Dictionary<string, object?> Common(Job job)
    {
        var shape = new Dictionary<string, object?>
        {
            ["id"] = job.Id,
            ["status"] = Answers.Word(job.Status),
            ["stage"] = job.Stage,
            ["name"] = job.Name,
            ["ref"] = job.Pipeline.Ref,
            ["tag"] = false,
            ["coverage"] = job.Coverage,
            ["allow_failure"] = job.MayFail,
            ["created_at"] = Answers.Stamp(job.CreatedAt),
            ["started_at"] = Answers.Stamp(job.StartedAt),
            ["finished_at"] = Answers.Stamp(job.FinishedAt),
            ["erased_at"] = null,
            ["duration"] = Seconds(job.StartedAt, job.FinishedAt ?? now),
            ["queued_duration"] = Seconds(job.QueuedAt, job.StartedAt ?? now),
            ["user"] = shapes.User(job.User),
            ["commit"] = Commit(job.Pipeline),
            ["pipeline"] = PipelineOfJob(job.Pipeline),
            ["web_url"] = $"{shapes.Web(job.Pipeline.Project)}/-/jobs/{job.Id}",
            ["project"] = new { ci_job_token_scope_enabled = false },
        };
        if (job.FailureReason is { } reason)
            shape["failure_reason"] = reason;
        return shape;
    }

    private object PipelineOfJob(Pipeline pipeline) => new
    {
        id = pipeline.Id,
        iid = pipeline.Iid,
        project_id = pipeline.Project.Id,
        sha = pipeline.Commit.Sha,
        @ref = pipeline.Ref,
        status = Answers.Word(pipeline.Status),
        source = pipeline.Source,
        created_at = Answers.Stamp(pipeline.CreatedAt),
        updated_at = Answers.Stamp(pipeline.UpdatedAt),
        web_url = $"{shapes.Web(pipeline.Project)}/-/pipelines/{pipeline.Id}",
    };

    private object Commit(Pipeline pipeline)
    {
        var commit = pipeline.Commit;
        var (at, mail) = (Answers.Stamp(commit.At), $"{commit.Author.Username}@shop.example");
        return new
        {
            id = commit.Sha,
            short_id = commit.Sha[..8],
            created_at = at,
            parent_ids = new[] { commit.ParentSha },
            title = commit.Title,
            message = commit.Title + "\n",
            author_name = commit.Author.Name,
            author_email = mail,
            authored_date = at,
            committer_name = commit.Author.Name,
            committer_email = mail,
            committed_date = at,
            trailers = new { },
            extended_trailers = new { },
            web_url = $"{shapes.Web(pipeline.Project)}/-/commit/{commit.Sha}",
        };
    }

    private static object DetailedStatus(Pipeline pipeline)
    {
        var word = Answers.Word(pipeline.Status);
        var warned = pipeline.Status == CiStatus.Success && pipeline.Current.Any(job => job.IsIgnored);
        var text = word switch { "success" when warned => "warning", "success" => "passed", _ => word };
        return new
        {
            icon = warned ? "status_warning" : $"status_{word}",
            text,
            label = warned ? "passed with warnings" : text,
            group = warned ? "success-with-warnings" : word,
            tooltip = warned ? "passed" : text,
            has_details = true,
            details_path = $"/{pipeline.Project.Path}/-/pipelines/{pipeline.Id}",
            illustration = (object?)null,
            favicon = $"/assets/ci_favicons/favicon_status_{word}.png",
        };
    }

    private static string? Coverage(Pipeline pipeline)
    {
        var covered = pipeline.Current.Select(job => job.Coverage).OfType<double>().ToList();
        return covered.Count == 0 ? null : FormattableString.Invariant($"{covered.Average():0.00}");
    }

    private static double? Seconds(DateTimeOffset? from, DateTimeOffset? to) =>
        from is { } start && to is { } end ? Math.Round((end - start).TotalSeconds, 6) : null;
}
