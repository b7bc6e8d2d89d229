using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis.Quoting;

/// <summary>Lines of the log as they may be shown.</summary>
internal static class Quote
{
    public static LogLine Of(LogLine line) => line with { Text = Redaction.Mask(line.Text) };
}
