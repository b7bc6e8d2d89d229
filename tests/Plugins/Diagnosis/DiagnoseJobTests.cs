using GitAIOps.Plugins.Diagnosis;
using GitAIOps.Tests.Plugins.World;

namespace GitAIOps.Tests.Plugins.Diagnosis;

public sealed class DiagnoseJobTests
{
    [Theory]
    [InlineData("815")]
    [InlineData("unit-tests")]
    [InlineData("Unit")]
    public async Task A_job_is_explained_by_number_or_name(string job)
    {
        await using var world = await PluginWorld.StartAsync();

        var finding = await world.AskAsync<FailureFinding>(
            "Diagnosis-diagnose_job", new() { ["job"] = job, ["pipeline"] = "42" });

        Assert.Equal(("Job unit-tests", 815), (finding.Subject, Assert.Single(finding.Failures).Id));
    }

    [Fact]
    public async Task A_job_that_passed_has_nothing_to_explain()
    {
        await using var world = await PluginWorld.StartAsync();

        var card = (await world.AskAsync("Diagnosis-diagnose_job", new() { ["job"] = "813" })).Card();

        Assert.Equal("Job build passed, so there is no failure to explain", card.Title);
    }
}
