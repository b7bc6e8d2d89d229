using System.Text.Json;

namespace GitAIOps.Evals;

/// <summary>The suites by name, and how their scores are shown.</summary>
internal static class Suites
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly IReadOnlyDictionary<string, Func<DirectoryInfo, CancellationToken, Task<Score>>> All =
        new SortedDictionary<string, Func<DirectoryInfo, CancellationToken, Task<Score>>>(StringComparer.Ordinal)
        {
            ["diagnosis-all-run"] = DiagnosisAllRun.ScoreAsync,
            ["diagnosis-cidiff"] = DiagnosisCidiff.ScoreAsync,
            ["diagnosis-gha"] = DiagnosisGha.ScoreAsync,
            ["diagnosis-logdx"] = DiagnosisLogdx.ScoreAsync,
            ["diagnosis-veloren"] = DiagnosisVeloren.ScoreAsync,
        };

    /// <returns>0 when the suite ran or its data is absent; 2 when there is no such suite.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var name = args.FirstOrDefault(arg => !arg.StartsWith('-'));
        if (name is null || (name != "all" && !All.ContainsKey(name)))
        {
            await Console.Error.WriteLineAsync($"Which suite? evals SUITE [--json] [--misses], SUITE one of: all, {string.Join(", ", All.Keys)}.");
            return 2;
        }

        var data = SharedData.Find("ci-logs");
        if (data is null)
        {
            Console.WriteLine($"{name} was skipped: the data folder ../shared/data/ci-logs is absent.");
            return 0;
        }

        foreach (var (suite, score) in All.Where(suite => name == "all" || suite.Key == name))
        {
            var scored = await score(data, cancellationToken);
            if (args.Contains("--json"))
                Console.WriteLine(JsonSerializer.Serialize(new { suite, scored.Cases, scored.Figures, scored.Misses }, Indented));
            else
                Show(suite, scored, args.Contains("--misses"));
        }

        return 0;
    }

    private static void Show(string suite, Score score, bool withMisses)
    {
        Console.WriteLine($"{suite}: {score.Cases} cases");
        foreach (var (name, value) in score.Figures)
            Console.WriteLine($"  {value,8:0.000}  {name}");
        foreach (var miss in withMisses ? score.Misses : [])
            Console.WriteLine($"  missed: {miss}");
    }
}
