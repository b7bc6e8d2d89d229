using System.Text.RegularExpressions;
using GitAIOps.Sandbox;

namespace GitAIOps.Tests.GitLab;

public sealed partial class SandboxLogTests
{
    [Theory]
    [InlineData("shop%2Fapi", 815, "Actual:   Pending")]
    [InlineData("shop%2Fapi", 814, "error WHITESPACE")]
    [InlineData("shop%2Fapi", 703, "error CS1061")]
    [InlineData("shop%2Fweb", 706, "error TS2345")]
    [InlineData("shop%2Fweb", 707, "no-unused-vars")]
    [InlineData("shop%2Fweb", 709, "ERESOLVE could not resolve")]
    [InlineData("shop%2Fweb", 723, "adds the voucher before tax")]
    [InlineData("shop%2Fweb", 819, "toomanyrequests")]
    [InlineData("shop%2Fpayments", 712, "panic: runtime error")]
    [InlineData("shop%2Fpayments", 713, "connection timed out")]
    [InlineData("shop%2Fpayments", 715, "exit code 137")]
    [InlineData("shop%2Fpayments", 824, "glpat-")]
    public async Task A_failed_job_of_the_demo_says_why(string project, long job, string proof)
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var log = await gitLab.TraceAsync(job, project);

        Assert.Contains(proof, log, StringComparison.Ordinal);
        Assert.Contains("\e[31;1mERROR: Job failed: ", log, StringComparison.Ordinal);
        Assert.Contains(":step_script\r\e[0K", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_of_the_demo_are_neither_tiny_nor_huge()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();
        string[] projects = ["shop%2Fapi", "shop%2Fweb", "shop%2Fpayments"];

        var lengths = new List<int>();
        foreach (var project in projects)
        {
            var failed = await gitLab.ReadAsync($"projects/{project}/jobs?scope[]=failed&per_page=100");
            foreach (var job in failed.EnumerateArray())
                lengths.Add((await gitLab.TraceAsync(job.GetProperty("id").GetInt64(), project)).Split('\n').Length);
        }

        Assert.All(lengths, length => Assert.InRange(length, 70, 3000));
    }

    [Fact]
    public async Task A_log_is_the_same_however_often_it_is_read()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        Assert.Equal(await gitLab.TraceAsync(815), await gitLab.TraceAsync(815));
    }

    [Fact]
    public async Task A_log_with_time_stamps_has_one_on_every_line()
    {
        await using var gitLab = await SandboxClient.OfDemoAsync();

        var log = await gitLab.TraceAsync(712, "shop%2Fpayments");

        Assert.All(log.TrimEnd().Split('\n'), line => Assert.Matches(TimeStamp(), line));
    }

    [Fact]
    public async Task A_log_may_be_anything()
    {
        await using var gitLab = await SandboxClient.StartAsync(clock =>
        {
            var world = new SandboxWorld(clock).WithUser("ada", token: "sandbox-ada");
            world.WithProject("a/b", Visibility.Public).WithPipeline()
                .WithJob("empty", "test", CiStatus.Failed)
                .WithJob("binary", "test", CiStatus.Failed, JobLog.Of(new byte[] { 0xff, 0x00, 0xfe }))
                .WithJob("large", "test", CiStatus.Failed, JobLog.From(async (stream, token) =>
                {
                    for (var megabyte = 0; megabyte < 3; megabyte++)
                        await stream.WriteAsync(new byte[1 << 20], token);
                }));
            return world;
        });

        int[] lengths = [await LengthAsync(gitLab, 1), await LengthAsync(gitLab, 2), await LengthAsync(gitLab, 3)];

        Assert.Equal([0, 3, 3 << 20], lengths);
    }

    [Fact]
    public void Every_sample_can_be_loaded_and_no_other()
    {
        Assert.All(JobLog.Samples, name => Assert.NotNull(JobLog.Sample(name)));
        Assert.Throws<ArgumentException>(() => JobLog.Sample("nothing"));
    }

    private static async Task<int> LengthAsync(SandboxClient gitLab, long job)
    {
        using var answer = await gitLab.GetAsync($"projects/a%2Fb/jobs/{job}/trace");
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z 0[01][OE] ")]
    private static partial Regex TimeStamp();
}
