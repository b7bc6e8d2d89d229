using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace GitAIOps.GitLab;

/// <summary>Which GitLab, as whom, and how patiently. Environment: <c>GITLAB__URL</c>, <c>GITLAB__TOKEN</c>.</summary>
public sealed class GitLabOptions : IValidatableObject
{
    public const string Section = "GitLab";

    /// <summary>The address people open in a browser, a relative root included: <c>https://gitlab.example.com/git</c>. Required.</summary>
    [Required(ErrorMessage = "GitLab:Url is not set; set GITLAB__URL to the address of your GitLab.")]
    public string? Url { get; set; }

    /// <summary>A personal, project or group access token; absent reads only what is public. Never logged.</summary>
    public string? Token { get; set; }

    /// <summary>Seconds until the connection stands, 1 to 60. Default 5.</summary>
    [Range(1, 60)]
    public double ConnectSeconds { get; set; } = 5;

    /// <summary>Seconds for one answer, or between two pieces of a streamed one, 1 to 300. Default 20.</summary>
    [Range(1, 300)]
    public double AnswerSeconds { get; set; } = 20;

    /// <summary>The longest wait in seconds before a read is tried again, 0 to 120; a longer Retry-After is told instead. Default 5.</summary>
    [Range(0, 120)]
    public double RetrySeconds { get; set; } = 5;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is null || IsAddress(Url))
            yield break;
        yield return new ValidationResult(
            "GitLab:Url must be an http or https address without user name, query or fragment, "
            + "like https://gitlab.example.com.",
            [nameof(Url)]);
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address is { UserInfo: "", Query: "", Fragment: "" };
}

[OptionsValidator]
internal sealed partial class GitLabOptionsValidator : IValidateOptions<GitLabOptions>;
