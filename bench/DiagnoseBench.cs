using System.Diagnostics;
using System.Globalization;
using GitAIOps.Plugins.Diagnosis;

namespace GitAIOps.Bench;

/// <summary>The engine against grep with ten patterns, on the same file in the same run.</summary>
internal static class DiagnoseBench
{
    // What people grep a failed job's log for.
    private static readonly string[] Patterns =
    [
        @"error(\[E[0-9]+\])?:", @"(ERROR|FATAL)[: ]", @"FAILED", @"panicked at", @"Traceback \(most recent call last\)",
        @"fatal: ", @"[A-Za-z.]+(Exception|Error): ", @"No space left on device", @"exit (code|status) [1-9]", @"make(\[[0-9]+\])?: \*\*\*",
    ];

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var logs = FindLogs();
        if (logs is null)
        {
            Console.WriteLine("diagnose was not measured: the data folder ../shared/data/ci-logs is absent.");
            return 0;
        }

        var repeats = int.Parse(Value(args, "--repeats") ?? "5", CultureInfo.InvariantCulture);
        var megabytes = int.Parse(Value(args, "--megabytes") ?? "100", CultureInfo.InvariantCulture);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".log");
        try
        {
            var bytes = await BuildAsync(file, logs, megabytes * 1_000_000L, cancellationToken);
            Console.WriteLine($"{bytes / 1e6:0.0} MB of logs, {repeats} repeats, {Environment.ProcessorCount} processors");
            await MeasureAsync(file, bytes, repeats, Value(args, "--binary"), cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }

        return 0;
    }

    private static async Task MeasureAsync(string file, long bytes, int repeats, string? binary, CancellationToken cancellationToken)
    {
        var engine = new List<Sample>();
        var grep = new List<Sample>();
        var published = new List<Sample>();
        for (var i = 0; i <= repeats; i++)
        {
            engine.Add(await EngineAsync(file, cancellationToken));
            grep.Add(await ProcessAsync("grep", ["-cE", .. Patterns.SelectMany(pattern => new[] { "-e", pattern }), file], cancellationToken));
            if (binary is not null)
                published.Add(await ProcessAsync(binary, ["diagnose", file, "--json"], cancellationToken));
        }

        // The first of each warms up: code, and the file in the system's cache.
        var engineRate = Show("engine, in this process", bytes, engine[1..]);
        var grepRate = Show("LC_ALL=C grep -cE, ten patterns", bytes, grep[1..]);
        Console.WriteLine($"ratio engine : grep   {engineRate / grepRate:0.00}");
        if (published.Count > 0)
            Console.WriteLine($"ratio binary : grep   {Show("published binary, whole process", bytes, published[1..]) / grepRate:0.00}");
        Console.WriteLine($"peak memory of this process   {PeakMegabytes("self"):0} MB");
    }

    private static double Show(string name, long bytes, List<Sample> samples)
    {
        var rates = samples.Select(sample => bytes / 1e6 / sample.Elapsed.TotalSeconds).Order().ToList();
        var processor = samples.Select(sample => bytes / 1e6 / sample.Processor.TotalSeconds).Order().ToList();
        var peak = samples.Max(sample => sample.PeakMegabytes);
        Console.WriteLine(
            $"{name,-32} {rates[rates.Count / 2],7:0} MB/s median ({rates[0]:0} to {rates[^1]:0}); by processor time "
            + $"{processor[processor.Count / 2]:0} MB/s{(peak > 0 ? $"; peak memory {peak:0} MB" : "")}");
        return processor[processor.Count / 2];
    }

    private static async Task<Sample> EngineAsync(string file, CancellationToken cancellationToken)
    {
        var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await using (var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0))
            await LogDiagnosis.DiagnoseAsync(log, LogContext.Unknown, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(start);
        self.Refresh();
        return new(elapsed, self.TotalProcessorTime - processor, 0);
    }

    private static async Task<Sample> ProcessAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C";
        var processor = ChildrensProcessorTime();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var peak = 0.0;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!process.HasExited && await timer.WaitForNextTickAsync(cancellationToken))
            peak = Math.Max(peak, PeakMegabytes(process.Id.ToString(CultureInfo.InvariantCulture)));
        await output;
        await process.WaitForExitAsync(cancellationToken);
        return new(Stopwatch.GetElapsedTime(began), ChildrensProcessorTime() - processor, peak);
    }

    // proc(5): cutime and cstime of /proc/self/stat, in hundredths of a second
    private static TimeSpan ChildrensProcessorTime()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture);
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    // proc(5): VmHWM
    private static double PeakMegabytes(string process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1000;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task<long> BuildAsync(string file, IReadOnlyList<string> logs, long size, CancellationToken cancellationToken)
    {
        await using var all = File.Create(file);
        while (all.Length < size)
        {
            foreach (var log in logs)
            {
                await using var source = File.OpenRead(log);
                await source.CopyToAsync(all, cancellationToken);
            }
        }

        all.SetLength(size);
        return size;
    }

    private static List<string>? FindLogs()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "ci-logs");
            if (Directory.Exists(data))
                return [.. Directory.EnumerateFiles(data, "*.log", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }

        return null;
    }

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private sealed record Sample(TimeSpan Elapsed, TimeSpan Processor, double PeakMegabytes);
}
