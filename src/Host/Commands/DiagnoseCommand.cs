using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using GitAIOps.Host.Hosting;
using GitAIOps.Plugins.Diagnosis;

namespace GitAIOps.Host.Commands;

/// <summary>Says why a job failed, from its log alone.</summary>
internal static class DiagnoseCommand
{
    private const int Done = 0;
    private const int FailureFound = 1;

    public static Command Create()
    {
        var log = new Argument<string>("LOG") { Description = "The job's log; - reads standard input, a name ending in .gz is unpacked." };
        var passed = new Option<string?>("--passed") { Description = "The last successful log of the same job.", HelpName = "GREEN_LOG" };
        var job = new Option<string?>("--job") { Description = "The job's name.", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var exitCode = new Option<bool>("--exit-code") { Description = "End with 1 when the log shows a failure." };
        var command = new Command("diagnose", "Says why a job failed, from its log alone.") { log, passed, job, json, exitCode };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(parsed.GetRequiredValue(log), parsed.GetValue(passed), parsed.GetValue(job), parsed.GetValue(json), parsed.GetValue(exitCode)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var log = Open(request.Log);
            await using var green = request.Passed is null ? null : Open(request.Passed);
            var diagnosis = await LogDiagnosis.DiagnoseAsync(log, new(request.Job, Passed: green), cancellationToken);
            var elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (request.Json)
                WriteJson(diagnosis, elapsed);
            else
                await Console.Out.WriteAsync(DiagnoseReport.Write(diagnosis, elapsed, !Console.IsOutputRedirected));
            return request.ExitCode && IsFailure(diagnosis) ? FailureFound : Done;
        }
        catch (InvalidDataException)
        {
            throw new Refusal($"{request.Log} cannot be unpacked: it is damaged or not gzip.");
        }
        catch (IOException failure)
        {
            throw new Refusal($"{request.Log} cannot be read: {failure.Message}");
        }
    }

    private static Stream Open(string path)
    {
        if (path == "-")
            return Console.OpenStandardInput();
        if (Directory.Exists(path))
            throw new Refusal($"{path} is a folder; diagnose reads one log file, or - for standard input.");
        try
        {
            // The engine reads in large pieces; a buffer here would only copy.
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal($"There is no file {path}; name a job's log, or - for standard input.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new Refusal($"{path} may not be read by this user.");
        }
    }

    private static void WriteJson(Diagnosis diagnosis, long elapsed)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(writer, DiagnoseDocument.Of(diagnosis, elapsed), DiagnoseJson.Default.DiagnoseDocument);
        output.WriteByte((byte)'\n');
    }

    private static bool IsFailure(Diagnosis diagnosis) =>
        diagnosis.Evidence.Count > 0 || diagnosis.Log.ExitCode is > 0 || diagnosis.Log.FailureReason is not null;

    private sealed record Request(string Log, string? Passed, string? Job, bool Json, bool ExitCode);
}
