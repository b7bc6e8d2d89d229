using System.Text;
using GitAIOps.Sandbox;
using GitAIOps.Tests.Plugins.World;
using GitAIOps.Turns;
using Found = GitAIOps.Plugins.Pipelines.JobLog;
using Sample = GitAIOps.Sandbox.JobLog;

namespace GitAIOps.Tests.Plugins.Pipelines;

public sealed class LogTests
{
    [Fact]
    public async Task The_end_of_a_log_is_shown_with_its_line_numbers()
    {
        await using var world = await WithLogAsync(string.Join('\n', Enumerable.Range(1, 500).Select(line => $"line {line}")));

        var log = await ReadAsync(world);

        Assert.Equal(
            (441, "line 441", 500, "line 500", 500),
            (log.Lines[0].Number, log.Lines[0].Words, log.Lines[^1].Number, log.Lines[^1].Words, log.LineCount));
    }

    [Fact]
    public async Task A_section_is_shown_alone()
    {
        await using var world = await WithLogAsync(
            "start\r\nsection_start:1:get_sources\r\u001b[0KFetching\r\nfetched\r\nsection_end:2:get_sources\r\u001b[0K\r\n"
            + "section_start:2:step_script\r\u001b[0K$ make\r\nbroken\r\nsection_end:3:step_script\r\u001b[0K\r\nend\r\n");

        var log = await ReadAsync(world, "step_script");

        Assert.Equal([new(5, "$ make"), new CodeLine(6, "broken")], log.Lines);
    }

    [Fact]
    public async Task A_section_that_is_not_there_is_told_with_those_that_are()
    {
        await using var world = await PluginWorld.StartAsync();

        var told = await world.FailureOfAsync(
            "Pipelines-log", new() { ["job"] = "unit-tests", ["section"] = "nothing" },
            focus: Focus.Nothing with { Project = "shop/api", Pipeline = 42 });

        Assert.Contains("`step_script`", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_masked()
    {
        var secret = "glpat-" + "abcdefghij0123456789";
        await using var world = await WithLogAsync($"remote: token={secret}\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n");

        var words = (await ReadAsync(world)).Card().Words();

        Assert.DoesNotContain(secret, words, StringComparison.Ordinal);
        Assert.DoesNotContain("MIIEow", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_log_is_told()
    {
        await using var world = await WithLogAsync("");

        var card = (await ReadAsync(world)).Card();

        Assert.Equal("The log of unit is empty", card.Title);
    }

    [Fact]
    public async Task Binary_junk_and_one_endless_line_are_no_trouble()
    {
        var bytes = new byte[3_000_000];
        new Random(42).NextBytes(bytes);
        bytes.AsSpan().Replace((byte)'\n', (byte)'x');
        await using var world = await WithLogAsync(Sample.Of(bytes));

        var log = await ReadAsync(world);

        Assert.Equal((1, 1), (log.LineCount, log.Lines.Count));
    }

    [Fact]
    public async Task The_pipeline_said_counts_and_not_the_conversations()
    {
        await using var world = await PluginWorld.StartAsync();

        var log = await world.AskAsync<Found>(
            "Pipelines-log",
            new() { ["job"] = "install", ["pipeline"] = "39" },
            focus: Focus.Nothing with { Project = "shop/api", Pipeline = 42 });

        Assert.Equal(39, log.Pipeline);
    }

    [Fact]
    public async Task Somebody_unlinked_is_told_that_logs_are_for_users()
    {
        await using var world = await PluginWorld.StartAsync();

        var told = await world.FailureOfAsync("Pipelines-log", new() { ["job"] = "815" }, who: "uma");

        Assert.Contains("you are not linked to one", told, StringComparison.Ordinal);
        Assert.DoesNotContain("valid token", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_told_with_those_that_are()
    {
        await using var world = await PluginWorld.StartAsync();

        var told = await world.FailureOfAsync(
            "Pipelines-log", new() { ["job"] = "lint" }, focus: Focus.Nothing with { Project = "shop/api", Pipeline = 42 });

        Assert.Contains("`unit-tests`", told, StringComparison.Ordinal);
    }

    private static Task<PluginWorld> WithLogAsync(string log) => WithLogAsync(Sample.Of(Encoding.UTF8.GetBytes(log)));

    private static Task<PluginWorld> WithLogAsync(Sample log) =>
        PluginWorld.StartAsync(gitLab => gitLab
            .WithProject("lab/logs").WithMember("dora", AccessLevel.Developer)
            .WithPipeline(90).WithJob("unit", "test", CiStatus.Failed, log, job => job.HasId(990)));

    private static Task<Found> ReadAsync(PluginWorld world, string? section = null)
    {
        var arguments = new Dictionary<string, string> { ["job"] = "990" };
        if (section is not null)
            arguments["section"] = section;
        return world.AskAsync<Found>("Pipelines-log", arguments);
    }
}
