using System.Globalization;
using System.Text.RegularExpressions;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Reads a message that only points: "42", "the second one".</summary>
internal static partial class Pointing
{
    /// <summary>What is wanted of the thing pointed to; null where more is said, or nothing was talked about.</summary>
    public static string? Function(string text, Focus focus)
    {
        var only = Only().Match(text);
        if (!only.Success || (focus.Listed.Count == 0 && focus.Pipeline is null && focus.Job is null))
            return null;
        var place = Place.In(text, focus);
        var isNumber = long.TryParse(
            only.Groups["v"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (place is null && !isNumber)
            return null;
        var entry = place is null ? focus.Listed.FirstOrDefault(listed => listed.Id == number) : place.Of(focus.Listed);
        return entry switch
        {
            { Kind: "job" } => "Diagnosis-diagnose_job",
            { Kind: "mergeRequest" } => "MergeRequests-status",
            { Status: "failed" } => "Diagnosis-diagnose_pipeline",
            null when place is null && number == focus.Job => "Diagnosis-diagnose_job",
            _ => "Pipelines-status",
        };
    }

    [GeneratedRegex(
        @"^\W*(?:(?:and|what about|how about)\s+)?(?:the\s+)?(?:(?<v>\d+)|\w+(?:\s+one)?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Only();
}
