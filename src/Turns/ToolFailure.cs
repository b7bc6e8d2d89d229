namespace GitAIOps.Turns;

/// <summary>The only exception whose message people and models read: what was asked, where it was looked for, what the other side answered.</summary>
public sealed class ToolFailure : Exception
{
    public ToolFailure(string sentence)
        : base(sentence)
    {
    }

    public ToolFailure(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }

    /// <summary>The other side answered that it did not do it.</summary>
    public bool IsRefusal { get; init; }
}
