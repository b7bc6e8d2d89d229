using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace GitAIOps.Agent;

/// <summary>Limits of a turn and of what it offers.</summary>
public sealed class AgentOptions
{
    public const string Section = "Agent";

    /// <summary>How long one turn may take; 5 s to 1 h, default 3 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan TurnLimit { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How often the model may be asked in one turn; 1 to 50, default 8.</summary>
    [Range(1, 50)]
    public int MostSteps { get; set; } = 8;

    /// <summary>How long an offered change may be confirmed; 1 min to 1 day, default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan OfferLife { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the inbox is looked through for what a crash left behind; 1 s to 5 min, default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan PumpInterval { get; set; } = TimeSpan.FromSeconds(5);
}

[OptionsValidator]
internal sealed partial class AgentOptionsValidator : IValidateOptions<AgentOptions>;
