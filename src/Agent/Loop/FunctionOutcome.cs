using GitAIOps.Turns;

namespace GitAIOps.Agent.Loop;

/// <summary>What came of one kernel function call.</summary>
internal abstract record FunctionOutcome
{
    private FunctionOutcome()
    {
    }

    public sealed record Found(IFinding Finding) : FunctionOutcome;

    /// <summary>The change waits for a press.</summary>
    public sealed record Proposed(Proposal Proposal) : FunctionOutcome;

    /// <param name="Sentence">Markdown; for people and models.</param>
    public sealed record Failed(string Sentence) : FunctionOutcome;
}
