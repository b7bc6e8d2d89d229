using System.Text.Json.Serialization;

namespace GitAIOps.Turns;

/// <summary>What the agent answers, neutral of any platform.</summary>
[JsonDerivedType(typeof(Working), "working")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Failed), "failed")]
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Whether the turn is over; what is followed may still be edited.</summary>
    [JsonIgnore]
    public bool IsFinal => this is not Working;

    /// <summary>Work goes on.</summary>
    /// <param name="Doing">What is being done right now, one short sentence.</param>
    public sealed record Working(string Doing) : Reply;

    /// <summary>An answer.</summary>
    /// <param name="IsFollowed">More will come by itself: a change of GitLab is being followed.</param>
    public sealed record Said(IReadOnlyList<Block> Blocks, bool IsFollowed = false) : Reply;

    /// <summary>A question back: something is missing, or a person has to decide.</summary>
    public sealed record Asked(IReadOnlyList<Block> Blocks) : Reply;

    /// <summary>The request could not be served.</summary>
    /// <param name="Sentence">Markdown: what was asked, where it was looked for, what to do.</param>
    public sealed record Failed(string Sentence) : Reply;
}
