using System.Buffers;
using System.Text.RegularExpressions;

namespace GitAIOps.Turns;

/// <summary>Masks secrets in text, visibly: <c>[masked:gitlab-token]</c>. Pure, and linear in the length of the text.</summary>
/// <remarks>
/// One line at a time knows nothing of keys that span lines; streams of lines use <see cref="PrivateKeyLines"/> with it.
/// Masking what is masked already changes nothing.
/// </remarks>
public static partial class Redaction
{
    private const string KeyName =
        "(?:[a-z0-9_.-]{0,40}(?:passwo?r?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)[a-z0-9_-]{0,20})";

    // Each rule below needs one of these; most lines have none and are returned as they are.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "glpat-", "gloas-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "glwt-", "glsoat-",
            "glffct-", "GR1348941", "akia", "asia", "abia", "acca", "aiza", "ya29.", "1//0", "xox", "xapp-", "hooks.slack.com",
            "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "eyJ", "PRIVATE KEY", "pass", "secret", "token", "api_key",
            "api-key", "apikey", "access_key", "access-key", "accesskey", "private_key", "private-key", "privatekey",
            "credential", "authorization", "bearer ", "://", "npm_", "sk-", "pypi-", "dckr_pat_", "hvs.",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Brackets = SearchValues.Create("(){}<>");

    /// <summary>What stands for a line of a private key.</summary>
    public static string PrivateKeyMask { get; } = Masked("private-key");

    /// <summary>The text with every secret replaced by its mask; the same instance when there is none.</summary>
    public static string Mask(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints))
            return text;
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            text = HeadlessKey().Replace(PrivateKey().Replace(text, PrivateKeyMask), PrivateKeyMask);
        text = MaskTokens(text);
        text = UrlPassword().Replace(text, $"$1{Masked("password")}$2");
        text = Header().Replace(text, $"$1{Masked("authorization")}");
        text = QuotedAssignment().Replace(text, $"$1{Masked("secret")}$3");
        text = Assignment().Replace(text, MaskAssignment);
        return Flag().Replace(text, $"$1{Masked("secret")}");
    }

    /// <summary>What stands in a secret's place.</summary>
    internal static string Masked(string kind) => $"[masked:{kind}]";

    private static string MaskTokens(string text)
    {
        text = GitLabToken().Replace(text, Masked("gitlab-token"));
        text = GitHubToken().Replace(text, Masked("github-token"));
        text = AwsKeyId().Replace(text, Masked("aws-key"));
        text = GoogleKey().Replace(text, Masked("google-key"));
        text = SlackToken().Replace(text, Masked("slack-token"));
        text = SlackHook().Replace(text, $"$1{Masked("slack-hook")}");
        text = JsonWebToken().Replace(text, Masked("jwt"));
        return OtherToken().Replace(text, Masked("token"));
    }

    // PASSWORD=$PASSWORD names a secret and holds none; "token: unexpected" is prose.
    private static string MaskAssignment(Match match)
    {
        var value = match.Groups["value"].ValueSpan;
        var looksSecret = match.Groups["sign"].ValueSpan.Contains('=') || HasDigitAndLetter(value);
        return looksSecret && !IsPlaceholder(value)
            ? string.Concat(match.Groups["name"].ValueSpan, match.Groups["sign"].ValueSpan, Masked("secret"))
            : match.Value;
    }

    private static bool HasDigitAndLetter(ReadOnlySpan<char> value) =>
        value.Length >= 8 && value.IndexOfAnyInRange('0', '9') >= 0
        && (value.IndexOfAnyInRange('a', 'z') >= 0 || value.IndexOfAnyInRange('A', 'Z') >= 0);

    private static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        value[0] is '$' or '<' or '%' or '{' or '(' or '[' or '*' or '/' or '.' || value.Length < 3
        || value.StartsWith("xxx", StringComparison.OrdinalIgnoreCase)
        || value is "true" or "false" or "null" or "None" or "nil" or "undefined" or "True" or "False"
        || value.ContainsAny(Brackets);

    // docs.gitlab.com/security/tokens: token prefixes. glcbt- and glpat- carry dots in their newer, routable form.
    [GeneratedRegex(@"\bgl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|wt|soat|ffct)-[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]{2,})*|\bGR1348941[A-Za-z0-9_-]{20,}")]
    private static partial Regex GitLabToken();

    // docs.github.com: "GitHub's token formats"
    [GeneratedRegex(@"\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}")]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b")]
    private static partial Regex AwsKeyId();

    [GeneratedRegex(@"\bAIza[A-Za-z0-9_-]{35}|\bya29\.[A-Za-z0-9_.-]{20,}|\b1//0[A-Za-z0-9_-]{30,}")]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"\bxox[a-z](?:-[A-Za-z0-9]+){2,}|\bxapp-\d-[A-Za-z0-9-]{20,}")]
    private static partial Regex SlackToken();

    [GeneratedRegex(@"(hooks\.slack\.com/(?:services|workflows|triggers)/)[A-Za-z0-9/_-]{10,}")]
    private static partial Regex SlackHook();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*")]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"\bnpm_[A-Za-z0-9]{36}\b|\bpypi-[A-Za-z0-9_-]{50,}|\bdckr_pat_[A-Za-z0-9_-]{20,}|\bhvs\.[A-Za-z0-9_-]{24,}|\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}")]
    private static partial Regex OtherToken();

    // Real line breaks, or the \n of a JSON string such as a Google service account's private_key.
    [GeneratedRegex(@"-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"[A-Za-z0-9+/=\\\s]*-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----", RegexOptions.NonBacktracking)]
    private static partial Regex HeadlessKey();

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@'""<>]{0,200}:)(?!\[masked:)[^\s/@'""<>$]{1,400}(@)", RegexOptions.IgnoreCase)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(@"(\b(?:proxy-)?authorization['""]?\s{0,4}[:=]\s{0,4}['""]?(?:(?:bearer|basic|token|digest|negotiate)\s{1,4})?|\bbearer\s{1,4}(?=[A-Za-z0-9_.~+/=-]{20})|\b(?:private|job|deploy)-token['""]?\s{0,4}:\s{0,4})(?![\[$<{*])[A-Za-z0-9_.~+/=:-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex(@"(\b" + KeyName + @"['""]?\s{0,4}(?:[:=]|=>)\s{0,4}(['""]))(?![\[$<{*])[^'""]{4,}(\2)", RegexOptions.IgnoreCase)]
    private static partial Regex QuotedAssignment();

    [GeneratedRegex(@"(?<![a-z0-9_./-])(?<name>" + KeyName + @")(?<sign>=|\s{0,2}:\s{1,4}|\s=\s)(?<value>[^\s'"",;&|)]{3,})", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"(\s--?(?:password|passwd|token|secret|api-key|access-token|registry-token)[ =])(?![\[$<{*'""-])[^\s'""]{6,}", RegexOptions.IgnoreCase)]
    private static partial Regex Flag();
}
