using System.Text.RegularExpressions;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Arguments that have no form of their own: read by the words around them. The group <c>v</c> holds the value.</summary>
internal static partial class ArgumentWords
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Name = @"(?<v>@?[\w/.-]*\w)";

    /// <summary>The first value that the patterns find; null where none does.</summary>
    public static string? Find(string text, params ReadOnlySpan<Regex> patterns)
    {
        foreach (var pattern in patterns)
        {
            var match = pattern.Match(text);
            if (match.Success)
                return match.Groups["v"].Value.Trim().TrimEnd('?', '.', '!', ',');
        }

        return null;
    }

    /// <summary>The metric that a question is about without naming it: "how long does it take"; null where there is none.</summary>
    public static string? MetricAsked(string text)
    {
        var match = AskedMetric().Match(text);
        return match switch
        {
            { Success: false } => null,
            _ when match.Groups["wait"].Success => "queue time",
            _ when match.Groups["duration"].Success => "duration",
            _ when match.Groups["failure"].Success => "failure rate",
            _ => match.Groups["v"].Value,
        };
    }

    [GeneratedRegex(@"\b(?:why\s+(?:is|are|was)|why\s+(?:do|does|did)\s+\S+\s+(?:have|need|use|depend\s+on|pull\s+in|install)|who\s+(?:pulls\s+in|uses|needs|brings\s+in|depends\s+on|added)|what(?:'s)?\s+(?:needs|uses|pulls|pulls\s+in|brings\s+in|drags\s+in|depends\s+on|requires|pulling\s+in)|where\s+(?:does|is|do)|how\s+(?:did|does|do)(?:\s+we\s+get)?|which\s+(?:\w+\s+)*?(?:needs?|uses?|brings?(?:\s+in)?|pulls?\s+in|depends?\s+on|requires?)|path\s+to|explain\s+why)\s+(?:the\s+)?(?:package\s+|dependency\s+|library\s+|lib\s+)?(?!the\b|we\b|in\b)" + Name, Any)]
    public static partial Regex Package();

    [GeneratedRegex(@"\b(?:package|dependency|library)\s+(?!is\b|in\b|to\b|of\b|for\b)" + Name, Any)]
    public static partial Regex PackageNamed();

    [GeneratedRegex(@"\b(?:test|spec|quarantine|skip|disable|exclude|isolate|mark|ignore|mute)\s+(?:the\s+)?(?:test\s+|spec\s+)?(?:called\s+|named\s+)?(?!the\b|that\b|this\b|it\b|a\b|an\b|flaky\b|failing\b|in\b|into\b|is\b|from\b|and\b|as\b|out\b|test\b|tests\b|until\b|suite\b|run\b|job\b|broken\b)(?<v>\w[\w.:/-]*\w)(?!\s+job\b)", Any)]
    public static partial Regex TestNamed();

    [GeneratedRegex(@"\b(?!the\b|that\b|this\b|flaky\b|failing\b|broken\b|skip\b|quarantine\b|disable\b|ignore\b|mute\b|exclude\b|a\b|same\b|slow\b|unstable\b)(?<v>\w[\w.:/-]*)\s+(?:test|spec)\b(?!\s+(?:run|job|suite))", Any)]
    public static partial Regex NamedTest();

    [GeneratedRegex(@"\b(?:did|does|has|is|was|by|of|from|for)\s+(?!you\b|we\b|i\b|they\b|the\b|it\b|this\b|that\b|my\b|our\b|me\b|us\b|any\w*\b|some\w*\b|pipeline|merge|job|review|action|retr|last\b|all\b|your\b|a\b)(?<v>[a-z][\w.-]*)(?=\s+(?:do|done|change\w*|retr\w*|cancel\w*|have|has|review\w*|press\w*|to\s+review)\b|\s*[?.!]?$|\s+(?:since|last|this|yesterday|today|on)\b)", Any)]
    public static partial Regex PersonNamed();

    [GeneratedRegex(@"\b(?:about|in|on|of|for|with|understands?|knows?(?:\s+(?:about|most\s+about|the\s+most\s+about))?|maintains?|owns?|wrote|touched|experience\s+with|talk\s+to\s+about)\s+(?:the\s+|our\s+|a\s+)?(?!who\b|that\b|this\b|somebody\b|someone\b)(?<v>[^?!,]+?)(?:\s+(?:best|most|well|the\s+most|last|here))*(?:\s+in\s+\S+/\S+)?\s*[?.!]*$", Any)]
    public static partial Regex Query();

    [GeneratedRegex(@"\b(?:who\s+(?:is\s+responsible\s+for|is\s+(?:the|an)\s+expert\s+(?:for|on|in)|maintains|owns|wrote|understands|knows\s+most\s+about|knows\s+about|knows|has\s+experience\s+with)|understands|understand|about|expert\s+(?:for|on|in)|experts\s+(?:for|on|in)|help(?:\s+me)?\s+with|knows?|maintains|owns)\s+(?:the\s+|our\s+|a\s+)?(?<v>[^?!,]+?)(?:\s+(?:best|most|well|the\s+most|last|here))*(?:\s+in\s+\S+/\S+)?\s*[?.!]*$", Any)]
    public static partial Regex Expertise();

    [GeneratedRegex(
        @"\b(?:logs?|trace|output)\s+(?:of|for|from)\s+(?:the\s+|my\s+|our\s+)?"
        + @"(?!(?:the|my|our|it|its|this|that|these|those|them|an?|last|latest|failed|failing|jobs?|pipelines?|builds?|runs?|main|"
        + @"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|both|all|each|every|which|what|"
        + @"merge|mr)\b)(?<v>[a-z][\w:.-]*)(?![\w/])(?!\s+(?:jobs?|one|branch|section|stage|pipeline|build)\b)",
        Any)]
    public static partial Regex LogOf();

    [GeneratedRegex(@"\b(?:titled|called|named|with\s+(?:the\s+)?title|(?:issue|ticket|bug)\s*:)\s*(?<v>[^""“]+)$", Any)]
    public static partial Regex Title();

    [GeneratedRegex(@"\b(?:because|reason:|since\s+(?=it\b|we\b|that\b)|as\s+(?=it\b|we\b|that\b))\s*(?<v>.+)$", Any)]
    public static partial Regex Reason();

    [GeneratedRegex(@"\b(?:(?<v>basic|advanced|aggressive)(?:ly)?)\b", Any)]
    public static partial Regex Level();

    [GeneratedRegex(@"\b(?<v>\w+)\s+section\b|\bsection\s+(?:of\s+|called\s+)?(?<v>\w+)", Any)]
    public static partial Regex Section();

    [GeneratedRegex(@"\b(?:do|ask|help|tell\s+me|questions?|commands?|help\s+me|examples?)\b.*?\s(?:about|with|on|for|regarding)\s+(?!me\b|us\b|this\b|that\b|you\b|it\b|new\b)(?<v>[^?!.]+)", Any)]
    public static partial Regex Topic();

    [GeneratedRegex(@"\b(?:about|mute|silence|snooze)\s+(?:the\s+)?(?!until\b|till\b|for\b|yourself\b|for\b|is\b)(?<v>[^?!.,]+?)(?:\s+(?:until|till|for|this\s+week)\b.*)?\s*[?.!]*$", Any)]
    public static partial Regex Scope();

    [GeneratedRegex(@"\b(?:labels?\s+(?:(?:it|this|that|![0-9]+|mr\s+\d+|merge\s+request(?:\s+\d+)?)\s+)?(?:as\s+|with\s+)?|(?:tag|label)\s+\S+(?:\s+\d+|\s+request\s+\d+)?\s+(?:as|with)\s+)(?!the\b|those\b|these\b|to\b|on\b|for\b|you\b|it\b|this\b|that\b|of\b|as\b|with\b|and\b|!)(?<v>[\w:-]+(?:\s*(?:,|\band\b)\s*(?!review|assign)[\w:-]+)*)", Any)]
    public static partial Regex Labels();

    [GeneratedRegex(@"\b(?!(?:those|these|the|suggested|your|proposed|my|that|add|set|a|recommended|some)\b)(?<v>[\w:-]+)\s+label\b", Any)]
    public static partial Regex NamedLabel();

    [GeneratedRegex(@"\b(?:(?:assign|put|make|add|get)\s+|reviewers?\s+(?:of\s+\S+\s+)?(?:to\s+)?|(?:ask|from|request)\s+)(?!the\b|those\b|these\b|that\b|suggested\b|your\b|label|review|a\b|an\b|to\b|you\b|of\b|on\b|for\b|it\b|!)(?<v>[a-z][\w.-]*(?:\s*(?:,|\band\b)\s*[a-z][\w.-]*)*)(?=\s+(?:to|on|as|for|reviewer|the\s+reviewer)\b|\s*$)", Any)]
    public static partial Regex Reviewers();

    [GeneratedRegex(@"\b(?<v>(?:(?:p\d\d|median|average|mean|max(?:imum)?|min(?:imum)?|total)\s+(?:of\s+)?(?:the\s+)?)?(?:(?:test|pipeline|build|job|deploy|deployment|queue|stage|merge)\s+)?(?:duration|run\s?time|durations|times?(?=\W|$)|success\s+rate|failure\s+rate|fail\s+rate|flaky\s+rate|flakiness|pass\s+rate|coverage|throughput|queue\s+time|waiting\s+time|wait\s+time|lead\s+time|frequency|retry\s+rate|error\s+rate|counts?))\b", Any)]
    public static partial Regex Metric();

    [GeneratedRegex(@"\bhow\s+long\b.*\b(?<wait>wait)\b|\bhow\s+long\b.*\b(?<duration>takes?|run|last)\b|\bhow\s+often\b.*\b(?<failure>fails?|breaks?)\b|\b(?:how\s+many|number\s+of)\s+(?<v>pipelines|jobs|builds|deployments|failures|retries)\b|\b(?<v>coverage|p\d\d|throughput)\b", Any)]
    private static partial Regex AskedMetric();

    [GeneratedRegex(@"\b(?:(?<failed>fail\w*|broke\w*|red|crash\w*)|(?<running>running|in progress)|(?<pending>pending|waiting|stuck|queued)|(?<canceled>cancel\w*)|(?<success>succe\w*|green|passed|passing)|(?<skipped>skipped)|(?<manual>manual))\b", Any)]
    public static partial Regex Status();
}
