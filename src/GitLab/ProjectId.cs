using System.Globalization;

namespace GitAIOps.GitLab;

/// <summary>A project as GitLab's API names it: its number, or its full path. Escapes itself in a path.</summary>
public readonly record struct ProjectId
{
    private readonly string? _text;

    private ProjectId(string text) => _text = text;

    public static implicit operator ProjectId(long id) => FromInt64(id);

    public static implicit operator ProjectId(string path) => FromString(path);

    public static ProjectId FromInt64(long id) => new(id.ToString(CultureInfo.InvariantCulture));

    public static ProjectId FromString(string path) => new(path.Trim().Trim('/'));

    public override string ToString() => _text ?? "";
}
