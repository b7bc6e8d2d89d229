using GitAIOps.Turns;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GitAIOps.Channels.Terminal;

/// <summary>Blocks of a reply as the terminal shows them.</summary>
internal sealed class TerminalView(IAnsiConsole console)
{
    private bool HasUnicode => console.Profile.Capabilities.Unicode;

    public void Write(Block block)
    {
        switch (block)
        {
            case Block.Title title:
                console.MarkupLine($"{Mark(title.Tone)}[bold]{Escape(title.Words)}[/]");
                break;
            case Block.Text text:
                console.Write(Words(text.Markdown));
                console.WriteLine();
                break;
            case Block.Fields fields:
                console.Write(new TrimmedRows(Of(fields)));
                break;
            case Block.Code code:
                Write(code);
                break;
            case Block.Table table:
                console.Write(Of(table));
                break;
            case Block.Actions:
                break;
        }
    }

    /// <summary>Buttons, numbered from 1 and not as a list in an answer's text is.</summary>
    public void WriteChoices(IReadOnlyList<Button> buttons)
    {
        for (var n = 0; n < buttons.Count; n++)
        {
            var colour = buttons[n].Style switch
            {
                ButtonStyle.Primary => "bold",
                ButtonStyle.Danger => "bold red",
                _ => "default",
            };
            console.MarkupLine($"  [{colour}][[{n + 1}]] {Escape(buttons[n].Label)}[/]");
        }
    }

    private Markup Words(string markdown) =>
        new(TerminalMarkup.Of(markdown, console.Profile.Capabilities.Links));

    private Grid Of(Block.Fields fields)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn();
        foreach (var field in fields.Items)
            grid.AddRow(new Markup($"[dim]{Escape(field.Label)}[/]"), Words(field.Value));
        return grid;
    }

    private void Write(Block.Code code)
    {
        if (code.Caption is { } caption)
            console.MarkupLine($"  [dim]{Escape(caption)}[/]");
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().Padding(2, 0, 0, 0).RightAligned())
            .AddColumn(new GridColumn().NoWrap().Padding(0, 0, 0, 0))
            .AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var line in code.Lines)
            grid.AddRow(Of(line));
        console.Write(new TrimmedRows(grid));
    }

    private IRenderable[] Of(CodeLine line)
    {
        var bar = HasUnicode ? "\u2502 " : "| ";
        var words = TerminalMarkup.Plain(line.Words).Replace("\t", "    ", StringComparison.Ordinal);
        if (line.Number is null)
            return [new Text(""), new Text("  "), new Text(words, new Style(decoration: Decoration.Dim))];
        var style = line.Telling ? new Style(Color.Yellow, decoration: Decoration.Bold) : Style.Plain;
        var number = $"{(line.Telling ? "> " : "")}{line.Number}";
        return
        [
            new Text(number, line.Telling ? style : new Style(decoration: Decoration.Dim)),
            new Text($" {bar}", new Style(decoration: Decoration.Dim)),
            new Text(words, style).Overflow(Overflow.Fold),
        ];
    }

    private Table Of(Block.Table table)
    {
        var shown = new Table().Border(HasUnicode ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (var column in table.Columns)
            shown.AddColumn(new TableColumn(new Markup($"[bold]{Escape(column)}[/]")));
        foreach (var row in table.Rows)
            shown.AddRow([.. row.Select(Words)]);
        return shown;
    }

    private string Mark(Tone tone) => (tone, HasUnicode) switch
    {
        (Tone.Good, true) => "[green]\u2713[/] ",
        (Tone.Good, false) => "[green]OK[/] ",
        (Tone.Warning, _) => "[yellow]![/] ",
        (Tone.Bad, true) => "[red]\u2717[/] ",
        (Tone.Bad, false) => "[red]X[/] ",
        _ => "",
    };

    private static string Escape(string text) => Markup.Escape(TerminalMarkup.Plain(text));
}
