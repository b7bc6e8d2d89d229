namespace GitAIOps.Evals;

/// <summary>Fragments of GitHub logs with the one line that a published rule matched.</summary>
internal static class DiagnosisGha
{
    public static async Task<Score> ScoreAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        var set = new DirectoryInfo(Path.Combine(data.FullName, "gha-pytorch"));
        var tally = new Tally();
        var misses = new List<string>();
        var cases = 0;
        foreach (var label in SharedData.Labels(set))
        {
            var line = label.GetProperty("published").GetProperty("match_line").GetInt32();
            var diagnosis = await SharedData.DiagnoseAsync(Path.Combine(set.FullName, label.GetProperty("file").GetString()!), null, null, cancellationToken);
            var coarse = label.GetProperty("ours").GetProperty("coarse").GetString() is "auth" ? "credentials" : label.GetProperty("ours").GetProperty("coarse").GetString();
            tally.Add("first evidence within 1 of the published line", SharedData.IsHit(diagnosis, [(line, line)], 1));
            tally.Add("one of the first three", SharedData.IsHit(diagnosis, [(line, line)], 3));
            tally.Add("coarse class", diagnosis.RootCause.Coarse == coarse);
            if (diagnosis.RootCause.Confidence >= 0.8)
                tally.Add("coarse class wrong where confident (>= .8)", diagnosis.RootCause.Coarse != coarse);
            if (!SharedData.IsHit(diagnosis, [(line, line)], 3) || diagnosis.RootCause.Coarse != coarse)
                misses.Add(SharedData.Miss(label.GetProperty("id").GetString()!, diagnosis, $"{coarse} {line}"));
            cases++;
        }

        return new(cases, tally.Figures, misses);
    }
}
