using GitAIOps.Turns;

namespace GitAIOps.Agent.Approval;

/// <summary>Finds the capability that carries out a saved call.</summary>
internal static class Effects
{
    /// <exception cref="InvalidOperationException">No capability does.</exception>
    public static IEffect Of(IEnumerable<IEffect> effects, SavedCall call) =>
        effects.FirstOrDefault(effect => effect.Action == call.Proposal.Action)
        ?? throw new InvalidOperationException($"No IEffect carries out '{call.Proposal.Action}'; is its AddX call missing?");
}
