namespace GitAIOps.Tests.Agent.World;

/// <summary>The system's clock, set forward by a test; timers run as ever.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
