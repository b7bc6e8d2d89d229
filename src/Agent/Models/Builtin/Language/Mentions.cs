using System.Text;
using System.Text.RegularExpressions;

namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>Everything of GitLab that a text names, in the text's order; no two overlap.</summary>
internal sealed partial class Mentions
{
    private readonly string _text;
    private readonly List<Mention> _all = [];

    // Values of one written mention share its place in the text.
    private readonly List<(int Start, int End, string Slot)> _claimed = [];

    private Mentions(string text) => _text = text;

    public static Mentions In(string text)
    {
        var mentions = new Mentions(text);
        mentions.ClaimAddresses();
        foreach (var (kind, pattern) in MentionPatterns.All)
        {
            foreach (Match match in pattern.Matches(text))
                mentions.Claim(kind, match);
        }

        mentions._all.Sort((one, other) => one.Start.CompareTo(other.Start));
        mentions._claimed.Sort((one, other) => one.Start.CompareTo(other.Start));
        return mentions;
    }

    public IEnumerable<string> Of(MentionKind kind) =>
        _all.Where(mention => mention.Kind == kind).Select(mention => mention.Value);

    public string? First(MentionKind kind) => Of(kind).FirstOrDefault();

    /// <summary>The text with every mention replaced by its kind's slot, for comparing with phrases.</summary>
    public string Masked()
    {
        var masked = new StringBuilder(_text.Length);
        var at = 0;
        foreach (var (start, end, slot) in _claimed)
        {
            masked.Append(_text, at, start - at).Append(' ').Append(slot).Append(' ');
            at = end;
        }

        return masked.Append(_text, at, _text.Length - at).ToString();
    }

    private void ClaimAddresses()
    {
        foreach (Match match in MentionPatterns.Address().Matches(_text))
        {
            var kind = match.Groups["noun"].Value switch
            {
                "pipelines" => MentionKind.Pipeline,
                "jobs" => MentionKind.Job,
                "merge_requests" => MentionKind.MergeRequest,
                _ => MentionKind.Project,
            };
            var project = match.Groups["project"];
            _all.Add(new(MentionKind.Project, project.Value, project.Index, project.Length));
            if (kind != MentionKind.Project)
                _all.Add(new(kind, match.Groups["id"].Value, match.Groups["id"].Index, match.Groups["id"].Length));
            _claimed.Add((match.Index, match.Index + match.Length, Slot(kind)));
        }
    }

    private void Claim(MentionKind kind, Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        if (_claimed.Exists(claim => start < claim.End && claim.Start < end))
            return;
        _claimed.Add((start, end, Slot(kind)));
        foreach (Capture value in match.Groups["v"].Captures)
            _all.Add(new(kind, Written(kind, value.Value), value.Index, value.Length));
    }

    private static string Written(MentionKind kind, string value) => kind switch
    {
        MentionKind.Advisory when value.StartsWith("ghsa", StringComparison.OrdinalIgnoreCase) =>
            "GHSA" + value[4..].ToLowerInvariant(),
        MentionKind.Advisory when value.Contains('-', StringComparison.Ordinal) => value.ToUpperInvariant(),
        MentionKind.File or MentionKind.Quoted or MentionKind.Test => value,
        MentionKind.Time => Period().Replace(value, ""),
        _ => value.TrimEnd('.', ':'),
    };

    // Phrases tell a pipeline from a job by its noun, so an id keeps it.
    private static string Slot(MentionKind kind) => kind switch
    {
        MentionKind.MergeRequest => "{mr}",
        MentionKind.Hash => "{number}",
        _ => "{" + kind.ToString().ToLowerInvariant() + "}",
    };

    // "over the last 7 days" says "last 7 days"; "since" and "until" say which end is meant and stay.
    [GeneratedRegex(@"^(?:(?:over|in|during|within)\s+)?(?:the\s+)?(?=last|past|previous|next|this)|^(?:in|during|within)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Period();
}
