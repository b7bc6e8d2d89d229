using System.Text.Json;

namespace GitAIOps.Evals;

/// <summary>Failing logs of Jenkins and GitHub with the last passing log of the same job; lines marked by two annotators.</summary>
internal static class DiagnosisCidiff
{
    public static async Task<Score> ScoreAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        var set = new DirectoryInfo(Path.Combine(data.FullName, "cidiff"));
        var tally = new Tally();
        var misses = new List<string>();
        var cases = 0;
        foreach (var label in SharedData.Labels(set))
        {
            var accepted = label.GetProperty("published").EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object)
                .SelectMany(annotator => annotator.Value.GetProperty("error").EnumerateArray())
                .Select(range => (range[0].GetInt32(), range[1].GetInt32())).ToList();
            if (accepted.Count == 0)
                continue;
            var file = Path.Combine(set.FullName, label.GetProperty("file").GetString()!);
            var alone = await SharedData.DiagnoseAsync(file, null, null, cancellationToken);
            tally.Add("first evidence within 1 of a marked line", SharedData.IsHit(alone, accepted, 1));
            tally.Add("one of the first three", SharedData.IsHit(alone, accepted, 3));
            if (PassedLog(set, label) is { } green)
                tally.Add("one of the first three, with the passing log", SharedData.IsHit(await SharedData.DiagnoseAsync(file, null, green, cancellationToken), accepted, 3));
            var coarse = label.GetProperty("ours").GetProperty("coarse").GetString()!;
            tally.Add("coarse class", alone.RootCause.Coarse == coarse);
            if (alone.RootCause.Confidence >= 0.8)
                tally.Add("coarse class wrong where confident (>= .8)", alone.RootCause.Coarse != coarse);
            if (!SharedData.IsHit(alone, accepted, 3) || alone.RootCause.Coarse != coarse)
                misses.Add(SharedData.Miss(label.GetProperty("id").GetString()!, alone, $"{coarse} {string.Join(',', accepted.Take(4))}"));
            cases++;
        }

        return new(cases, tally.Figures, misses);
    }

    private static string? PassedLog(DirectoryInfo set, JsonElement label) =>
        label.TryGetProperty("pass_file", out var name) && name.GetString() is { } file && File.Exists(Path.Combine(set.FullName, file))
            ? Path.Combine(set.FullName, file)
            : null;
}
