using System.ComponentModel;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;

namespace GitAIOps.Tests.Agent.World;

/// <summary>A capability whose behaviour a test sets.</summary>
public sealed class TestPlugin(CurrentTurn turn, TestGitLab gitLab)
{
    [KernelFunction("look")]
    [Description("Reads.")]
    [Effect(Effect.Reads)]
    public async Task<IFinding> LookAsync(string what, CancellationToken cancellationToken)
    {
        if (gitLab.Looking is { } looking)
            await looking(what, cancellationToken);
        return new Looked(what, turn.Person.Name);
    }

    [KernelFunction("restart")]
    [Description("Changes.")]
    [Effect(Effect.Changes)]
    public Proposal Restart(string what) =>
        new(
            "restart", "shop/api", what, gitLab.Pin, new Dictionary<string, string>(),
            new Card($"Restart {what}?", Tone.Neutral, [new Block.Text("As you.")], []), $"Restart {what}", Focus.Nothing);
}

public sealed record Looked(string What, string By) : IFinding
{
    public Card Card() =>
        new(
            $"Saw {What}", Tone.Good, [new Block.Text($"for {By}")],
            [
                new Offer("Restart", "Test-restart", new Dictionary<string, string> { ["what"] = What }, ButtonStyle.Primary),
                new Offer("Look again", "Test-look", new Dictionary<string, string> { ["what"] = What + " again" }),
            ]);

    public Focus Focus => Focus.Nothing with { Project = What };
}
