using System.Text.Json;

namespace GitAIOps.Evals;

/// <summary>Large real failures with the lines that matter: what of them the reduced log keeps.</summary>
internal static class DiagnosisLogdx
{
    public static async Task<Score> ScoreAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        var misses = new List<string>();
        var cases = 0;
        foreach (var folder in Directory.GetDirectories(Path.Combine(data.FullName, "logdx")).Order(StringComparer.Ordinal))
        {
            var truth = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "ground_truth.json"), cancellationToken));
            var diagnosis = await SharedData.DiagnoseAsync(Path.Combine(folder, "raw.log"), null, null, cancellationToken);
            var kept = diagnosis.Excerpt.Select(line => line.Line).ToHashSet();
            var blocks = diagnosis.Evidence.Take(10).ToList();
            var critical = Critical(truth).ToList();
            tally.Add("critical signals kept in the excerpt", critical.Count(signal => signal.Any(kept.Contains)), critical.Count);
            tally.Add("a critical line in one of the first ten blocks", critical.SelectMany(lines => lines)
                .Any(line => blocks.Any(block => line >= block.Line && line <= block.EndLine)));
            foreach (var signal in critical.Where(signal => !signal.Any(kept.Contains)))
                misses.Add($"{Path.GetFileName(folder)}: {string.Join(',', signal.Take(3))} not kept ({diagnosis.Log.KeptBytes} of {diagnosis.Log.Bytes} bytes)");
            misses.Add(SharedData.Miss(Path.GetFileName(folder), diagnosis, "(for reading)"));
            cases++;
        }

        return new(cases, tally.Figures, misses);
    }

    // A signal is kept when one line of it is.
    private static IEnumerable<List<int>> Critical(JsonElement truth) =>
        truth.GetProperty("required_signals").EnumerateArray()
            .Where(signal => signal.GetProperty("importance").GetString() == "critical" && signal.TryGetProperty("evidence_lines", out _))
            .Select(signal => signal.GetProperty("evidence_lines").EnumerateArray()
                .SelectMany(range => Enumerable.Range(range[0].GetInt32(), range[1].GetInt32() - range[0].GetInt32() + 1)).ToList())
            .Where(lines => lines.Count > 0);
}
