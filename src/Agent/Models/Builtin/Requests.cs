using System.Text.RegularExpressions;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Parts a message into what could be single requests.</summary>
internal static partial class Requests
{
    private const string Starts =
        "(?:please|pls|then|also|just|now)?\\s*(?:show|list|print|open|give|get|tell|retry|rerun|restart|run|cancel|stop|abort|kill|" +
        "fix|repair|skip|quarantine|roll|revert|create|make|file|raise|add|label|assign|apply|scan|check|find|suggest|" +
        "explain|diagnose|triage|compare|plot|mute|bind|accept|ignore|generate|export|" +
        "why|what|what's|whats|who|who's|whom|how|how's|which|where|when|is|are|was|did|does|do|has|have|will|can|could)\\b";

    /// <summary>The parts in order, none empty; one part where the message does not come apart.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) && !Joint().IsMatch(text))
            return [text];
        return [.. Joint().Split(text).Select(part => part.Trim(' ', ',', ';', '.', '\n', '\r', '\t')).Where(part => part.Length > 0)];
    }

    [GeneratedRegex(
        @"(?<=[?!.;])\s+(?=\S)|\s*[\r\n]+\s*|\s*;\s*|,?\s+(?:and\s+then|and\s+also|then\s+also|after\s+that|as\s+well\s+as|plus)\s+(?=" + Starts + @")|\s*,\s*(?:and\s+|but\s+)?(?:then\s+)?(?=" + Starts + @")|\s+(?:and|but)\s+(?=" + Starts + ")",
        RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
