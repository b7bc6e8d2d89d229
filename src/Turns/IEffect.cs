namespace GitAIOps.Turns;

/// <summary>One kind of change of GitLab: written by a capability, driven by the agent after a press.</summary>
public interface IEffect
{
    /// <summary>The <see cref="Proposal.Action"/> that this carries out.</summary>
    string Action { get; }

    /// <summary>Looks again, at the press, whether this person may and whether the target still stands as pinned.</summary>
    /// <exception cref="ToolFailure">GitLab cannot be asked right now.</exception>
    Task<Recheck> RecheckAsync(SavedCall call, Person presser, CancellationToken cancellationToken);

    /// <summary>Changes GitLab, once. Called after the intent was stored.</summary>
    /// <exception cref="ToolFailure">GitLab refused or gave no answer; the intent is looked up.</exception>
    Task<Outcome> PerformAsync(SavedCall call, Press press, CancellationToken cancellationToken);

    /// <summary>After a crash: what became of the intent.</summary>
    /// <exception cref="ToolFailure">GitLab cannot be asked.</exception>
    Task<LookUp> LookUpAsync(SavedCall call, CancellationToken cancellationToken);

    /// <summary>What has become of it by now; called again until <see cref="Outcome.IsFinal"/>.</summary>
    Task<Outcome> FollowAsync(SavedCall call, Outcome outcome, CancellationToken cancellationToken);
}

/// <summary>Proof that a verified person pressed; only the agent's approval can make one.</summary>
public sealed class Press
{
    internal Press(Person by, DateTimeOffset at) => (By, At) = (by, at);

    public Person By { get; }

    public DateTimeOffset At { get; }
}

/// <summary>Whether a press may go on.</summary>
public abstract record Recheck
{
    private Recheck()
    {
    }

    public sealed record Ready : Recheck;

    /// <summary>The target moved on; the person sees why and asks again.</summary>
    public sealed record Moved(string Sentence) : Recheck;

    /// <summary>This person may not.</summary>
    public sealed record Refused(string Sentence) : Recheck;
}

/// <summary>What a look-up in GitLab found about an intent.</summary>
public abstract record LookUp
{
    private LookUp()
    {
    }

    public sealed record Happened(Outcome Outcome) : LookUp;

    public sealed record DidNotHappen : LookUp;

    /// <summary>A person has to look.</summary>
    public sealed record CannotTell(string Sentence) : LookUp;
}

/// <summary>What became of a change.</summary>
/// <param name="Sentence">Markdown, leading with the result.</param>
/// <param name="IsFinal">Whether nothing more is to be expected.</param>
/// <param name="Facts">What a later look needs: ids of new jobs.</param>
public sealed record Outcome(string Sentence, Tone Tone, bool IsFinal, IReadOnlyDictionary<string, string> Facts);
