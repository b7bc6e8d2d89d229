namespace GitAIOps.Sandbox.Demo;

/// <summary>shop/web, TypeScript: for everyone who signed in.</summary>
internal static class WebProject
{
    public static ProjectBuilder Add(SandboxWorld world) =>
        world.WithProject("shop/web", Visibility.Internal, "The storefront (TypeScript)", TimeSpan.FromDays(380))
            .WithMember("ada", AccessLevel.Owner)
            .WithMember("max", AccessLevel.Developer)
            .WithMember("dora", AccessLevel.Maintainer)
            .WithMember("rae", AccessLevel.Reporter)
            .WithMergeRequest(8, "Postcode in the address form", "postcode", "dora", "ada", ago: TimeSpan.FromHours(27))
            .WithMergeRequest(9, "React 19", "react-19", "max", "dora", ago: TimeSpan.FromHours(23));

    public static void AddPast(ProjectBuilder web)
    {
        web.WithPipeline(33, "postcode", "dora", TimeSpan.FromHours(26), "Ask for the postcode")
            .WithJob("install", "build", CiStatus.Success, JobLog.Sample("npm-resolve"))
            .WithJob("typecheck", "test", CiStatus.Failed, JobLog.Sample("tsc"), FailsAgain)
            .WithJob("lint", "test", CiStatus.Failed, JobLog.Sample("eslint"), FailsAgain)
            .WithJob("bundle", "package", CiStatus.Skipped, JobLog.Sample("vite-build"));
        web.WithPipeline(34, "react-19", "max", TimeSpan.FromHours(22), "React 19")
            .WithJob("install", "build", CiStatus.Failed, JobLog.Sample("npm-resolve"), FailsAgain)
            .WithJob("typecheck", "test", CiStatus.Skipped, JobLog.Sample("tsc"));
    }

    public static void AddPipelines(ProjectBuilder web)
    {
        web.WithPipeline(38, by: "ada", ago: TimeSpan.FromHours(4), title: "Lazy-load reviews")
            .WithJob("install", "build", CiStatus.Success, JobLog.Sample("npm-resolve"))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("jest"))
            .WithJob("bundle", "package", CiStatus.Success, JobLog.Sample("vite-build"));
        web.WithPipeline(39, by: "max", ago: TimeSpan.FromMinutes(200), title: "Show gross totals")
            .WithJob("install", "build", CiStatus.Success, JobLog.Sample("npm-resolve"))
            .WithJob("unit-tests", "test", CiStatus.Failed, JobLog.Sample("jest"), FailsAgain)
            .WithJob("image", "package", CiStatus.Skipped, JobLog.Sample("docker-push"));
    }

    public static void AddLatest(ProjectBuilder web)
    {
        web.WithPipeline(43, by: "dora", ago: TimeSpan.FromMinutes(18), title: "Fix gross totals")
            .WithJob("install", "build", CiStatus.Success, JobLog.Sample("npm-resolve"))
            .WithJob("unit-tests", "test", CiStatus.Success, JobLog.Sample("jest"))
            .WithJob("image", "package", CiStatus.Failed, JobLog.Sample("docker-push"));
        web.WithPipeline(44, "postcode", "dora", TimeSpan.FromMinutes(4), "Postcode is required")
            .WithJob("install", "build", CiStatus.Success, JobLog.Sample("npm-resolve"))
            .WithJob("unit-tests", "test", CiStatus.Running, JobLog.Sample("jest"), job => job.NeverEnds())
            .WithJob("bundle", "package", CiStatus.Created, JobLog.Sample("vite-build"));
    }

    private static void FailsAgain(JobBuilder job) => job.RetryEndsIn(CiStatus.Failed);
}
