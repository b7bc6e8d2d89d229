using GitAIOps.Plugins.Diagnosis.Reading;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>Why a job failed, with the lines of its log that prove it.</summary>
/// <param name="Evidence">Best first; empty when the log shows nothing.</param>
/// <param name="Excerpt">
/// The reduced log, in order: at most 20 % of its bytes (4 KiB are always allowed) and 64 KiB.
/// </param>
/// <param name="EstimatedFixMinutes">For a person who knows the project; null when nothing can be said.</param>
/// <param name="Automatable">Whether a machine could carry the first fix out.</param>
/// <param name="Fingerprint">
/// 16 hex digits, the same under other numbers, hashes, paths and dates; equal failures share it.
/// </param>
public sealed record Diagnosis(
    RootCause RootCause,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<LogLine> Excerpt,
    IReadOnlyList<Fix> Fixes,
    int? EstimatedFixMinutes,
    bool Automatable,
    string Fingerprint,
    LogFacts Log)
{
    /// <summary>The evidence as blocks of a card, each line with its number.</summary>
    public IReadOnlyList<Block.Code> EvidenceBlocks(int most) =>
        [.. Evidence.Take(most).Select(evidence => evidence.ToBlock())];

    /// <summary>The reduced log as one block of a card; gaps say how many lines were left out.</summary>
    public Block.Code ExcerptBlock()
    {
        var lines = new List<CodeLine>();
        var telling = Evidence.Select(evidence => evidence.Line).ToHashSet();
        var last = 0;
        foreach (var line in Excerpt)
        {
            if (line.Line > last + 1)
                lines.Add(LogLine.Gap(line.Line - last - 1));
            lines.Add(line.ToCode(telling.Contains(line.Line)));
            last = line.Line;
        }

        if (Log.Lines > last)
            lines.Add(LogLine.Gap(Log.Lines - last));
        return new(lines);
    }
}

/// <param name="Category">
/// From the published list: <c>compile_error</c>, <c>disk_full</c> ...; <c>unknown</c> when the log does not tell.
/// </param>
/// <param name="Coarse">
/// compile, test, lint, config, dependency, image, network, vcs, artifact, resource, runner, credentials,
/// deployment, unknown.
/// </param>
/// <param name="Title">One line, plain text, secrets masked.</param>
/// <param name="Explanation">A few sentences, plain text, secrets masked.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Intermittent">Whether a retry without a change may pass; null when nothing can be said.</param>
public sealed record RootCause(
    string Category, string Coarse, string Title, string Explanation, double Confidence, bool? Intermittent);

/// <summary>A block of the log that speaks for the cause.</summary>
/// <param name="Line">
/// The telling line, 1-based; the block goes from here to <paramref name="EndLine"/>, 15 lines at most.
/// </param>
/// <param name="Text">The telling line, cleaned, secrets masked.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Why">
/// Who says so and where: the tool and the command that was running. Plain text, secrets masked.
/// </param>
/// <param name="Lines">The block's lines, the telling one first.</param>
public sealed record Evidence(int Line, int EndLine, string Text, double Score, string Why, IReadOnlyList<LogLine> Lines)
{
    internal Block.Code ToBlock() =>
        new([.. Lines.Select(line => line.ToCode(line.Line == Line))], Why);
}

/// <param name="Line">1-based; lines are ended by \n only.</param>
/// <param name="Text">
/// Without trailing carriage returns and ANSI codes, then what follows the last remaining carriage return; secrets
/// masked.
/// </param>
public sealed record LogLine(int Line, string Text)
{
    /// <summary>Of the bytes that the line was read from; 0 for a line as it may be shown.</summary>
    internal ulong Proof { get; init; }

    internal CodeLine ToCode(bool isTelling) => new(Line, Text[LineStamp.Length(Text)..], isTelling);

    internal static CodeLine Gap(int lines) => new(null, lines == 1 ? "1 line left out" : $"{lines} lines left out");
}

/// <param name="Title">What to do, one line.</param>
/// <param name="Detail">
/// How: the command, the file, the setting. Markdown of our own: nothing of a log is in it.
/// </param>
/// <param name="Action">
/// A kernel function that does it, as in <c>Remediation-retry</c>; null when a person has to.
/// </param>
public sealed record Fix(string Title, string Detail, string? Action = null);

/// <param name="Bytes">Of the log as read, unpacked.</param>
/// <param name="KeptLines">Lines of the excerpt.</param>
/// <param name="KeptBytes">UTF-8 bytes of the excerpt, a line end each.</param>
/// <param name="Sections">GitLab's sections, in order of their start; at most 200.</param>
/// <param name="Tool">What failed: <c>cargo</c>, <c>docker</c>, <c>gitlab-runner</c> ...</param>
/// <param name="Command">The command that was running when the job failed, secrets masked.</param>
/// <param name="IsCut">Whether the runner cut the log for its size.</param>
public sealed record LogFacts(
    int Lines,
    long Bytes,
    int KeptLines,
    int KeptBytes,
    IReadOnlyList<LogSection> Sections,
    string? Tool,
    string? Command,
    int? ExitCode,
    string? FailureReason,
    bool IsCut);

/// <param name="EndLine">Null when the log ends within.</param>
/// <param name="Seconds">By the runner's own stamps; null when it did not end.</param>
public sealed record LogSection(string Name, int StartLine, int? EndLine, long? Seconds);
