namespace GitAIOps.Tests.GitLab;

public sealed class SandboxPagingTests
{
    [Fact]
    public async Task Pages_are_numbered_in_headers()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        using var answer = await gitLab.GetAsync("projects?per_page=1&page=2");

        Assert.Equal(["2", "1", "3", "1", "3", "3"], Headers(
            answer, "X-Page", "X-Per-Page", "X-Next-Page", "X-Prev-Page", "X-Total", "X-Total-Pages"));
        Assert.Contains("page=3&per_page=1>; rel=\"next\"", Link(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_jobs_of_a_project_are_never_counted()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        using var answer = await gitLab.GetAsync("projects/1/jobs?per_page=2");

        Assert.False(answer.Headers.Contains("X-Total"));
        Assert.False(answer.Headers.Contains("X-Total-Pages"));
        Assert.DoesNotContain("rel=\"last\"", Link(answer), StringComparison.Ordinal);
        Assert.Equal(["2"], Headers(answer, "X-Next-Page"));
    }

    [Theory]
    [InlineData("projects?pagination=keyset&order_by=id&sort=asc&per_page=2", "1 2 3")]
    [InlineData("projects?pagination=keyset&order_by=id&per_page=1", "3 2 1")]
    [InlineData("projects/2/jobs?pagination=keyset&scope[]=failed&per_page=2", "819 723 709 707 706")]
    public async Task A_keyset_is_followed_by_its_links(string first, string expected)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var ids = new List<string>();
        for (var next = first; next is not null;)
        {
            using var answer = await gitLab.GetAsync(next);
            var page = await SandboxClient.JsonOfAsync(answer);
            ids.AddRange(page.EnumerateArray().Select(row => row.GetProperty("id").GetRawText()));
            next = Link(answer) is { Length: > 0 } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }

        Assert.Equal(expected.Split(' '), ids);
    }

    [Theory]
    [InlineData("status=failed", "42 32 31")]
    [InlineData("status=failed&ref=main", "42")]
    [InlineData("username=max", "40 31 30")]
    [InlineData("updated_after=2026-05-04T08:00:00Z", "42")]
    [InlineData("sort=asc&per_page=2", "30 31")]
    [InlineData("order_by=status&sort=asc", "31 32 42 30 40 41")]
    public async Task Pipelines_are_found_by_what_was_asked(string query, string expected)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var found = await gitLab.ReadAsync($"projects/shop%2Fapi/pipelines?{query}");

        Assert.Equal(expected.Split(' '), found.EnumerateArray().Select(row => row.GetProperty("id").GetRawText()));
    }

    private static IEnumerable<string> Headers(HttpResponseMessage answer, params string[] names) =>
        names.Select(name => answer.Headers.GetValues(name).Single());

    private static string Link(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var values) ? string.Join(", ", values) : "";
}
