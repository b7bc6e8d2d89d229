using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>What the runner did, by its own marks: sections, commands, and how the job ended.</summary>
internal sealed partial class JobTimeline
{
    private const int MostSections = 200;
    private const int MostFailedSteps = 100;
    private readonly List<OpenSection> _sections = [];
    private readonly HashSet<int> _failedSteps = [];
    private int _lastScriptStep;
    private bool _hasEnded;

    /// <summary>Where in the job the last line stands.</summary>
    public JobPhase Phase { get; private set; } = JobPhase.Unknown;

    /// <summary>The latest phase that did work; what came before it had gone well.</summary>
    public JobPhase LastWork { get; private set; } = JobPhase.Unknown;

    /// <summary>Counts the commands shown so far; the number of the step that the last line belongs to.</summary>
    public int Step { get; private set; }

    /// <summary>The last command of the script, without the mark in front of it.</summary>
    public string? Command { get; private set; }

    /// <summary>The line that shows <see cref="Command"/>.</summary>
    public LogLine? CommandLine { get; private set; }

    public int? ExitCode { get; private set; }

    public string? FailureReason { get; private set; }

    public bool IsCut { get; private set; }

    public bool HasSucceeded { get; private set; }

    /// <summary>Whether a runner began the job and the log ends before it said how it ended.</summary>
    public bool EndsEarly => _sections.Count > 0 && !HasSucceeded && !_hasEnded;

    public IReadOnlyList<LogSection> Sections =>
        [.. _sections.Select(section => new LogSection(
            section.Name, section.Start, section.End, section.EndedAt - section.StartedAt))];

    /// <summary>Whether the job failed in this step, as far as the marks tell.</summary>
    public bool IsFailed(int step) => _failedSteps.Count > 0 ? _failedSteps.Contains(step) : step == _lastScriptStep;

    /// <summary>
    /// Takes a line that has carriage returns or codes, as it came. Section marks stand before the return.
    /// </summary>
    /// <returns>Whether there was a mark.</returns>
    public bool TakeMarks(int number, ReadOnlySpan<byte> line)
    {
        var any = false;
        for (var at = line.IndexOf("section_"u8); at >= 0; at = line.IndexOf("section_"u8))
        {
            line = line[(at + 8)..];
            var isStart = line.StartsWith("start:"u8);
            if (!isStart && !line.StartsWith("end:"u8))
                continue;
            line = line[(isStart ? 6 : 4)..];
            if (!Utf8Parser.TryParse(line, out long time, out var length)
                || length == line.Length || line[length] != (byte)':')
                continue;
            line = line[(length + 1)..];
            var end = line.IndexOfAny("\r[\u001b \n"u8);
            var name = Encoding.UTF8.GetString(line[..Math.Min(end < 0 ? line.Length : end, 100)]);
            any = true;
            if (isStart)
                Start(name, number, time);
            else
                End(name, number, time);
        }

        return any;
    }

    /// <summary>Takes a line that may show a command.</summary>
    /// <param name="line">As cleaned.</param>
    /// <param name="text">The same without its stamp.</param>
    /// <param name="isRunners">Whether the runner coloured it as a command.</param>
    /// <returns>Whether it shows one.</returns>
    public bool TakeCommand(LogLine line, string text, bool isRunners)
    {
        var command = isRunners || text.StartsWith("$ ", StringComparison.Ordinal)
            ? text[(text.IndexOf("$ ", StringComparison.Ordinal) + 2)..]
            : text.StartsWith("##[group]Run ", StringComparison.Ordinal) ? text[13..]
            : null;
        if (command is null)
            return text.StartsWith("+ ", StringComparison.Ordinal);
        Step++;
        if (Phase == JobPhase.After)
            return true;
        Command = command.TrimEnd(' ', '\\');
        CommandLine = line;
        _lastScriptStep = Step;
        return true;
    }

    /// <summary>Takes a line that may say how the job ended.</summary>
    public void TakeEnd(string text)
    {
        if (text.Contains("log exceeded limit", StringComparison.Ordinal))
            IsCut = true;
        if (text.StartsWith("Post job cleanup", StringComparison.Ordinal)
            || text.StartsWith("Running after", StringComparison.Ordinal))
            Phase = JobPhase.After;
        HasSucceeded |= text.StartsWith("Job succeeded", StringComparison.Ordinal);
        var ending = Ending().Match(text);
        if (!ending.Success)
            return;
        _hasEnded = true;
        if (ending.Groups["reason"].Success)
            FailureReason ??= ending.Groups["reason"].Value.Replace(' ', '_');
        if (ending.Groups["code"].Success && int.TryParse(ending.Groups["code"].ValueSpan, out var code))
            ExitCode = code;
        if (text.StartsWith("##[error]", StringComparison.Ordinal) && _failedSteps.Count < MostFailedSteps)
            _failedSteps.Add(Step);
    }

    private void Start(string name, int number, long time)
    {
        if (_sections.Count < MostSections)
            _sections.Add(new(name, number, time));
        var phase = PhaseOf(name);
        if (phase == JobPhase.Unknown)
            return;
        Phase = phase;
        if (phase != JobPhase.After)
            LastWork = phase;
    }

    private void End(string name, int number, long time)
    {
        var section = _sections.FindLast(open => open.Name == name && open.End is null);
        if (section is null)
            return;
        section.End = number;
        section.EndedAt = time;
    }

    // docs.gitlab.com/ci/jobs/job_logs and gitlab-runner's common/build.go: BuildStage
    private static JobPhase PhaseOf(string section) => section switch
    {
        "resolve_secrets" or "prepare_executor" or "prepare_script" => JobPhase.Prepare,
        "get_sources" or "restore_cache" or "download_artifacts" or "clear_worktree" => JobPhase.Sources,
        "step_script" or "build_script" or "step_release" => JobPhase.Script,
        "after_script" or "archive_cache" or "archive_cache_on_failure" or "upload_artifacts_on_success"
            or "upload_artifacts_on_failure" or "cleanup_file_variables" => JobPhase.After,
        _ => JobPhase.Unknown,
    };

    [GeneratedRegex(
        @"^(?:ERROR: )?Job failed(?: \((?<reason>[a-z ]+)\))?: (?:.*\bexit (?:code|status) (?<code>\d+))?"
        + @"|^##\[error\]Process completed with exit code (?<code>\d+)|^The command "".*"" exited with (?<code>\d+)|^##\[error\]")]
    private static partial Regex Ending();

    private sealed class OpenSection(string name, int start, long startedAt)
    {
        public string Name { get; } = name;

        public int Start { get; } = start;

        public long StartedAt { get; } = startedAt;

        public int? End { get; set; }

        public long? EndedAt { get; set; }
    }
}
