using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;
using Microsoft.Extensions.Logging;

namespace GitAIOps.Agent.Approval;

/// <summary>Carries out a saved call after a press: offered -> claimed -> intent -> posted -> done, once.</summary>
internal sealed partial class Confirmation(
    SavedCallStore calls, IEnumerable<IEffect> effects, TimeProvider clock, ILogger<Confirmation> logger)
{
    /// <returns>What to tell the presser; null when the call's own message says it.</returns>
    public async Task<string?> PressAsync(string id, Decision press, CancellationToken cancellationToken)
    {
        var stored = await calls.FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"The button stands for a saved call {id} that was never kept.");
        if (stored.Call.State != SavedCallState.Offered && stored.ClaimedFor != press.DeliveryId)
            return AlreadyPressed(stored.Call);
        var effect = EffectOf(stored.Call);
        if (stored.Call.State is SavedCallState.Offered or SavedCallState.Claimed)
        {
            if (await RefuseAsync(effect, stored, press, cancellationToken) is { } refusal)
                return refusal.Sentence;
            if (!await calls.ClaimAsync(id, press, cancellationToken))
                return AlreadyPressed((await calls.FindAsync(id, cancellationToken))!.Call);
        }

        // From here on the person's word was given: neither "stop" nor a lost connection leaves it half done.
        if (stored.Call.State < SavedCallState.Posted)
            await CarryOutAsync(effect, stored.Call, press, CancellationToken.None);
        return null;
    }

    private async Task<Refusal?> RefuseAsync(
        IEffect effect, StoredCall stored, Decision press, CancellationToken cancellationToken)
    {
        var call = stored.Call;
        if (call.State == SavedCallState.Offered && call.ExpiresAt <= clock.GetUtcNow())
        {
            await EndAsync(call, SavedCallState.Expired, "It was offered too long ago; nothing was done. Ask again for a new one.", Tone.Neutral);
            return new(null);
        }

        switch (await effect.RecheckAsync(call, press.From, cancellationToken))
        {
            case Recheck.Refused refused:
                return new(refused.Sentence);
            case Recheck.Moved moved:
                await EndAsync(call, SavedCallState.Expired, moved.Sentence, Tone.Neutral);
                return new(null);
            default:
                return null;
        }
    }

    private async Task CarryOutAsync(IEffect effect, SavedCall call, Decision press, CancellationToken cancellationToken)
    {
        var isRepeated = call.State == SavedCallState.Intent;
        var intent = (await calls.IntendAsync(call.Id, cancellationToken)).Call;
        if (isRepeated && await LookUpAsync(effect, intent, null, cancellationToken))
            return;
        try
        {
            var outcome = await effect.PerformAsync(intent, new Press(press.From, clock.GetUtcNow()), cancellationToken);
            await calls.PostedAsync(call.Id, outcome, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            // The answer may have been lost on the way while GitLab did it; GitLab itself knows.
            LogNotConfirmed(call.Id, failure);
            if (!await LookUpAsync(effect, intent, failure, cancellationToken))
                await EndAsync(intent, SavedCallState.Failed, failure.Message, Tone.Bad);
        }
    }

    /// <returns>Whether the call has come to a state that needs no sending.</returns>
    private async Task<bool> LookUpAsync(
        IEffect effect, SavedCall intent, ToolFailure? failure, CancellationToken cancellationToken)
    {
        switch (await AskGitLabAsync(effect, intent, failure, cancellationToken))
        {
            case LookUp.Happened happened:
                await calls.PostedAsync(intent.Id, happened.Outcome, cancellationToken);
                return true;
            case LookUp.CannotTell cannot:
                await EndAsync(intent, SavedCallState.Failed, cannot.Sentence, Tone.Warning);
                return true;
            default:
                return false;
        }
    }

    private static async Task<LookUp> AskGitLabAsync(
        IEffect effect, SavedCall intent, ToolFailure? failure, CancellationToken cancellationToken)
    {
        try
        {
            return await effect.LookUpAsync(intent, cancellationToken);
        }
        catch (ToolFailure away)
        {
            return new LookUp.CannotTell(
                $"I cannot tell whether it happened: {failure?.Message ?? away.Message} "
                + "I will not send it again by myself; please look in GitLab before you do.");
        }
    }

    private Task EndAsync(SavedCall call, SavedCallState state, string sentence, Tone tone) =>
        calls.EndAsync(
            call.Id, state, new(sentence, tone, true, new Dictionary<string, string>()), CancellationToken.None);

    private IEffect EffectOf(SavedCall call) =>
        effects.FirstOrDefault(effect => effect.Action == call.Proposal.Action)
        ?? throw new InvalidOperationException($"No IEffect carries out '{call.Proposal.Action}'; is its AddX call missing?");

    private static string AlreadyPressed(SavedCall call) =>
        call.PressedBy is { } presser
            ? $"{Markdown.Escape(presser.Name)} has already confirmed this; it happens once. The message above says what became of it."
            : "This is no longer offered; nothing was done. Ask again for a new one.";

    private sealed record Refusal(string? Sentence);

    [LoggerMessage(141, LogLevel.Warning, "Got no confirmation from GitLab for the saved call {Id}; looking it up")]
    private partial void LogNotConfirmed(string id, Exception exception);
}
