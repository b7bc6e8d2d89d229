using System.Globalization;
using System.Text;

namespace GitAIOps.Sandbox.Logs;

/// <summary>Writes as a GitLab runner does: sections, colours, commands, and time stamps where they are on.</summary>
internal sealed class LogWriter(LogMoment moment, LogForm form, Dice dice)
{
    private const string Reset = "\e[0;m";
    private const string ClearLine = "\r\e[0K";

    private readonly List<string> _lines = [];
    private DateTimeOffset _clock = moment.StartedAt;
    private string? _section;

    public void Preamble(string image)
    {
        var folder = $"/builds/{moment.Project}";
        Line("\e[0KRunning with gitlab-runner 18.5.0 (bda84871)" + Reset);
        Line("\e[0K  on shop-docker-runner-1 t3_xY9s2k, system ID: s_7f21c0d4e9ab" + Reset);
        Section("prepare_executor", "Preparing the \"docker\" executor");
        Line($"\e[0KUsing Docker executor with image {image} ..." + Reset);
        Line($"\e[0KPulling docker image {image} ..." + Reset);
        Line($"\e[0KUsing docker image sha256:{dice.Hex(64)} for {image} ..." + Reset);
        Section("prepare_script", "Preparing environment");
        Line($"Running on runner-t3xy9s2k-project-3-concurrent-{dice.Between(0, 7)} via shop-docker-runner-1...");
        Section("get_sources", "Getting source from Git repository");
        Line("\e[32;1mFetching changes with git depth set to 20..." + Reset);
        Line($"Initialized empty Git repository in {folder}/.git/");
        Line("\e[32;1mCreated fresh repository." + Reset);
        Line($"\e[32;1mChecking out {moment.Sha[..8]} as detached HEAD (ref is {moment.Ref})..." + Reset);
        Line("");
        Line("\e[32;1mSkipping Git submodules setup" + Reset);
        Section("step_script", "Executing \"step_script\" stage of the job script");
        Line($"\e[0KUsing docker image sha256:{dice.Hex(64)} for {image} ..." + Reset);
    }

    public void Section(string name, string header)
    {
        EndSection();
        _section = name;
        Line($"section_start:{_clock.ToUnixTimeSeconds()}:{name}{ClearLine}\e[0K\e[36;1m{header}{Reset}");
    }

    public void Command(string command) => Line($"\e[32;1m$ {command}{Reset}");

    /// <param name="line">Without its end. <c>2> </c> in front marks standard error.</param>
    public void Line(string line)
    {
        var isError = line.StartsWith("2> ", StringComparison.Ordinal);
        _clock += TimeSpan.FromMicroseconds(dice.Between(900, 62000));
        var text = isError ? line[3..] : line;
        _lines.Add(form.HasTimestamps ? $"{Stamp(_clock)} {Stream}{(isError ? 'E' : 'O')} {text}" : text);
    }

    /// <param name="error">Why the job failed, as the runner says it; null when it passed.</param>
    public void Close(string? error)
    {
        Section("cleanup_file_variables", "Cleaning up project directory and file based variables");
        EndSection();
        Line(error is null ? "\e[32;1mJob succeeded" + Reset : $"\e[31;1mERROR: Job failed: {error}{Reset}");
    }

    public override string ToString()
    {
        var count = (int)Math.Ceiling(_lines.Count * Math.Clamp(moment.Progress, 0, 1));
        var text = new StringBuilder();
        foreach (var line in _lines.Take(count))
            text.Append(line).Append(form.LineEnd);
        return text.ToString();
    }

    // The runner speaks on stream 0, the job's script on stream 1.
    private string Stream => _section == "step_script" ? "01" : "00";

    private void EndSection()
    {
        if (_section is { } name)
            Line($"section_end:{_clock.ToUnixTimeSeconds()}:{name}{ClearLine}");
        _section = null;
    }

    // 27 characters: RFC 3339 with microseconds. The stream number and E or O follow.
    private static string Stamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}

/// <param name="HasTimestamps">The runner ran with FF_TIMESTAMPS.</param>
internal readonly record struct LogForm(bool HasTimestamps, string LineEnd);
