using GitAIOps.GitLab;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Tests.GitLab;

public sealed class PageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_goes_on_by_its_link()
    {
        await using var server = await Loopback.AnsweringAsync(context => PageAsync(context, last: 3, byLink: true));

        var ids = await IdsAsync(server, 1000);

        Assert.Equal([1, 2, 3], ids);
    }

    [Fact]
    public async Task A_list_goes_on_by_its_next_page_header()
    {
        await using var server = await Loopback.AnsweringAsync(context => PageAsync(context, last: 3, byLink: false));

        var ids = await IdsAsync(server, 1000);

        Assert.Equal([1, 2, 3], ids);
    }

    [Fact]
    public async Task A_list_ends_at_its_cap()
    {
        await using var server = await Loopback.AnsweringAsync(context => PageAsync(context, last: 100, byLink: true));

        var ids = await IdsAsync(server, 2);

        Assert.Equal([1, 2], ids);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/api/v4/projects?page=2")]
    [InlineData("https://gitlab.example.com/api/v4/projects?page=2")]
    public async Task A_next_link_to_another_server_is_not_followed(string link)
    {
        await using var server = await Loopback.AnsweringAsync(context =>
        {
            context.Response.Headers.Link = $"<{link}>; rel=\"next\"";
            return Loopback.SayAsync(context, 200, "application/json", """[{"id":1,"path_with_namespace":"a/b"}]""");
        });

        var refusal = await Assert.ThrowsAsync<GitLabException>(() => IdsAsync(server, 1000));

        Assert.Equal((FailureKind.NotGitLab, 1), (refusal.Kind, server.Requests.Count));
    }

    [Fact]
    public async Task A_next_link_with_the_wrong_host_gives_way_to_the_page_number()
    {
        await using var server = await Loopback.AnsweringAsync(context =>
        {
            context.Response.Headers.Link = "<https://internal.example/api/v4/projects?page=2>; rel=\"next\"";
            return PageAsync(context, last: 2, byLink: false);
        });

        var ids = await IdsAsync(server, 2);

        Assert.Equal([1, 2], ids);
    }

    private static Task PageAsync(HttpContext context, int last, bool byLink)
    {
        var page = int.TryParse(context.Request.Query["page"], out var number) ? number : 1;
        if (page < last && byLink)
        {
            var address = $"http://{context.Request.Host}/api/v4/projects?a=1,2&page={page + 1}";
            context.Response.Headers.Link = $"<http://{context.Request.Host}/first>; rel=\"first\", <{address}>; rel=\"next\"";
        }

        context.Response.Headers["x-next-page"] = page < last && !byLink ? $"{page + 1}" : "";
        return Loopback.SayAsync(context, 200, "application/json", $$"""[{"id":{{page}},"path_with_namespace":"a/b"}]""");
    }

    private static async Task<List<long>> IdsAsync(Loopback server, int most)
    {
        var ids = new List<long>();
        await foreach (var project in server.Client().Projects.ListAsync(membership: true, most, Stop))
            ids.Add(project.Id);
        return ids;
    }
}
