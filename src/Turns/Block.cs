using System.Text.Json.Serialization;

namespace GitAIOps.Turns;

/// <summary>A piece of a reply that every platform can show in its own way.</summary>
[JsonDerivedType(typeof(Title), "title")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Fields), "fields")]
[JsonDerivedType(typeof(Code), "code")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Actions), "actions")]
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>Heads a card.</summary>
    /// <param name="Words">Plain text, one line.</param>
    public sealed record Title(string Words, Tone Tone) : Block;

    /// <summary>Prose.</summary>
    /// <param name="Markdown">CommonMark without HTML. What comes from outside went through <see cref="Turns.Markdown.Escape"/>.</param>
    public sealed record Text(string Markdown) : Block;

    /// <summary>Labelled values, side by side where there is room.</summary>
    public sealed record Fields(IReadOnlyList<Field> Items) : Block;

    /// <summary>Lines of a log or a file, with their own numbers.</summary>
    /// <param name="Caption">Where the lines stand, plain text; null where it goes without saying.</param>
    public sealed record Code(IReadOnlyList<CodeLine> Lines, string? Caption = null) : Block;

    /// <summary>Rows under headings; cells are Markdown.</summary>
    public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

    /// <summary>Buttons. A terminal numbers them.</summary>
    public sealed record Actions(IReadOnlyList<Button> Buttons) : Block;
}

/// <summary>How a card's title is meant.</summary>
public enum Tone
{
    Neutral,
    Good,
    Warning,
    Bad,
}

/// <param name="Label">Plain text.</param>
/// <param name="Value">Markdown.</param>
public sealed record Field(string Label, string Value);

/// <param name="Number">1-based line number in the source; null for a gap ("12 lines left out").</param>
/// <param name="Words">The line, secrets masked.</param>
/// <param name="Telling">Whether this is the line that proves the claim.</param>
public sealed record CodeLine(int? Number, string Words, bool Telling = false);

/// <param name="Label">Plain text that names the action.</param>
/// <param name="Token">Opaque; comes back in a <see cref="Decision"/>.</param>
public sealed record Button(string Label, ButtonStyle Style, string Token);

/// <summary>How much a button asks for attention.</summary>
public enum ButtonStyle
{
    Plain,
    Primary,
    Danger,
}
