namespace GitAIOps.Sandbox.Demo;

/// <summary>shop/api, C#: public; pipeline 42 is here.</summary>
internal static class ApiProject
{
    public static ProjectBuilder Add(SandboxWorld world) =>
        world.WithProject("shop/api", Visibility.Public, "Orders, carts and vouchers (C#)", TimeSpan.FromDays(400))
            .WithMember("ada", AccessLevel.Owner)
            .WithMember("max", AccessLevel.Maintainer)
            .WithMember("dora", AccessLevel.Developer)
            .WithMember("rae", AccessLevel.Reporter)
            .WithMember("gus", AccessLevel.Guest)
            .WithMergeRequest(
                17, "Expire unpaid orders after thirty minutes", "order-expiry", "dora", reviewer: "max",
                description: "Orders that nobody pays are set to Expired by a background job.", ago: TimeSpan.FromHours(20))
            .WithMergeRequest(16, "Vouchers with an end date", "voucher-dates", "max", reviewer: "ada", ago: TimeSpan.FromDays(2))
            .WithMergeRequest(15, "Draft: Move carts to Redis", "redis-carts", "dora", ago: TimeSpan.FromDays(4))
            .WithMergeRequest(14, "Round taxes per line", "tax-rounding", "max", state: "merged", ago: TimeSpan.FromDays(6));

    public static void AddPast(ProjectBuilder api)
    {
        api.WithPipeline(30, by: "max", ago: TimeSpan.FromDays(6), title: "Round taxes per line")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"), job => job.HasId(700))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("dotnet-test"), job => job.Covers(81.2))
            .WithJob("deploy-staging", "deploy", CiStatus.Success, JobLog.Sample("deploy"));
        api.WithPipeline(31, "voucher-dates", "max", TimeSpan.FromDays(2), "Vouchers with an end date", "merge_request_event")
            .WithJob("build", "build", CiStatus.Failed, JobLog.Sample("dotnet-compile"),
                job => job.RetryEndsIn(CiStatus.Failed))
            .WithJob("unit-tests", "test", CiStatus.Skipped, JobLog.Sample("dotnet-test"));
        api.WithPipeline(32, "redis-carts", "dora", TimeSpan.FromHours(30), "Try Redis for carts")
            .WithYamlErrors("jobs:integration-tests:needs config should be an array of jobs, job build-image is not defined");
    }

    public static void AddPipelines(ProjectBuilder api)
    {
        api.WithPipeline(40, by: "max", ago: TimeSpan.FromHours(3), title: "Raise the log level of refunds")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("dotnet-test"), job => job.Covers(81.4))
            .WithTrigger("storefront-checks", "test", downstreamPipeline: 38)
            .WithJob("deploy-staging", "deploy", CiStatus.Success, JobLog.Sample("deploy"));
        api.WithPipeline(41, "order-expiry", "dora", TimeSpan.FromMinutes(70), "Expire unpaid orders", "merge_request_event")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"))
            .WithJob("unit-tests", "test", CiStatus.Failed, JobLog.Sample("dotnet-test"))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("dotnet-test"), job => job.Covers(81.9));
        api.WithPipeline(42, by: "dora", ago: TimeSpan.FromMinutes(25), title: "Expire unpaid orders after thirty minutes")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"), job => job.HasId(813))
            .WithJob("code-style", "test", CiStatus.Failed, JobLog.Sample("dotnet-format"),
                job => job.MayFail().RetryTakes(TimeSpan.FromSeconds(6)).RetryEndsIn(CiStatus.Failed))
            .WithJob("unit-tests", "test", CiStatus.Failed, JobLog.Sample("dotnet-test"),
                job => job.Took(TimeSpan.FromSeconds(74)).RetryTakes(TimeSpan.FromSeconds(8)))
            .WithJob("deploy-staging", "deploy", CiStatus.Skipped, JobLog.Sample("deploy"),
                job => job.RetryTakes(TimeSpan.FromSeconds(3)));
    }
}
