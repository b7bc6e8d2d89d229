using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Approval;

/// <summary>Finds out what became of calls whose sending was not confirmed; GitLab is asked, nothing is sent.</summary>
internal sealed class Intents(SavedCallStore calls, IEnumerable<IEffect> effects, TimeProvider clock)
{
    /// <summary>GitLab may still be working on what it has not answered.</summary>
    private static readonly TimeSpan LongestInFlight = TimeSpan.FromSeconds(45);

    private static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>();

    /// <returns>Whether it is known to have happened, or handed to a person.</returns>
    public async Task<bool> ResolveAsync(SavedCall intent, CancellationToken cancellationToken)
    {
        switch (await LookUpAsync(intent, cancellationToken))
        {
            case LookUp.Happened happened:
                await calls.PostedAsync(intent.Id, happened.Outcome, cancellationToken);
                return true;
            case LookUp.CannotTell cannot:
                await calls.FailAsync(intent.Id, new(cannot.Sentence, Tone.Warning, true, NoFacts), cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Ends a call that nobody works on any more: looked up until GitLab must have been done with it.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> AdoptAsync(SavedCall orphan, CancellationToken cancellationToken)
    {
        if (orphan.State == SavedCallState.Claimed)
            return await FailAsync(orphan, "It was confirmed but not sent; nothing was changed. Ask again.", cancellationToken);
        if (await ResolveAsync(orphan, cancellationToken))
            return true;
        return clock.GetUtcNow() - orphan.IntentAt > LongestInFlight
            && await FailAsync(orphan, "GitLab did not confirm it, and shows no sign of it; nothing was changed as far as I can see. Ask again.", cancellationToken);
    }

    private async Task<LookUp> LookUpAsync(SavedCall intent, CancellationToken cancellationToken)
    {
        try
        {
            return await Effects.Of(effects, intent).LookUpAsync(intent, cancellationToken);
        }
        catch (ToolFailure away) when (clock.GetUtcNow() - intent.IntentAt > LongestInFlight)
        {
            return new LookUp.CannotTell(
                $"I cannot tell whether it happened: {away.Message} I will not send it again by myself; please look in GitLab before you do.");
        }
        catch (ToolFailure)
        {
            return new LookUp.DidNotHappen();
        }
    }

    private async Task<bool> FailAsync(SavedCall call, string sentence, CancellationToken cancellationToken) =>
        await calls.FailAsync(call.Id, new(sentence, Tone.Warning, true, NoFacts), cancellationToken) is not null;
}
