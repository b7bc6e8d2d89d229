using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace GitAIOps.Channels.Web;

/// <summary>Settings of the page, section <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    // Not the property's default: the configuration binder would append to it.
    private static readonly string[] OwnExamples =
        ["why did pipeline 42 fail?", "is main green?", "which pipelines failed today?"];

    /// <summary>
    /// Questions that an empty conversation offers as buttons; empty, the default, for three of our own.
    /// </summary>
    [Required]
    public IReadOnlyList<string> Examples { get; set; } = [];

    /// <summary>The longest message, in characters; 1 to 100,000, 8,000 by default.</summary>
    [Range(1, 100_000)]
    public int LongestMessage { get; set; } = 8_000;

    /// <summary>How many exchanges a page shows, the latest; 1 to 500, 50 by default.</summary>
    [Range(1, 500)]
    public int MostExchanges { get; set; } = 50;

    /// <summary>How many earlier conversations are listed; 1 to 200, 30 by default.</summary>
    [Range(1, 200)]
    public int MostThreads { get; set; } = 30;

    /// <summary>
    /// Time between two signs of life on a quiet stream; 1 second to 5 minutes, 15 seconds by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The folder of the keys that sign form tokens; null for the platform's default place.</summary>
    public string? KeyFolder { get; set; }

    internal IReadOnlyList<string> ShownExamples => Examples.Count > 0 ? Examples : OwnExamples;
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
