using System.Globalization;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Remediation;

/// <summary>What a retry needs to know later, kept with the saved call.</summary>
/// <param name="Jobs">Names of the pinned jobs by id.</param>
internal sealed record RetryArguments(
    string Project, long? Pipeline, bool IsWholePipeline, IReadOnlyDictionary<long, string> Jobs)
{
    private const string Whole = "whole";
    private const string JobPrefix = "job.";

    public static RetryArguments Read(Proposal proposal)
    {
        var saved = proposal.Arguments;
        return new(
            proposal.Project,
            saved.TryGetValue("pipeline", out var pipeline) ? Number(pipeline) : null,
            saved.GetValueOrDefault("scope") == Whole,
            saved.Where(static pair => pair.Key.StartsWith(JobPrefix, StringComparison.Ordinal))
                .ToDictionary(static pair => Number(pair.Key[JobPrefix.Length..]), static pair => pair.Value));
    }

    public IReadOnlyDictionary<string, string> ToDictionary()
    {
        var saved = Jobs.ToDictionary(static job => $"{JobPrefix}{job.Key}", static job => job.Value);
        saved["scope"] = IsWholePipeline ? Whole : "job";
        if (Pipeline is { } pipeline)
            saved["pipeline"] = pipeline.ToString(CultureInfo.InvariantCulture);
        return saved;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
