namespace GitAIOps.Sandbox.Demo;

/// <summary>shop/payments, Go: private. dora and gus are no members; rae is a guest and sees no pipelines.</summary>
internal static class PaymentsProject
{
    public static ProjectBuilder Add(SandboxWorld world) =>
        world.WithProject("shop/payments", Visibility.Private, "Captures and refunds (Go)", TimeSpan.FromDays(300))
            .WithPipelinesForMembersOnly()
            .WithMember("ada", AccessLevel.Owner)
            .WithMember("max", AccessLevel.Maintainer)
            .WithMember("rae", AccessLevel.Guest)
            .WithMergeRequest(
                5, "Retry captures after a timeout", "capture-retry", "max", "ada", ago: TimeSpan.FromHours(9));

    public static void AddPipelines(ProjectBuilder payments)
    {
        payments.WithPipeline(35, "capture-retry", "max", TimeSpan.FromHours(8), "Retry captures")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("go-build"))
            .WithJob("test", "test", CiStatus.Failed, JobLog.Sample("go-test"), FailsAgain)
            .WithJob("system-packages", "test", CiStatus.Failed, JobLog.Sample("apt-network"));
        payments.WithPipeline(36, by: "ada", ago: TimeSpan.FromHours(6), title: "More accounts", source: "schedule")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("go-build"))
            .WithJob("load-test", "test", CiStatus.Failed, JobLog.Sample("out-of-memory"), FailsAgain);
        payments.WithPipeline(37, by: "max", ago: TimeSpan.FromHours(5), title: "Deploy refunds")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("go-build"))
            .WithJob("test", "test", CiStatus.Canceled, JobLog.Sample("go-test"))
            .WithJob("deploy-staging", "deploy", CiStatus.Skipped, JobLog.Sample("deploy-secret"));
    }

    /// <summary>Its log shows a token, as a careless script would; the token is made up.</summary>
    public static void AddLatest(ProjectBuilder payments) =>
        payments.WithPipeline(45, by: "max", ago: TimeSpan.FromMinutes(3), title: "Rotate the configuration token")
            .WithJob("build", "build", CiStatus.Success, JobLog.Sample("go-build"))
            .WithJob("deploy-staging", "deploy", CiStatus.Failed, JobLog.Sample("deploy-secret"), FailsAgain);

    private static void FailsAgain(JobBuilder job) => job.RetryEndsIn(CiStatus.Failed);
}
