using GitAIOps.Turns;

namespace GitAIOps.Tests.Plugins.World;

internal static class Shown
{
    /// <summary>All that a card says, as one text.</summary>
    public static string Words(this Card card) =>
        string.Join('\n', card.Blocks.SelectMany(Words).Prepend(card.Title));

    public static IEnumerable<string> Functions(this Card card) => card.Offers.Select(offer => offer.Function);

    private static IEnumerable<string> Words(Block block) => block switch
    {
        Block.Title title => [title.Words],
        Block.Text text => [text.Markdown],
        Block.Fields fields => fields.Items.Select(field => $"{field.Label}: {field.Value}"),
        Block.Code code => code.Lines.Select(line => $"{line.Number}| {line.Words}").Prepend(code.Caption ?? ""),
        Block.Table table => table.Rows.Select(row => string.Join(" | ", row)),
        _ => [],
    };
}
