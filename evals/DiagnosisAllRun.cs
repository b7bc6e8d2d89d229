namespace GitAIOps.Evals;

/// <summary>Every log there is can be read, and its excerpt keeps to its size.</summary>
internal static class DiagnosisAllRun
{
    public static async Task<Score> ScoreAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        var misses = new List<string>();
        var logs = data.EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name.EndsWith(".log", StringComparison.Ordinal) || file.Name.EndsWith(".log.gz", StringComparison.Ordinal)).ToList();
        foreach (var log in logs)
        {
            var diagnosis = await SharedData.DiagnoseAsync(log.FullName, null, null, cancellationToken);
            var limit = Math.Min(64 * 1024, Math.Max(4096, diagnosis.Log.Bytes / 5));
            tally.Add("read, and the excerpt keeps to its size", diagnosis.Log.KeptBytes <= limit);
            tally.Add("has evidence (passing logs count too)", diagnosis.Evidence.Count > 0);
            if (diagnosis.Evidence.Count == 0)
                misses.Add($"{log.Name}: no evidence in {diagnosis.Log.Lines} lines");
        }

        return new(logs.Count, tally.Figures, misses);
    }
}
