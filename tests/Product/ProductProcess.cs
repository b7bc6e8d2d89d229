using System.Diagnostics;

namespace GitAIOps.Tests.Product;

/// <summary>The executable, running on its own.</summary>
internal sealed class ProductProcess : IDisposable
{
    private readonly Process _process;

    private ProductProcess(Process process) => _process = process;

    /// <summary>Starts a verb. The environment has no GitLab in it but what is given.</summary>
    public static ProductProcess Start(string arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, "gitaiops.dll")}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITLAB__", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Nobody reads the log; a full pipe must not stop the process.
        process.ErrorDataReceived += (_, _) => { };
        return new(process);
    }

    /// <summary>Starts <c>serve</c> on a free port and returns once it says that it is up.</summary>
    public static async Task<(ProductProcess Process, string Address)> ServeAsync(
        string dataFolder, Uri? gitLab, string token = "sandbox-ada")
    {
        var environment = new Dictionary<string, string>();
        if (gitLab is not null)
            (environment["GITLAB__URL"], environment["GITLAB__TOKEN"]) = (gitLab.ToString(), token);
        var process = Start($"serve --port 0 --data \"{dataFolder}\"", environment);
        process._process.BeginErrorReadLine();
        var line = await process._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var address = line?.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal));
        return (process, address ?? throw new InvalidOperationException($"serve said: {line}"));
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Result> RunAsync(
        string arguments, string input = "", IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(arguments, environment);
        var output = process._process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process._process.StandardInput.WriteAsync(input);
        process._process.StandardInput.Close();
        await process._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process._process.ExitCode, await output, await error);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    internal sealed record Result(int ExitCode, string Output, string Error);
}
