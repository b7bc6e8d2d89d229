using GitAIOps.Agent.Living;
using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;

namespace GitAIOps.Agent.Approval;

/// <summary>Keeps proposals as saved calls, one for the same thing however many threads ask for it.</summary>
internal sealed class ProposedCalls(SavedCallStore calls, LivingMessages messages, IOptions<AgentOptions> options)
{
    /// <returns>The saved call's id.</returns>
    public async Task<string> OfferAsync(Proposal proposal, Person askedBy, CancellationToken cancellationToken)
    {
        var (call, replaced) = await calls.OfferAsync(proposal, askedBy, options.Value.OfferLife, cancellationToken);
        if (replaced is not null)
            await messages.RefreshAsync(replaced, cancellationToken);
        return call.Call.Id;
    }
}
