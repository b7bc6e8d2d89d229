namespace GitAIOps.Plugins.Diagnosis.Matching;

/// <summary>A kind of line that says something about a failure; made of Matchers/*.yaml by the build.</summary>
/// <param name="Category">One of Matchers/Causes.yaml.</param>
/// <param name="Weight">0 to 100: how much such a line tells by itself.</param>
/// <param name="Block">What of the lines after such a line belongs to it.</param>
internal readonly record struct Matcher(
    string Name, string Tool, string Category, MatcherRole Role, int Weight, BlockShape Block);

/// <summary>What a matched line means.</summary>
internal enum MatcherRole
{
    /// <summary>Looks like trouble and is none.</summary>
    Noise,

    /// <summary>A private key begins.</summary>
    Key,

    /// <summary>Says what went wrong.</summary>
    Cause,

    /// <summary>Counts what went wrong.</summary>
    Summary,

    /// <summary>Says that it ended badly.</summary>
    End,

    /// <summary>Says more about the line before.</summary>
    Hint,
}

/// <summary>How far the block of a telling line goes, 15 lines at most.</summary>
internal enum BlockShape
{
    /// <summary>The line says all.</summary>
    Line,

    /// <summary>To the next empty line.</summary>
    Paragraph,

    /// <summary>Over single empty lines too.</summary>
    Section,
}
