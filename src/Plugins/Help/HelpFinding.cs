using GitAIOps.Turns;

namespace GitAIOps.Plugins.Help;

/// <summary>What can be asked.</summary>
/// <param name="Topics">Only what is there.</param>
/// <param name="NotFound">The topic that nothing is known about; null where there is no such.</param>
public sealed record HelpFinding(IReadOnlyList<HelpTopic> Topics, string? NotFound) : IFinding
{
    public Card Card()
    {
        Block table = new Block.Table(
            ["What I can do", "Ask, for example"],
            [.. Topics.Select(topic => (IReadOnlyList<string>)[Sentence(topic.Does), Markdown.Code(topic.Example)])]);
        IReadOnlyList<Block> blocks = NotFound is null
            ? [table]
            : [new Block.Text($"I know nothing about {Markdown.Code(NotFound)}; this is everything:"), table];
        return new("What you can ask me", Tone.Neutral, blocks, []);
    }

    private static string Sentence(string does) => Markdown.Escape(char.ToUpperInvariant(does[0]) + does[1..]);
}
