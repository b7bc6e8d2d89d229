namespace GitAIOps.Turns;

/// <summary>What a kernel function returns: typed data for the model, and a card for people.</summary>
public interface IFinding
{
    /// <summary>The finding as a person reads it, made from its own data alone.</summary>
    Card Card();

    /// <summary>What the conversation is about after this finding; "it" and "that job" mean this.</summary>
    Focus Focus => Focus.Nothing;
}

/// <summary>A finding ready to be shown.</summary>
/// <param name="Title">Plain text, one line, leading with the finding.</param>
/// <param name="Offers">What the person may want next; the agent makes buttons of them.</param>
public sealed record Card(string Title, Tone Tone, IReadOnlyList<Block> Blocks, IReadOnlyList<Offer> Offers);

/// <summary>A kernel function call that a button would make.</summary>
/// <param name="Label">Plain text that names the action.</param>
/// <param name="Function">As in <c>Remediation-retry</c>.</param>
/// <param name="Arguments">By the function's own parameter names.</param>
public sealed record Offer(
    string Label, string Function, IReadOnlyDictionary<string, string> Arguments, ButtonStyle Style = ButtonStyle.Plain);
