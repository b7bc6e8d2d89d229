using System.Net;
using System.Net.Sockets;
using GitAIOps.Sandbox;

namespace GitAIOps.Tests.Product;

public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gitaiops-serve-");

    [Fact]
    public async Task The_whole_story_on_the_page_of_a_fresh_machine()
    {
        var (process, address) = await ProductProcess.ServeAsync(_folder.FullName, gitLab: null);
        using var serving = process;
        using var page = new LivingPage(address, "story");

        await page.SayAsync("why did pipeline 42 fail?");
        await page.WaitForAsync("Retry failed jobs");
        await page.PressAsync("Retry failed jobs");
        await page.WaitForAsync("Not now");
        await page.ConfirmAsync();
        var done = await page.WaitForAsync("Confirmed by");

        Assert.DoesNotContain("Not now", LivingPage.Text(done), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_between_GitLabs_answer_and_our_save_leaves_exactly_one_new_job()
    {
        var world = DemoGroup.Create(TimeProvider.System);
        await using var gitLab = await SandboxServer.StartAsync(world, 0, TestContext.Current.CancellationToken);
        var (first, address) = await ProductProcess.ServeAsync(_folder.FullName, gitLab.Address);
        using var lockedOut = new LockedDatabase(_folder);
        var answered = new TaskCompletionSource();
        using (first)
        using (var page = new LivingPage(address, "crash"))
        {
            await page.SayAsync("retry job 815");
            await page.WaitForAsync("Not now");
            // The product stored its intent before it sent; from here on it cannot store what GitLab answers.
            world.Faults.On("POST /projects/:id/jobs/:job_id/retry").Times(1)
                .OnArrived(lockedOut.Lock).OnAnswered(() => answered.TrySetResult());
            await page.ConfirmAsync();
            await answered.Task.WaitAsync(TestContext.Current.CancellationToken);
            await first.KillAsync();
        }

        lockedOut.Release();
        var (second, again) = await ProductProcess.ServeAsync(_folder.FullName, gitLab.Address);
        using (second)
        using (var page = new LivingPage(again, "crash"))
            await page.WaitForAsync("Confirmed by");

        var effect = Assert.Single(world.Effects);
        Assert.Single(effect.NewJobs);
    }

    [Fact]
    public async Task A_stop_and_a_kill_while_a_change_is_sent_leave_it_neither_stuck_nor_doubled()
    {
        var world = DemoGroup.Create(TimeProvider.System);
        await using var gitLab = await SandboxServer.StartAsync(world, 0, TestContext.Current.CancellationToken);
        var (first, address) = await ProductProcess.ServeAsync(_folder.FullName, gitLab.Address);
        var sent = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        using (first)
        using (var page = new LivingPage(address, "stopped"))
        {
            await page.SayAsync("retry job 815");
            await page.WaitForAsync("Not now");
            world.Faults.On("POST /projects/:id/jobs/:job_id/retry").Times(1)
                .OnArrived(() => sent.TrySetResult()).WaitsFor(never.Task);
            await page.ConfirmAsync();
            await sent.Task.WaitAsync(TestContext.Current.CancellationToken);
            await page.SayAsync("stop");
            await first.KillAsync();
        }

        var (second, again) = await ProductProcess.ServeAsync(_folder.FullName, gitLab.Address);
        using (second)
        using (var page = new LivingPage(again, "stopped"))
            await page.WaitForAsync("Confirmed by");
        never.SetCanceled(TestContext.Current.CancellationToken);

        Assert.Single(world.Effects);
    }

    [Fact]
    public async Task An_accepted_question_survives_a_kill_and_is_answered_once()
    {
        var world = DemoGroup.Create(TimeProvider.System);
        await using var gitLab = await SandboxServer.StartAsync(world, 0, TestContext.Current.CancellationToken);
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        world.Faults.On("GET /projects/:id/pipelines/:pipeline_id").WaitsFor(never.Task).OnArrived(() => asked.TrySetResult());
        var (first, address) = await ProductProcess.ServeAsync(_folder.FullName, gitLab.Address);
        using (first)
        using (var page = new LivingPage(address, "kept"))
        {
            await page.SayAsync("why did pipeline 42 fail?");
            await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
            await first.KillAsync();
        }

        world.Faults.Clear();
        never.SetResult();
        var (second, again) = await ProductProcess.ServeAsync(_folder.FullName, gitLab.Address);
        using (second)
        using (var page = new LivingPage(again, "kept"))
        {
            var html = await page.WaitForAsync("Retry failed jobs");
            Assert.Single(html.Split("data-marker=").Skip(1));
        }
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await ProductProcess.RunAsync($"serve --port {port} --data \"{_folder.FullName}\"");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"Port {port} of 127.0.0.1 is taken. Stop what uses it, or name another with --port.", result.Error.Trim());
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Another_address_than_loopback_is_refused()
    {
        var result = await ProductProcess.RunAsync($"serve --bind 0.0.0.0 --data \"{_folder.FullName}\"");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("this machine only", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_said_in_one_sentence()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var result = await ProductProcess.RunAsync($"serve --port 0 --data \"{file}\"");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--data", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_in_one_sentence()
    {
        var result = await ProductProcess.RunAsync(
            $"serve --port 0 --data \"{_folder.FullName}\"",
            environment: new Dictionary<string, string> { ["GITLAB__URL"] = "gitlab" });

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("GitLab:Url must be an http or https address", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_serve_on_the_same_folder_is_refused()
    {
        var (process, _) = await ProductProcess.ServeAsync(_folder.FullName, gitLab: null);
        using var serving = process;

        var result = await ProductProcess.RunAsync($"serve --port 0 --data \"{_folder.FullName}\"");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Another 'serve'", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
