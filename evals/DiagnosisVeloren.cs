namespace GitAIOps.Evals;

/// <summary>101 genuine GitLab logs: telling lines, coarse class, intermittent or regular.</summary>
internal static class DiagnosisVeloren
{
    public static async Task<Score> ScoreAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        var set = new DirectoryInfo(Path.Combine(data.FullName, "gitlab-veloren"));
        var tally = new Tally();
        var misses = new List<string>();
        var cases = 0;
        foreach (var label in SharedData.Labels(set))
        {
            var ours = label.GetProperty("ours");
            var file = Path.Combine(set.FullName, label.GetProperty("file").GetString()!);
            var diagnosis = await SharedData.DiagnoseAsync(file, label.GetProperty("job_name").GetString(), null, cancellationToken);
            var accepted = ours.GetProperty("accept_lines").EnumerateArray().Select(line => (line.GetInt32(), line.GetInt32())).ToList();
            var coarse = ours.GetProperty("coarse").GetString()!;
            var isIntermittent = label.GetProperty("published").GetProperty("intermittent_manual").GetInt32() == 1;
            var isHit = SharedData.IsHit(diagnosis, accepted, 3);
            tally.Add("first evidence within 1 of an accepted line", SharedData.IsHit(diagnosis, accepted, 1));
            tally.Add("one of the first three", isHit);
            tally.Add("coarse class", diagnosis.RootCause.Coarse == coarse);
            tally.Add("category", diagnosis.RootCause.Category == ours.GetProperty("category").GetString());
            tally.Add("intermittent or regular", (diagnosis.RootCause.Intermittent ?? false) == isIntermittent);
            if (diagnosis.RootCause.Confidence >= 0.8)
                tally.Add("coarse class wrong where confident (>= .8)", diagnosis.RootCause.Coarse != coarse);
            tally.Add("confident (>= .8)", diagnosis.RootCause.Confidence >= 0.8);
            if (!isHit || diagnosis.RootCause.Coarse != coarse)
                misses.Add(SharedData.Miss(label.GetProperty("id").GetString()!, diagnosis, $"{ours.GetProperty("category")} {string.Join(',', accepted.Take(4).Select(range => range.Item1))}"));
            cases++;
        }

        return new(cases, tally.Figures, misses);
    }
}
