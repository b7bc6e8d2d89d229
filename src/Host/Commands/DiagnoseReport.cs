using System.Globalization;
using System.Text;
using GitAIOps.Plugins.Diagnosis;

namespace GitAIOps.Host.Commands;

/// <summary>A diagnosis as a person reads it in a terminal.</summary>
internal static class DiagnoseReport
{
    private const int MostEvidence = 3;
    private const int MostBlockLines = 8;
    private const int LongestLine = 200;

    /// <param name="withColours">Whether ANSI codes may be written.</param>
    public static string Write(Diagnosis diagnosis, long elapsedMs, bool withColours)
    {
        var ink = new Ink(withColours);
        var report = new StringBuilder();
        var cause = diagnosis.RootCause;
        report.AppendLine(ink.Bold(Plain(cause.Title)));
        report.AppendLine(Facts(cause));
        var running = diagnosis.Log.Command is { } command ? $" It happened while running: {command}" : "";
        report.AppendLine().AppendLine(Plain(cause.Explanation + running));
        foreach (var block in diagnosis.Evidence.Take(MostEvidence))
            WriteBlock(report, block, ink);
        if (diagnosis.Fixes.Count > 0)
            report.AppendLine().AppendLine(ink.Bold("What to do"));
        foreach (var fix in diagnosis.Fixes)
            report.AppendLine(CultureInfo.InvariantCulture, $"  - {fix.Title}. {fix.Detail}");
        if (diagnosis.EstimatedFixMinutes is { } minutes)
            report.AppendLine(CultureInfo.InvariantCulture, $"  About {minutes} minutes{(diagnosis.Automatable ? "; can be automated" : "")}.");
        var log = diagnosis.Log;
        var ended = log.ExitCode is { } code ? $", exit code {code}" : "";
        report.AppendLine().AppendLine(ink.Faint(string.Create(
            CultureInfo.InvariantCulture,
            $"{log.Lines} lines, {log.Bytes} bytes{ended}; fingerprint {diagnosis.Fingerprint}; {elapsedMs} ms")));
        return report.ToString();
    }

    private static string Facts(RootCause cause)
    {
        var retry = cause.Intermittent switch
        {
            true => ", a retry may pass",
            false => ", a retry will not help",
            null => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{cause.Category} ({cause.Coarse}), {cause.Confidence:P0} sure{retry}");
    }

    private static void WriteBlock(StringBuilder report, Evidence block, Ink ink)
    {
        report.AppendLine().AppendLine(ink.Faint(block.Why));
        foreach (var line in block.Lines.Take(MostBlockLines))
        {
            var number = line.Line.ToString(CultureInfo.InvariantCulture).PadLeft(7);
            var text = Plain(line.Text.Length > LongestLine ? line.Text[..LongestLine] + "…" : line.Text);
            report.AppendLine(CultureInfo.InvariantCulture, $"{ink.Faint(number)}  {(line.Line == block.Line ? ink.Red(text) : text)}");
        }

        if (block.Lines.Count > MostBlockLines)
            report.AppendLine(CultureInfo.InvariantCulture, $"         … to line {block.EndLine}");
    }

    // A log must not steer the reader's terminal.
    private static string Plain(string text)
    {
        var plain = text.ToCharArray();
        for (var i = 0; i < plain.Length; i++)
        {
            if (char.IsControl(plain[i]) && plain[i] != '\t')
                plain[i] = '\uFFFD';
        }

        return new(plain);
    }

    private readonly struct Ink(bool isOn)
    {
        public string Bold(string text) => Code("1", text);

        public string Faint(string text) => Code("2", text);

        public string Red(string text) => Code("31", text);

        private string Code(string code, string text) => isOn ? $"\u001b[{code}m{text}\u001b[0m" : text;
    }
}
