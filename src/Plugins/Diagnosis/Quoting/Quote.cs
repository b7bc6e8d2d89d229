using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis.Quoting;

/// <summary>Lines of the log as they may be shown.</summary>
internal static class Quote
{
    /// <summary>The line with its secrets masked; null when it is not what was read at its number.</summary>
    public static LogLine? Of(LogLine line) =>
        LineProof.Holds(line) ? new(line.Line, Redaction.Mask(line.Text)) : null;

    /// <summary>All of them; null when one is not what was read.</summary>
    public static IReadOnlyList<LogLine>? Of(IEnumerable<LogLine> lines)
    {
        var shown = new List<LogLine>();
        foreach (var line in lines)
        {
            if (Of(line) is not { } quote)
                return null;
            shown.Add(quote);
        }

        return shown;
    }
}
