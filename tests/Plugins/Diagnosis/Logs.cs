using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using GitAIOps.Plugins.Diagnosis;
using DiagnosisOfLog = GitAIOps.Plugins.Diagnosis.Diagnosis;

namespace GitAIOps.Tests.Plugins.Diagnosis;

/// <summary>Logs made for a test, and the cleaning rule written out once more.</summary>
internal static partial class Logs
{
    public static Task<DiagnosisOfLog> DiagnoseAsync(string log, LogContext? context = null) =>
        DiagnoseAsync(Encoding.UTF8.GetBytes(log), context);

    public static async Task<DiagnosisOfLog> DiagnoseAsync(byte[] log, LogContext? context = null) =>
        await LogDiagnosis.DiagnoseAsync(new MemoryStream(log), context ?? LogContext.Unknown, TestContext.Current.CancellationToken);

    /// <summary>The same for a stream that cannot seek: a live trace, a pipe, a packed log.</summary>
    public static async Task<DiagnosisOfLog> DiagnoseOnceAsync(byte[] log)
    {
        using var packed = new MemoryStream();
        await using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await packing.WriteAsync(log, TestContext.Current.CancellationToken);
        packed.Position = 0;
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        return await LogDiagnosis.DiagnoseAsync(unpacked, LogContext.Unknown, TestContext.Current.CancellationToken);
    }

    /// <summary>A GitLab job in the runner's own form, whose script shows the given lines and then fails.</summary>
    public static string GitLab(string command, params string[] lines) => Job(command, lines, "ERROR: Job failed: exit code 1");

    /// <summary>The same with another verdict.</summary>
    public static string Job(string command, string[] lines, string verdict)
    {
        string[] job =
        [
            "\u001b[0KRunning with gitlab-runner 17.0.0 (febb2a09)\u001b[0;m\r",
            "section_start:1700000000:prepare_executor\r\u001b[0K\u001b[0K\u001b[36;1mPreparing the \"docker\" executor\u001b[0;m\r",
            "section_end:1700000002:prepare_executor\r\u001b[0Ksection_start:1700000002:step_script\r\u001b[0K\u001b[36;1mExecuting \"step_script\" stage of the job script\u001b[0;m\r",
            $"\u001b[32;1m$ {command}\u001b[0;m\r",
            .. lines.Select(line => line + "\r"),
            "section_end:1700000060:step_script\r\u001b[0Ksection_start:1700000060:cleanup_file_variables\r\u001b[0KCleaning up\r",
            $"section_end:1700000061:cleanup_file_variables\r\u001b[0K\u001b[31;1m{verdict}\u001b[0;m\r",
        ];
        return string.Join('\n', job) + "\n";
    }

    /// <summary>A line of a log as cli.md says that it is shown.</summary>
    public static string Clean(string line)
    {
        var seen = Ansi().Replace(line, "").TrimEnd('\r');
        return seen[(seen.LastIndexOf('\r') + 1)..];
    }

    [GeneratedRegex(@"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][ -~]*(?:\x07|\x1b\\)|[()][ -~]|[@-Z\\^_])")]
    private static partial Regex Ansi();
}
