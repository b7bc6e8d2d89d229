using System.Globalization;
using GitAIOps.Plugins.Diagnosis.Causes;
using GitAIOps.Plugins.Diagnosis.Quoting;
using GitAIOps.Plugins.Diagnosis.Ranking;
using GitAIOps.Plugins.Diagnosis.Reading;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>Says why a job failed by reading its log once, in bounded memory, however long it is.</summary>
public static class LogDiagnosis
{
    /// <summary>Reads a log and names the cause. Not closed.</summary>
    /// <remarks>
    /// Every quoted line is checked against the bytes it was read from; a log that can seek is read a second time
    /// for it.
    /// </remarks>
    /// <exception cref="IOException">The log could not be read.</exception>
    /// <exception cref="InvalidDataException">A packed log is damaged.</exception>
    public static async Task<Diagnosis> DiagnoseAsync(
        Stream log, LogContext context, CancellationToken cancellationToken)
    {
        IReadOnlySet<ulong> passed = new HashSet<ulong>();
        if (context.Passed is not null)
            passed = (await ScanAsync(context.Passed, cancellationToken)).Scan.Candidates.Templates.ToHashSet();
        var start = log.CanSeek ? log.Position : 0;
        var (scan, lines, bytes) = await ScanAsync(log, cancellationToken);
        var ranking = new EvidenceRanking(scan, passed);
        var ranked = ranking.Rank();
        var choice = new CauseChoice(scan.Timeline, ranked, context);
        var excerpt = ExcerptBuilder.From(scan, ranked, bytes);
        var evidence = ranked.Select(candidate => ToEvidence(candidate, ranking)).OfType<Evidence>().ToList();
        var quoted = excerpt.Lines;
        if (log.CanSeek)
        {
            log.Position = start;
            var check = new QuoteCheck(quoted.Concat(evidence.SelectMany(block => block.Lines)));
            await check.ReadAsync(log, cancellationToken);
            evidence.RemoveAll(block => !block.Lines.All(check.IsProven));
            quoted = [.. quoted.Where(check.IsProven)];
        }

        var cause = choice.Cause;
        var kept = quoted.Sum(line => System.Text.Encoding.UTF8.GetByteCount(line.Text) + 1);
        return new(
            choice.Tell(bytes == 0, scan.OverlongLines), evidence, quoted, cause.Fixes,
            cause.Minutes, cause.Automatable,
            Fingerprint(choice), Facts(scan.Timeline, choice, lines, bytes, quoted.Count, kept));
    }

    private static async Task<(LogScanner Scan, int Lines, long Bytes)> ScanAsync(
        Stream log, CancellationToken cancellationToken)
    {
        using var lines = new LogLineReader(log);
        var scan = new LogScanner();
        var goesOn = true;
        while (goesOn)
        {
            goesOn = await lines.ReadAsync(cancellationToken);
            while (lines.TryTake(out var line, out var isWhole))
                scan.Take(lines.Lines, line, isWhole);
        }

        return (scan, lines.Lines, lines.Bytes);
    }

    // A block of which one line is not what was read is no evidence.
    private static Evidence? ToEvidence(Candidate candidate, EvidenceRanking ranking) =>
        Quote.Of(candidate.Block) is { } lines
            ? new(
                candidate.Line,
                lines[^1].Line,
                lines[0].Text,
                Math.Round(candidate.Score, 3),
                ranking.Why(candidate),
                lines)
            : null;

    // What failed, with what, and how the leading line reads without what changes from run to run.
    private static string Fingerprint(CauseChoice choice)
    {
        var hash = LineTemplate.Hash($"{choice.Cause.Category}|{choice.Lead?.Matcher.Name}|");
        if (choice.Lead is { } lead)
            hash = LineTemplate.Hash(LineWords.Of(lead.Text), hash);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static LogFacts Facts(
        JobTimeline timeline, CauseChoice choice, int lines, long bytes, int keptLines, int keptBytes) =>
        new(
            lines, bytes, keptLines, keptBytes, timeline.Sections, choice.Tool,
            timeline.Command is { } command ? Turns.Redaction.Mask(command) : null,
            timeline.ExitCode, choice.FailureReason, timeline.IsCut);
}
