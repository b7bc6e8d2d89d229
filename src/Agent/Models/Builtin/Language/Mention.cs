namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>Something of GitLab that the words name.</summary>
/// <param name="Value">As the functions want it: an id without its sign, a path, a time as said.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many characters it takes there.</param>
internal readonly record struct Mention(MentionKind Kind, string Value, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>What a <see cref="Mention"/> names.</summary>
internal enum MentionKind
{
    Quoted,
    Pipeline,
    Job,
    MergeRequest,

    /// <summary>A number behind a #: a pipeline where the function takes one, else a job.</summary>
    Hash,
    Number,
    Project,
    Group,
    Ref,
    Environment,
    Advisory,
    File,
    Test,
    Person,
    Time,
}
