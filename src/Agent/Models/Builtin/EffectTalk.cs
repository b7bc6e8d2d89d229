using System.Text.RegularExpressions;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Tells a change that is asked for from one that is asked about, denied, or made to depend on something.</summary>
internal static partial class EffectTalk
{
    /// <summary>Whether the message names a change at all.</summary>
    public static bool NamesEffect(string text) => Effect().IsMatch(text);

    /// <summary>Whether this part only talks about a change. What holds for a message's parts ("if") holds for all of it.</summary>
    public static bool OnlyTalks(string part, string message) =>
        Condition().IsMatch(Courtesy().Replace(message, " "))
        || IsQuestion(part)
        || (IsQuestion(message) && !Parted().IsMatch(message))
        || Negation().IsMatch(part)
        || Retraction().IsMatch(message)
        || Story().IsMatch(part);

    /// <summary>Whether this part denies a change, makes it depend on something, or tells that it happened.</summary>
    public static bool Excludes(string part) =>
        NamesEffect(part)
        && (Negation().IsMatch(part) || Condition().IsMatch(Courtesy().Replace(part, " "))
            || (Story().IsMatch(part) && !Interrogative().IsMatch(part)));

    /// <summary>Whether this part asks about a change.</summary>
    public static bool AsksAbout(string part) => NamesEffect(part) && IsQuestion(part);

    private static bool IsQuestion(string part) => Question().IsMatch(part) && !Asking().IsMatch(part);

    [GeneratedRegex(
        @"\b(?:re-?try\w*|retri\w+|re-?run\w*|re-?start\w*|cancel\w*|abort\w*|kill\w*|terminat\w+|roll\w*\s?(?:\S+\s)?(?:\S+\s)?back|rollback\w*|revert\w*|quarantin\w+|skip\w*|disabl\w+|fix\w*|accept\w*|waiv\w+|mut(?:e|ing)\b|label\w*|assign\w*|appl(?:y|ying)|bind\w*|open\w*\s+an?\s+(?:issue|ticket|merge)|stop\w*)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Effect();

    [GeneratedRegex(
        @"\b(?:if|unless|whether|in case|as soon as|whenever|provided|providing|assuming|assume|suppose|supposing|imagine|hypothetically|theoretically|in theory|once (?!more|again)(?:the|it|that|this|they|we|i|main|!|\w+ (?:is|are|has|have))|(?:only )?when (?:the|it|that|this|they|we|i|main|all|everything|somebody|someone|nobody|\S+ (?:is|are|has))|after (?:the|it|that|this|they|we|all|\S+ (?:is|are|has|was))|before (?:the|it|they|we|i)\b|wonder\w*|thinking (?:about|of)|think about|considering|not sure|i guess|perhaps|maybe we|would happen)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(
        @"\b(?:if (?:you (?:can|could|would|may|please|don't mind|do not mind|like|have (?:time|a (?:minute|moment|second)))|possible|that's ok(?:ay)?)|when(?:ever)? (?:you (?:can|get a chance|have (?:time|a (?:minute|moment|second)))|possible)|after all|as soon as (?:you can|possible))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    [GeneratedRegex(
        @"^\W*(?:(?:and|but|so|ok|okay|hey|hi|hmm|well|please|pls|actually|just|oh)\b[\s,]*)*(?:why|what|what's|whats|who|who's|whom|when|where|which|how|should|shall|would|is|isn't|are|aren't|was|were|does|doesn't|did|didn't|do (?:you|we|i|they)|has|have (?:you|we|they|i)|may|might|must|can (?:i|we|one|it|this|that|the|a|pipeline|job|they|anyone|anybody|you tell|you explain)|could (?:i|we|one|it|this|that|the|a|they|anyone|re\w*ing|cancel\w*ing|roll\w*ing)|am i|will|tell me (?:what|how|whether|who|when)|explain (?:what|how|why)|any (?:point|reason|risk|harm))\b|\bis there (?:any|a) (?:point|sense|reason|way|risk)|\b(?:good|bad) idea\b|\bmake(?:s)? sense\b|\bwhat (?:happens|would|if|are the)\b|\bshould (?:i|we)\b|\bwould you (?:re\w+|cancel|roll|skip) \w+ or\b|\bconsequences?\b|\bshould\b.*\?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    // Questions by form, requests by meaning.
    [GeneratedRegex(
        @"\b(?:would you (?:mind|please|kindly|be so)|(?:can|could) (?:i|we) (?:get|have|see|please|pls)|(?:can|could) (?:we|you) (?:please|pls)|how about (?!if|when)\w+ing|what about \w+ing|will you (?:please|pls))\b|^\W*would you (?:re-?try|re-?run|re-?start|cancel|stop|roll|fix|open|create|skip|quarantine|add|label|assign|apply|mute|accept)\b(?!.*\bor\b)(?!\s+(?:it|that|this)\s*\?)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"\b(?:do not|don't|dont|don’t|never(?!\s+mind)|no need|not necessary|needn't|need not|must not|mustn't|should not|shouldn't|shouldnt|would not|wouldn't|will not|won't|can not|cannot|can't|let's not|lets not|let us not|not to|rather not|better not|hold off|refrain|avoid|without|instead of|no way|nobody should|no one should|not yet|leave it|stop trying|no longer want|not (?:re-?try|re-?run|cancel|roll|skip|fix|open|accept|quarantine|mute|apply|label)\w*|no (?:retry|retries|rollback|cancel\w*))\b(?!\s+(?:pass|work|build|compile|start|finish|end|need|use|merge|notify|bother|disturb|tell us|tell me|post|send|ping|want to hear|hesitate|forget|affect|run in|matter|mind))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(
        @"\b(?:i|we|they|he|she|someone|somebody|@\w+|(?<=^\W*)\w+|\w+(?=\s+ha[sd]\b))(?:'ve|\s+have|\s+has|\s+had|\s+was|\s+were)?(?:\s+(?:already|just|also|once|twice|been))*\s+(?:retried|reran|restarted|cancelled|canceled|aborted|killed|rolled\s+(?:\S+\s+)?back|reverted|quarantined|skipped|fixed|accepted|muted|labelled|labeled|assigned|applied)\b(?!\s*,?\s*(?:please|pls))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Story();

    [GeneratedRegex(@"^\W*(?:who|what|which|list|show|when|how|did|was|has)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Interrogative();

    [GeneratedRegex(
        @"[?.!,;]\s*(?:oh\s+)?(?:no way|nope|no,?\s+(?:don't|do not|wait)|better not|rather not|never\s?mind|forget (?:it|that)|(?:don't|do not)(?: do (?:it|that))?|just kidding|kidding|no)\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Retraction();

    [GeneratedRegex(@"[?!.;]\s+\S|,\s*(?:just|then|please|but)\b|\b(?:and|but)\s+(?:please|then|just)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Parted();
}
