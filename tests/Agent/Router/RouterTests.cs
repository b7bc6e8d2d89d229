using GitAIOps.Agent.Models.Builtin;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Agent.Routing;

public sealed class RouterTests
{
    private static readonly Router Router = Router.Open();

    private static readonly Focus JobInFocus = Focus.Nothing with { Project = "shop/api", Pipeline = 42, Job = 815 };

    private static readonly Focus TwoJobs = Focus.Nothing with
    {
        Pipeline = 42,
        Listed = [new("job", 811, "build"), new("job", 812, "lint")],
    };

    [Theory]
    [InlineData("why did pipeline 42 fail?", "Diagnosis-diagnose_pipeline", "pipeline=42")]
    [InlineData("WHY DID PIPLINE #42 FAIL???", "Diagnosis-diagnose_pipeline", "pipeline=42")]
    [InlineData("what's wrong with the unit-test job?", "Diagnosis-diagnose_job", "job=unit-test")]
    [InlineData("show me the log of https://git.example.com/a/b/-/jobs/7", "Pipelines-log", "project=a/b job=7")]
    [InlineData("are we affected by cve-2021-44228?", "Scanning-affected_by", "advisory=CVE-2021-44228")]
    [InlineData("which pipelines failed in the last 2 weeks?", "Pipelines-list", "status=failed since=last 2 weeks")]
    [InlineData("roll back production pls", "Remediation-rollback", "environment=production")]
    public void A_request_becomes_a_function_with_its_arguments(string text, string function, string arguments)
    {
        var route = Router.Route(text, Focus.Nothing);

        Assert.Equal(function, route.Function);
        Assert.Equal(arguments, string.Join(' ', route.Arguments.Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Empty(route.Needs);
    }

    [Theory]
    [InlineData("show me its log", "job", "815")]
    [InlineData("retry it", "job", "815")]
    [InlineData("retry the failed jobs", "pipeline", "42")]
    public void It_means_what_the_conversation_is_about(string text, string argument, string value)
    {
        var route = Router.Route(text, JobInFocus);

        Assert.Equal(value, route.Arguments[argument]);
    }

    [Theory]
    [InlineData("show me the log of the second one", "812")]
    [InlineData("retry the lint one", "812")]
    public void A_place_in_the_last_list_is_found(string text, string job)
    {
        var route = Router.Route(text, TwoJobs);

        Assert.Equal(job, route.Arguments["job"]);
    }

    [Theory]
    [InlineData("why did the ninth one fail?", "There were only 2")]
    [InlineData("why did the 9th one fail?", "There were only 2")]
    [InlineData("retry the third job", "There were only 2")]
    [InlineData("the fourth one", "There were only 2")]
    public void A_place_beyond_the_list_is_told_and_nothing_older_is_taken(string text, string words)
    {
        var route = Router.Route(text, TwoJobs with { Job = 800 });

        Assert.StartsWith(words, route.Obstacle, StringComparison.Ordinal);
        Assert.Empty(route.Arguments);
    }

    [Fact]
    public void A_place_without_a_list_is_told()
    {
        var route = Router.Route("why did the second one fail?", JobInFocus);

        Assert.StartsWith("I have shown no list here", route.Obstacle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why did the second one fail?", "Diagnosis-diagnose_job", "812")]
    [InlineData("show me the log of #2", "Pipelines-log", "812")]
    [InlineData("the second one", "Diagnosis-diagnose_job", "812")]
    [InlineData("811", "Diagnosis-diagnose_job", "811")]
    public void A_place_leads_to_the_function_of_its_kind(string text, string function, string job)
    {
        var route = Router.Route(text, TwoJobs);

        Assert.Equal((function, job, null), (route.Function, route.Arguments["job"], route.Obstacle));
    }

    [Theory]
    [InlineData("42", "Pipelines-status", "42")]
    [InlineData("41", "Diagnosis-diagnose_pipeline", "41")]
    [InlineData("the second one", "Diagnosis-diagnose_pipeline", "41")]
    public void A_bare_number_is_looked_at_and_a_failed_one_explained(string text, string function, string pipeline)
    {
        var focus = Focus.Nothing with
        {
            Listed = [new("pipeline", 44, "pipeline 44", Status: "success"), new("pipeline", 41, "pipeline 41", Status: "failed")],
        };

        var route = Router.Route(text, focus);

        Assert.Equal((function, pipeline), (route.Function, route.Arguments["pipeline"]));
    }

    [Theory]
    [InlineData("why did !17 fail?", "That is a merge request")]
    [InlineData("retry !17", "That is a merge request")]
    [InlineData("is job 815 green?", "That is a job")]
    public void What_a_function_cannot_look_at_is_told_and_nothing_older_is_taken(string text, string words)
    {
        var route = Router.Route(text, Focus.Nothing with { Project = "shop/api", Pipeline = 42 });

        Assert.StartsWith(words, route.Obstacle, StringComparison.Ordinal);
        Assert.Empty(route.Arguments);
    }

    [Theory]
    [InlineData("is !17 green?", "Pipelines-status", "mr=17")]
    [InlineData("show me the log of unit-tests in pipeline 39", "Pipelines-log", "job=unit-tests pipeline=39")]
    [InlineData("show me the log of install in shop/web", "Pipelines-log", "job=install project=shop/web")]
    [InlineData("show me the log of 815", "Pipelines-log", "job=815")]
    [InlineData("why did pipeline forty-two fail?", "Diagnosis-diagnose_pipeline", "pipeline=42")]
    [InlineData("is pipeline seven green?", "Pipelines-status", "pipeline=7")]
    public void What_is_said_counts_and_not_the_conversation(string text, string function, string arguments)
    {
        var route = Router.Route(text, JobInFocus with { Project = "shop/api", Pipeline = 41 });

        Assert.Equal(function, route.Function);
        Assert.Equal(
            arguments, string.Join(' ', route.Arguments.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("delete pipeline 42")]
    [InlineData("delete job 815")]
    public void What_nobody_can_do_is_not_understood(string text)
    {
        var route = Router.Route(text, JobInFocus);

        Assert.Equal((null, RouteReason.Unknown), (route.Function, route.Reason));
    }

    [Theory]
    [InlineData("retry the failed jobs", "pipeline")]
    [InlineData("cancel the job", "job")]
    [InlineData("who should review this?", "mr")]
    [InlineData("roll back", "environment")]
    public void What_nobody_said_is_asked_for(string text, string missing)
    {
        var route = Router.Route(text, Focus.Nothing);

        Assert.Equal([missing], route.Needs);
    }

    [Theory]
    [InlineData("what would happen if I retried it?")]
    [InlineData("don't retry it")]
    [InlineData("should I cancel it?")]
    [InlineData("retry job 815? no, don't")]
    public void A_change_that_is_only_talked_about_is_not_proposed(string text)
    {
        var route = Router.Route(text, JobInFocus);

        Assert.Null(route.Function);
        Assert.Equal(RouteReason.Conditional, route.Reason);
    }

    [Fact]
    public void Two_requests_keep_their_order()
    {
        var route = Router.Route("why did pipeline 42 fail and who should review !17?", Focus.Nothing);

        Assert.Equal(
            ["Diagnosis-diagnose_pipeline", "Triage-reviewers"], route.Requests.Select(request => request.Function));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???")]
    public void Words_that_ask_nothing_are_not_understood(string text)
    {
        var route = Router.Route(text, Focus.Nothing);

        Assert.Equal(RouteReason.Unknown, route.Reason);
    }
}
