using GitAIOps.Plugins.Pipelines;
using GitAIOps.Tests.Plugins.World;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Plugins.Pipelines;

public sealed class ListTests
{
    [Fact]
    public async Task Failed_pipelines_of_today_come_from_all_projects_of_the_person()
    {
        await using var world = await PluginWorld.StartAsync();

        var list = await world.AskAsync<PipelineList>(
            "Pipelines-list", new() { ["status"] = "broken", ["since"] = "today" }, who: "max");

        Assert.Equal([45, 43, 42, 39, 36, 35], list.Pipelines.Select(pipeline => pipeline.Id).OrderDescending());
    }

    [Fact]
    public async Task The_newest_comes_first()
    {
        await using var world = await PluginWorld.StartAsync();

        var list = await world.AskAsync<PipelineList>("Pipelines-list", new() { ["project"] = "shop/api" });

        Assert.Equal(list.Pipelines.Select(one => one.UpdatedAt).OrderDescending(), list.Pipelines.Select(one => one.UpdatedAt));
    }

    [Fact]
    public async Task The_second_one_is_known_afterwards()
    {
        await using var world = await PluginWorld.StartAsync();

        var list = await world.AskAsync<PipelineList>("Pipelines-list", new() { ["project"] = "shop/api" });

        Assert.Equal(
            list.Pipelines.Select(one => new Listed("pipeline", one.Id, $"pipeline {one.Id}", "shop/api", one.Status)),
            list.Focus.Listed);
    }

    [Fact]
    public async Task A_project_whose_pipelines_are_closed_is_not_said_to_have_been_looked_in()
    {
        await using var world = await PluginWorld.StartAsync();

        var list = await world.AskAsync<PipelineList>("Pipelines-list", who: "rae");

        Assert.Equal(["shop/api", "shop/web"], list.Projects.Order());
    }

    [Fact]
    public async Task None_is_an_answer()
    {
        await using var world = await PluginWorld.StartAsync();

        var card = (await world.AskAsync(
            "Pipelines-list", new() { ["project"] = "shop/api", ["status"] = "failed", ["ref"] = "nowhere" })).Card();

        Assert.Equal("No pipeline failed on nowhere", card.Title);
    }

    [Theory]
    [InlineData("since", "whenever", "whenever")]
    [InlineData("status", "purple", "purple")]
    public async Task Words_that_are_not_understood_are_told(string argument, string words, string told)
    {
        await using var world = await PluginWorld.StartAsync();

        var failure = await world.FailureOfAsync("Pipelines-list", new() { [argument] = words });

        Assert.Contains(told, failure, StringComparison.Ordinal);
    }
}
