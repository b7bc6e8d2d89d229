using System.IO.Compression;
using System.Text.Json;
using GitAIOps.Plugins.Diagnosis;

namespace GitAIOps.Evals;

/// <summary>The folder of real data beside the repository.</summary>
internal static class SharedData
{
    /// <summary>Null when it is absent.</summary>
    public static DirectoryInfo? Find(string set)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = new DirectoryInfo(Path.Combine(folder.FullName, "shared", "data", set));
            if (data.Exists)
                return data;
        }

        return null;
    }

    /// <summary>A log, unpacked when its name ends in .gz.</summary>
    public static Stream Open(string path)
    {
        Stream file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    public static async Task<Diagnosis> DiagnoseAsync(string path, string? job, string? passed, CancellationToken cancellationToken)
    {
        await using var log = Open(path);
        await using var green = passed is null ? null : Open(passed);
        return await LogDiagnosis.DiagnoseAsync(log, new(job, Passed: green), cancellationToken);
    }

    /// <summary>The rows of a set's labels.</summary>
    public static IEnumerable<JsonElement> Labels(DirectoryInfo set) =>
        File.ReadLines(Path.Combine(set.FullName, "labels.jsonl")).Select(line => JsonElement.Parse(line));

    /// <summary>Whether one of the first so many evidence lines is within 1 of an accepted range.</summary>
    public static bool IsHit(Diagnosis diagnosis, IReadOnlyCollection<(int Start, int End)> accepted, int first) =>
        diagnosis.Evidence.Take(first).Any(evidence =>
            accepted.Any(range => evidence.Line >= range.Start - 1 && evidence.Line <= range.End + 1));

    /// <summary>A line about a case that was missed.</summary>
    public static string Miss(string id, Diagnosis diagnosis, string expected) =>
        $"{id}: expected {expected}; {diagnosis.RootCause.Category} ({diagnosis.RootCause.Confidence:0.00}); "
        + string.Join(" | ", diagnosis.Evidence.Take(3).Select(evidence =>
            $"{evidence.Line} [{evidence.Score:0.00}] {evidence.Text[..Math.Min(90, evidence.Text.Length)]}"));
}
