using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>An endpoint, written as GitLab's documentation writes it.</summary>
/// <param name="Path">Below <c>/api/v4</c>, parameters as <c>:id</c>.</param>
/// <param name="Answer">Runs while the world stands still.</param>
internal sealed record Route(string Method, string Path, Func<Call, IResult> Answer)
{
    public string Words => $"{Method} {Path}";

    /// <summary>The path as ASP.NET Core writes it.</summary>
    public string Pattern =>
        "/api/v4" + string.Join('/', Path.Split('/').Select(part => part.StartsWith(':') ? $"{{{part[1..]}}}" : part));

    public static Route Get(string path, Func<Call, IResult> answer) => new("GET", path, answer);

    public static Route Post(string path, Func<Call, IResult> answer) => new("POST", path, answer);
}
