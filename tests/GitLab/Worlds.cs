using GitAIOps.GitLab;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GitAIOps.Tests.GitLab;

internal static class Worlds
{
    public const string Token = "glpat-of-a-test";

    public static ImpatientTime Clock(bool deadlinesCome = false) =>
        new(TimeSpan.FromSeconds(new GitLabOptions().AnswerSeconds), deadlinesCome);

    public static GitLabConnection Connection(string url, TimeProvider? time = null) =>
        new(
            Options.Create(new GitLabOptions { Url = url }),
            time ?? Clock(),
            NullLogger<GitLabConnection>.Instance);

    public static GitLabClient Client(this Loopback server, string? token = Token, TimeProvider? time = null) =>
        new(Connection(server.Url, time), token);

    public static GitLabWriter Writer(this Loopback server) => new(Connection(server.Url), Token);

    public static Task<GitLabException> RefusalOfAProjectAsync(this Loopback server, TimeProvider? time = null) =>
        Assert.ThrowsAsync<GitLabException>(
            () => server.Client(time: time).Projects.GetAsync("shop/api", TestContext.Current.CancellationToken));
}
