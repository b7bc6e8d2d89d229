using System.Text.RegularExpressions;

namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>How each kind of mention is written. The group <c>v</c> holds the value, and may be captured more than once.</summary>
internal static partial class MentionPatterns
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string More = @"(?:(?:\s*,\s*|\s*,?\s+(?:and|or|&)\s+)[#!]?(?<v>\d+)\b(?!\s*(?:days?|weeks?|hours?|minutes?)))*";
    private const string Day = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun";
    private const string Month =
        "(?:january|february|march|april|may|june|july|august|september|october|november|december|" +
        "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
    private const string Unit = "(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|sprints?)";
    private const string Point =
        "(?:yesterday|today|tomorrow|tonight|noon|midnight|" + Day + "|" + Month + @"(?:\s+\d{1,4}(?:st|nd|rd|th)?)?|" +
        @"\d{4}-\d\d(?:-\d\d)?(?:[t ]\d\d:\d\d\S*)?|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?" + Month + @"|\d{1,2}:\d\d|" +
        @"\d{1,2}\s*[ap]m|(?:\d+|an?|one|two|three)\s+" + Unit + @"\s+ago|(?:the\s+)?(?:last|next|this|previous|past)\s+(?:\d+\s+)?(?:" +
        Unit + "|" + Day + "|" + Month + @"|morning|afternoon|evening|release)|the\s+(?:beginning|start|end)\s+of\s+(?:the\s+)?" + Unit + ")";

    /// <summary>In the order in which they claim the text.</summary>
    public static IReadOnlyList<(MentionKind Kind, Regex Pattern)> All { get; } =
    [
        (MentionKind.Quoted, Quoted()),
        (MentionKind.Advisory, Advisory()),
        (MentionKind.MergeRequest, MergeRequest()),
        (MentionKind.Time, Time()),
        (MentionKind.Pipeline, Pipeline()),
        (MentionKind.Job, JobId()),
        (MentionKind.Hash, Hash()),
        (MentionKind.Group, Group()),
        (MentionKind.File, File()),
        (MentionKind.Ref, Ref()),
        (MentionKind.Ref, NamedRef()),
        (MentionKind.Environment, Environment()),
        (MentionKind.Project, Project()),
        (MentionKind.Project, NamedProject()),
        (MentionKind.Person, Person()),
        (MentionKind.Test, Test()),
        (MentionKind.Job, NamedJob()),
        (MentionKind.Job, JobNamed()),
        (MentionKind.Number, Number()),
    ];

    /// <summary>docs.gitlab.com: pages of a project stand behind <c>/-/</c>.</summary>
    [GeneratedRegex(@"https?://[^\s/]+/(?<project>[\w.-]+(?:/[\w.-]+)+?)(?:/-/(?:(?<noun>pipelines|jobs|merge_requests)/(?<id>\d+))?[^\s)>]*|/?(?=[\s?!,)>]|$))", Any)]
    public static partial Regex Address();

    [GeneratedRegex("\"(?<v>[^\"]+)\"|“(?<v>[^”]+)”|`(?<v>[^`]+)`|(?<!\\w)'(?<v>[^']+)'(?!\\w)", Any)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?<v>CVE-\d{4}-\d{4,}|GHSA(?:-[a-z0-9]{4}){3}|(?:RUSTSEC|PYSEC|OSV|GO|DSA|USN|GMS|MAL)-\d{4}-\d+|log4shell|spring4shell|text4shell|heartbleed|shellshock)\b", Any)]
    private static partial Regex Advisory();

    [GeneratedRegex(@"(?:(?:merge[ _-]?requests?|mrs?|pull requests?|prs?)\s*(?:number\s+|no\.?\s+|id\s+)?[#!]?|(?<!\w)!\s?)(?<v>\d+)\b" + More, Any)]
    private static partial Regex MergeRequest();

    [GeneratedRegex(@"\b(?<v>(?:since|until|till|from|before|by|on|over|for|in|during|within)\s+(?:the\s+)?" + Point + "|" + Point + @"|(?:for\s+)?(?:the\s+)?(?:next\s+)?(?:\d+|an|one|two|three)\s+" + Unit + @"|over\s?night|over\s+the\s+weekend|since\s+then)\b", Any)]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(?:pipelines?|builds?|runs?)\s*(?:number\s+|no\.?\s+|id\s+)?#?(?<v>\d+)\b(?!\s+jobs?\b)" + More, Any)]
    private static partial Regex Pipeline();

    [GeneratedRegex(@"\bjobs?\s*(?:number\s+|no\.?\s+|id\s+)?#?(?<v>\d+)\b" + More, Any)]
    private static partial Regex JobId();

    [GeneratedRegex(@"(?<!\w)#(?<v>\d+)\b", Any)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\bgroup\s+(?<v>[\w.-]+(?:/[\w.-]+)*)", Any)]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<![\w/])(?<v>(?:[\w.-]+/)*[\w.-]+\.(?:cs|ts|tsx|js|jsx|py|go|rs|java|kt|rb|php|c|h|cpp|hpp|swift|scala|sql|sh|ya?ml|json|toml|xml|html|css|md|tf|lock|csproj|vue|razor)|(?:[\w.-]+/)+(?=[\s?!,.]|$)|(?:src|lib|app|tests?)/[\w./-]+)(?!\w)", Any)]
    private static partial Regex File();

    [GeneratedRegex(@"(?<![\w/.-])(?<v>(?:feature|features|feat|fix|bugfix|hotfix|release|releases|renovate|dependabot|chore|docs|refactor|topic|user|task|wip)/[\w./-]*\w|(?:main|master|develop|trunk)(?![\w/.-]*[\w/])(?!\s+(?:reasons?|problems?|causes?|issues?|things?|points?|developers?|jobs?))|v\d+(?:\.\d+)+[\w.-]*|\d+\.\d+\.\d+[\w.-]*)", Any)]
    private static partial Regex Ref();

    [GeneratedRegex(@"\b(?:branch|ref|tag)\s+(?!is\b|was\b|has\b|to\b|in\b|on\b|of\b|red\b|green\b|and\b|or\b|pass|fail|broken\b|pipeline|it\b)(?<v>\w[\w./-]*\w)|\b(?!the\b|this\b|that\b|my\b|our\b|which\b|what\b|a\b|default\b|current\b|same\b|every\b|each\b|any\b|all\b)(?<v>\w[\w./-]*)\s+branch\b", Any)]
    private static partial Regex NamedRef();

    [GeneratedRegex(@"\b(?<v>production|prod|staging|stage|pre-?prod|qa|uat|canary)\b(?![/.:-]\w)(?!\s+job\b)|\b(?:environment|env)\s+(?<v>\w[\w./-]*)|\b(?!the\b|this\b|that\b|which\b|what\b|our\b|an?\b|each\b|every\b|any\b)(?<v>\w[\w./-]*)\s+(?:environment|env)\b", Any)]
    private static partial Regex Environment();

    [GeneratedRegex(@"(?<![\w/@.:-])(?!(?:ci/cd|and/or|he/she|his/her|pass/fail|red/green|yes/no|n/a|w/o?|24/7|\d+/\d+)\b)(?<v>[a-z][\w.-]*(?:/[\w.-]*\w)*/(?:[\w.-]*\w|\*))(?![\w/])", Any)]
    private static partial Regex Project();

    [GeneratedRegex(@"\b(?:project|repo|repository)\s+(?!is\b|was\b|has\b|of\b|in\b|for\b|to\b|and\b|or\b|that\b|this\b|here\b|fail|cost|the\b|red\b|green\b|be\b|we\b|i\b|you\b|are\b|do\b|with\b|on\b|vulnerable\b|affected\b)(?<v>[a-z\d][\w.-]*)", Any)]
    private static partial Regex NamedProject();

    [GeneratedRegex(@"(?<![\w@/])@(?!gitaiops\b|bot\b)(?<v>\w[\w.-]*)", Any)]
    private static partial Regex Person();

    [GeneratedRegex(@"(?<![\w./-])(?<v>test_\w+(?:\[[^\]]*\])?|[\w.]*[A-Z]\w*(?:Tests?|Specs?)\b(?:(?:\.|::|\#)\w+)*|\w+(?:::\w+)+|\w[\w/.-]*_test\b|[\w-]+\.(?:spec|test)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Test();

    [GeneratedRegex(@"\b(?!(?:the|this|that|these|those|an?|my|our|its|your|failed|failing|failes|last|latest|first|second|third|fourth|next|previous|which|what|any|each|every|same|broken|running|red|green|ci|other|one|great|good|nice|single|whole|slow|slowest|stuck|flaky|new|old|gitlab|pipeline|retry|rerun|restart|cancel|stop|kill|abort|run|of|for|from|in|on|is|per|manual|and|or|long|main|get|fix|show|repair|diagnose|open|read)\s)(?<v>[a-z][\w:.-]*)\s+job\b(?!\s+(?:token|queue)s?\b)", Any)]
    private static partial Regex NamedJob();

    [GeneratedRegex(@"\bjob\s+(?:called\s+|named\s+)?(?!(?:is|was|were|be|has|have|had|in|on|of|at|to|for|from|by|and|or|but|that|this|which|again|log|logs|trace|output|fail\w*|broke\w*|die[sd]?|dying|crash\w*|keep\w*|red|green|please|pls|once|now|why|what|who|when|if|so|with|before|after|it|then|status|history|durations?|take\w*|took|run\w*|did|do|does|done|cost\w*|another|pass\w*|would|will|should|can|could|still|because|until|unless|only|yesterday|today|the|a|we|i|you|as|go|queue|token|names?|ids?|another|went|wait|got|me)\b)(?<v>[a-z][\w:.-]*)", Any)]
    private static partial Regex JobNamed();

    [GeneratedRegex(@"(?<![\w.,:/-])(?<v>\d+)(?![\w%:/]|[.,]\d)(?!\s+(?:failed|failing|jobs?|pipelines?|builds?|runs?|reviewers?|approvals?|times?|people|persons?|lines?|more|tests?|projects?|percent|is\b|plus\b|minus\b))", Any)]
    private static partial Regex Number();
}
