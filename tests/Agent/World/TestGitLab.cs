using GitAIOps.Turns;

namespace GitAIOps.Tests.Agent.World;

/// <summary>The outside world of a test: counts what was changed.</summary>
public sealed class TestGitLab : IEffect
{
    private static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>();

    public string Action => "restart";

    public string Pin { get; set; } = "1";

    /// <summary>What a read does before it answers.</summary>
    public Func<string, CancellationToken, Task>? Looking { get; set; }

    /// <summary>What happens after the change was made and before its answer arrives.</summary>
    public Action? AfterChange { get; set; }

    /// <summary>What happens before the change is made.</summary>
    public Action? BeforeChange { get; set; }

    public Recheck Recheck { get; set; } = new Recheck.Ready();

    /// <summary>What a recheck waits for.</summary>
    public Func<Task>? Rechecking { get; set; }

    public LookUp? LookedUp { get; set; }

    public bool HasEnded { get; set; } = true;

    /// <summary>How often GitLab was changed.</summary>
    public int Changes { get; private set; }

    public int LookUps { get; private set; }

    public async Task<Recheck> RecheckAsync(SavedCall call, Person presser, CancellationToken cancellationToken)
    {
        if (Rechecking is { } rechecking)
            await rechecking();
        return Recheck;
    }

    public Task<Outcome> PerformAsync(SavedCall call, Press press, CancellationToken cancellationToken)
    {
        BeforeChange?.Invoke();
        Changes++;
        AfterChange?.Invoke();
        return Task.FromResult(new Outcome("It restarts.", Tone.Neutral, false, NoFacts));
    }

    public Task<LookUp> LookUpAsync(SavedCall call, CancellationToken cancellationToken)
    {
        LookUps++;
        return Task.FromResult(
            LookedUp
            ?? (Changes > 0
                ? new LookUp.Happened(new("Found it restarting.", Tone.Neutral, false, NoFacts))
                : new LookUp.DidNotHappen()));
    }

    public Task<Outcome> FollowAsync(SavedCall call, Outcome outcome, CancellationToken cancellationToken) =>
        Task.FromResult(HasEnded ? new Outcome("It is up.", Tone.Good, true, NoFacts) : outcome);
}
