using GitAIOps.Plugins.Diagnosis.Causes;
using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Reading;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis.Ranking;

/// <summary>
/// Weighs candidates against each other: where they stand, how often they come, and what else the log says.
/// </summary>
/// <param name="passedTemplates">Templates that the last successful log has too; empty when there is none.</param>
internal sealed class EvidenceRanking(LogScanner scan, IReadOnlySet<ulong> passedTemplates)
{
    private const int MostEvidence = 12;
    private const double Enough = 0.5;
    private const int Strong = 78;
    private const int LongestCommand = 80;
    private static readonly string[] Incidental = ["network", "credentials", "config", "dependency", "vcs"];
    private readonly JobTimeline _timeline = scan.Timeline;
    private readonly CandidatePool _pool = scan.Candidates;

    /// <summary>The best candidates, best first, their scores set.</summary>
    public IReadOnlyList<Candidate> Rank()
    {
        var candidates = _pool.All;
        foreach (var candidate in candidates)
            candidate.IsIncidental = IsIncidental(candidate);
        var hasOther = candidates.Any(Stands);
        var turns = new Dictionary<(int, int), int>();
        foreach (var candidate in candidates)
        {
            var turn = turns[(candidate.MatcherNumber, candidate.Step)] =
                turns.GetValueOrDefault((candidate.MatcherNumber, candidate.Step)) + 1;
            candidate.Score = candidate.Weight / 100.0 * Place(candidate) * Repetition(candidate, turn)
                * (passedTemplates.Contains(candidate.Template) ? 0.4 : 1)
                * (hasOther && candidate.IsIncidental ? 0.84 : 1);
        }

        if (_timeline.EndsEarly && candidates.All(candidate => candidate.Score < Enough))
            candidates = [.. candidates, .. LastWords()];
        return Varied([.. candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Line)]);
    }

    /// <summary>Who says it and where: the tool and the command. Plain text.</summary>
    public string Why(Candidate candidate)
    {
        var who = candidate.Matcher.Tool switch
        {
            "general" or "system" => null,
            "gitlab-runner" => "the runner",
            var tool => tool,
        };
        var kind = candidate.Matcher.Role switch
        {
            MatcherRole.Summary => "summary",
            MatcherRole.End => "at the end",
            _ => null,
        };
        var where = IsInFailedCommand(candidate)
            ? $"in {CauseTitle.Shorten(Redaction.Mask(_timeline.Command!), LongestCommand)}"
            : null;
        var count = _pool.Count(candidate.Template) is var times and > 1 ? $"{times} times" : null;
        string?[] parts = [who, kind, where, count];
        var caption = string.Join(", ", parts.OfType<string>());
        return caption.Length == 0 ? "in the log" : caption;
    }

    /// <summary>Whether the command that failed wrote it.</summary>
    public bool IsInFailedCommand(Candidate candidate) =>
        _timeline.Command is not null && _timeline.IsFailed(candidate.Step) && candidate.Phase is not JobPhase.After
        && candidate.Matcher.Tool != "gitlab-runner";

    private bool Stands(Candidate candidate) =>
        candidate.Matcher.Role == MatcherRole.Cause && candidate.Weight >= Strong && !candidate.IsIncidental
        && Place(candidate) >= 1;

    private IEnumerable<Candidate> LastWords() =>
        scan.Recent.Last(40, int.MaxValue).Where(line => line.Text.AsSpan().Trim().Length > 0).TakeLast(1)
            .Select(line => new Candidate(line, -1, _timeline.Phase, _timeline.Step, 0) { Score = 0.55 });

    // Work that later work followed had gone well; cleaning up after a failure is none of its causes.
    private double Place(Candidate candidate)
    {
        var isVerdict = candidate.Text.Contains("ERROR: Job failed", StringComparison.Ordinal);
        if (isVerdict && candidate.Matcher.Role == MatcherRole.Cause)
            return 1.05;
        if (isVerdict || candidate.Matcher.Tool == "gitlab-runner")
            return 1;
        if (candidate.Phase == JobPhase.After)
            return 0.45;
        if (candidate.Phase != _timeline.LastWork)
            return 0.5;
        return _timeline.IsFailed(candidate.Step) ? 1 : 0.6;
    }

    private double Repetition(Candidate candidate, int turn)
    {
        var first = Math.Max(0.8, 1.02 - (0.02 * turn));
        return candidate.Weight < Strong && _pool.Count(candidate.Template) > 50 ? first * 0.9 : first;
    }

    // What fails prints much by the way that would be the cause elsewhere; what is announced as an error stays.
    private bool IsIncidental(Candidate candidate)
    {
        if (candidate.Category == "process_crash")
            return true;
        if (candidate.Matcher.Tool != "system" || !Incidental.Contains(CauseTable.Of(candidate.Category).Coarse))
            return false;
        if (candidate.Matcher.Name == "command-not-found" && _timeline.ExitCode == 127)
            return false;
        var words = LineWords.Of(candidate.Text).AsSpan().TrimStart();
        if (IsOfCommand(words))
            return false;
        var head = words[..Math.Min(words.Length, 24)];
        return !head.Contains("error", StringComparison.OrdinalIgnoreCase)
            && !head.Contains("fatal", StringComparison.OrdinalIgnoreCase);
    }

    // The program that failed speaks under its own name, as in "cp: cannot stat".
    private bool IsOfCommand(ReadOnlySpan<char> words)
    {
        var program = _timeline.Command.AsSpan();
        var end = program.IndexOf(' ');
        program = end < 0 ? program : program[..end];
        return !program.IsEmpty && words.StartsWith(program, StringComparison.Ordinal)
            && words[program.Length..].StartsWith(":", StringComparison.Ordinal);
    }

    // The third of a kind tells less than the first of another.
    private static List<Candidate> Varied(List<Candidate> ranked)
    {
        var picked = new List<Candidate>();
        var kinds = new Dictionary<int, int>();
        while (picked.Count < MostEvidence && ranked.Count > 0)
        {
            var best = ranked[0];
            var bestScore = double.MinValue;
            foreach (var candidate in ranked.Take(200))
            {
                var same = kinds.GetValueOrDefault(candidate.MatcherNumber);
                var score = candidate.Score * Math.Pow(0.9, same) * (IsInside(candidate, picked) ? 0.8 : 1);
                if (score <= bestScore)
                    continue;
                best = candidate;
                bestScore = score;
            }

            kinds[best.MatcherNumber] = kinds.GetValueOrDefault(best.MatcherNumber) + 1;
            best.Score = bestScore;
            picked.Add(best);
            ranked.Remove(best);
        }

        return picked;
    }

    private static bool IsInside(Candidate candidate, List<Candidate> picked) =>
        picked.Any(other => candidate.Line > other.Line && candidate.Line <= other.Line + other.After.Count);
}
