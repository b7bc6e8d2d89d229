using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;
using Microsoft.Extensions.Logging;

namespace GitAIOps.Agent.Approval;

/// <summary>Carries out a saved call after a press: offered -> claimed -> intent -> posted -> done, once.</summary>
internal sealed partial class Confirmation(
    SavedCallStore calls, IEnumerable<IEffect> effects, Intents intents, TimeProvider clock, ILogger<Confirmation> logger)
{
    /// <returns>What to tell the presser; null when the call's own message says it.</returns>
    public async Task<string?> PressAsync(string id, Decision press, CancellationToken cancellationToken)
    {
        var stored = await calls.FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"The button stands for a saved call {id} that was never kept.");
        if (stored.Call.State is SavedCallState.Offered or SavedCallState.Claimed)
        {
            if (await RefuseAsync(stored.Call, press, cancellationToken) is { } refusal)
                return refusal.Sentence ?? await AlreadyPressedAsync(id, cancellationToken);
        }

        if (!await calls.ClaimAsync(id, press, cancellationToken))
            return await AlreadyPressedAsync(id, cancellationToken);
        // From here on the person's word was given: neither "stop" nor a lost connection leaves it half done.
        await CarryOutAsync(id, press, CancellationToken.None);
        return null;
    }

    private async Task<Refusal?> RefuseAsync(SavedCall call, Decision press, CancellationToken cancellationToken)
    {
        if (call.State == SavedCallState.Offered && call.ExpiresAt <= clock.GetUtcNow())
        {
            var late = Ended("It was offered too long ago; nothing was done. Ask again for a new one.", Tone.Neutral);
            await calls.ExpireAsync(call.Id, press, late, cancellationToken);
            return new(null);
        }

        switch (await Effects.Of(effects, call).RecheckAsync(call, press.From, cancellationToken))
        {
            case Recheck.Refused refused:
                return new(refused.Sentence);
            case Recheck.Moved moved:
                await calls.ExpireAsync(call.Id, press, Ended(moved.Sentence, Tone.Neutral), cancellationToken);
                return new(null);
            default:
                return null;
        }
    }

    private async Task CarryOutAsync(string id, Decision press, CancellationToken cancellationToken)
    {
        var before = await calls.FindAsync(id, cancellationToken);
        var intent = await calls.IntendAsync(id, cancellationToken);
        if (intent is null)
            return;
        // An intent from before a crash may have been sent.
        if (before!.Call.State == SavedCallState.Intent && await intents.ResolveAsync(intent.Call, cancellationToken))
            return;
        try
        {
            var outcome = await Effects.Of(effects, intent.Call)
                .PerformAsync(intent.Call, new Press(press.From, clock.GetUtcNow()), cancellationToken);
            await calls.PostedAsync(id, outcome, cancellationToken);
        }
        catch (ToolFailure failure) when (failure.IsRefusal)
        {
            await calls.FailAsync(id, Ended(failure.Message, Tone.Bad), cancellationToken);
        }
        catch (ToolFailure failure)
        {
            // The answer was lost on the way. GitLab may have done it, or be about to: the follower goes on looking.
            LogNotConfirmed(id, failure);
            await intents.ResolveAsync(intent.Call, cancellationToken);
        }
    }

    /// <summary>Null when nobody confirmed it: its own message says why it is no longer offered.</summary>
    private async Task<string?> AlreadyPressedAsync(string id, CancellationToken cancellationToken)
    {
        var call = (await calls.FindAsync(id, cancellationToken))!.Call;
        return call.PressedBy is { } presser
            ? $"This was already confirmed by {Markdown.Escape(presser.Name)}; it happens once. Its message says what became of it."
            : null;
    }

    private static Outcome Ended(string sentence, Tone tone) => new(sentence, tone, true, new Dictionary<string, string>());

    private sealed record Refusal(string? Sentence);

    [LoggerMessage(141, LogLevel.Warning, "Got no confirmation from GitLab for the saved call {Id}; looking it up")]
    private partial void LogNotConfirmed(string id, Exception exception);
}
