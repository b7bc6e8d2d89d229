using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox.Http;

/// <summary>The JSON of projects.</summary>
/// <remarks>GitLab: lib/api/entities/basic_project_details.rb and project.rb</remarks>
internal sealed class ProjectShapes(Shapes shapes)
{
    /// <summary>What <c>simple=true</c> asks for, and what everyone without a token gets.</summary>
    public Dictionary<string, object?> Brief(Project project, User? reader)
    {
        var shape = new Dictionary<string, object?>
        {
            ["id"] = project.Id,
            ["description"] = project.Description,
            ["name"] = project.Name,
            ["name_with_namespace"] = $"{project.Namespace} / {project.Name}",
            ["path"] = project.Name,
            ["path_with_namespace"] = project.Path,
            ["created_at"] = Answers.Stamp(project.CreatedAt),
            ["tag_list"] = Array.Empty<string>(),
            ["topics"] = Array.Empty<string>(),
            ["ssh_url_to_repo"] = $"git@{new Uri(shapes.Origin).Host}:{project.Path}.git",
            ["http_url_to_repo"] = $"{shapes.Web(project)}.git",
            ["web_url"] = shapes.Web(project),
            ["avatar_url"] = null,
            ["star_count"] = 0,
            ["last_activity_at"] = Answers.Stamp(project.LastActivityAt),
            ["namespace"] = new
            {
                id = 1,
                name = project.Namespace,
                path = project.Namespace,
                kind = "group",
                full_path = project.Namespace,
                parent_id = (long?)null,
                web_url = $"{shapes.Origin}/groups/{project.Namespace}",
            },
        };
        if (project.ShowsCodeTo(reader))
        {
            shape["default_branch"] = project.DefaultBranch;
            shape["readme_url"] = $"{shapes.Web(project)}/-/blob/{project.DefaultBranch}/README.md";
            shape["forks_count"] = 0;
        }

        return shape;
    }

    public object Full(Project project, User? reader)
    {
        var shape = Brief(project, reader);
        if (reader is null)
            return shape;
        shape["visibility"] = Word(project.Visibility);
        shape["archived"] = false;
        shape["empty_repo"] = false;
        shape["jobs_enabled"] = true;
        shape["public_jobs"] = project.HasPublicJobs;
        shape["builds_access_level"] = "enabled";
        shape["merge_requests_access_level"] = "enabled";
        return shape;
    }

    private static string Word(Visibility visibility) => visibility switch
    {
        Visibility.Private => "private",
        Visibility.Internal => "internal",
        Visibility.Public => "public",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility)),
    };
}
