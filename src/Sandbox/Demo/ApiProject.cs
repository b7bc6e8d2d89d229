namespace GitAIOps.Sandbox.Demo;

/// <summary>shop/api, C#: public; pipeline 42 is here.</summary>
internal static class ApiProject
{
    public static ProjectBuilder Add(SandboxWorld world) =>
        world.WithProject("shop/api", Visibility.Public, "Orders, carts and vouchers (C#)", Days(400))
            .WithMember("ada", AccessLevel.Owner)
            .WithMember("max", AccessLevel.Maintainer)
            .WithMember("dora", AccessLevel.Developer)
            .WithMember("rae", AccessLevel.Reporter)
            .WithMember("gus", AccessLevel.Guest)
            .WithMergeRequest(14, "Round taxes per line", "tax-rounding", "max", state: "merged", ago: Days(6))
            .WithMergeRequest(15, "Draft: Move carts to Redis", "redis-carts", "dora", ago: Days(4))
            .WithMergeRequest(16, "Vouchers with an end date", "voucher-dates", "max", "ada", ago: Days(2))
            .WithMergeRequest(
                17,
                "Expire unpaid orders after thirty minutes",
                "order-expiry",
                "dora",
                "max",
                description: "A background job sets orders that nobody pays to Expired.",
                ago: TimeSpan.FromHours(20));

    public static void AddPast(ProjectBuilder api)
    {
        api.WithPipeline(30, by: "max", ago: Days(6), title: "Round taxes per line")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"), job => job.HasId(700))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("dotnet-test"), job => job.Covers(81.2))
            .WithJob("deploy-staging", "deploy", CiStatus.Success, JobLog.Sample("deploy"));
        api.WithPipeline(31, "voucher-dates", "max", Days(2), "Vouchers with an end date")
            .WithJob("build", "build", CiStatus.Failed, JobLog.Sample("dotnet-compile"), FailsAgain)
            .WithJob("unit-tests", "test", CiStatus.Skipped, JobLog.Sample("dotnet-test"));
        api.WithPipeline(32, "redis-carts", "dora", TimeSpan.FromHours(30), "Try Redis for carts")
            .WithYamlErrors("'e2e-tests' job needs 'build-image' job, but 'build-image' is not in any previous stage");
    }

    public static void AddPipelines(ProjectBuilder api)
    {
        api.WithPipeline(40, by: "max", ago: TimeSpan.FromHours(3), title: "Raise the log level of refunds")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("dotnet-test"), job => job.Covers(81.4))
            .WithTrigger("storefront-checks", "test", downstreamPipeline: 38)
            .WithJob("deploy-staging", "deploy", CiStatus.Success, JobLog.Sample("deploy"));
        api.WithPipeline(41, "order-expiry", "dora", TimeSpan.FromMinutes(70), "Expire orders")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"))
            .WithJob("unit-tests", "test", CiStatus.Failed, JobLog.Sample("dotnet-test"))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("dotnet-test"), job => job.Covers(81.9));
        api.WithPipeline(42, by: "dora", ago: TimeSpan.FromMinutes(25), title: "Expire unpaid orders")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("dotnet-build"), job => job.HasId(813))
            .WithJob("code-style", "test", CiStatus.Failed, JobLog.Sample("dotnet-format"), job =>
                job.MayFail().RetryTakes(TimeSpan.FromSeconds(6)).RetryEndsIn(CiStatus.Failed))
            .WithJob("unit-tests", "test", CiStatus.Failed, JobLog.Sample("dotnet-test"), job =>
                job.Took(TimeSpan.FromSeconds(74)).RetryTakes(TimeSpan.FromSeconds(8)))
            .WithJob("deploy-staging", "deploy", CiStatus.Skipped, JobLog.Sample("deploy"), job =>
                job.RetryTakes(TimeSpan.FromSeconds(3)));
    }

    private static void FailsAgain(JobBuilder job) => job.RetryEndsIn(CiStatus.Failed);

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
