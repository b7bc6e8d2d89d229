namespace GitAIOps.Build.MatcherCompiler;

/// <summary>One YAML file: the matchers of a tool.</summary>
internal sealed class MatcherFile
{
    public string Tool { get; set; } = "";

    public List<MatcherEntry> Matchers { get; set; } = [];
}

/// <summary>A kind of line that says something about a failure.</summary>
internal sealed class MatcherEntry
{
    public string Name { get; set; } = "";

    /// <summary>A category of Causes.yaml.</summary>
    public string Category { get; set; } = "unknown";

    /// <summary>cause, summary, end, hint, noise or key.</summary>
    public string Role { get; set; } = "cause";

    /// <summary>0 to 100: how much such a line tells by itself.</summary>
    public int Weight { get; set; }

    /// <summary>A line is looked at only when one of these stands in it; the case of ASCII letters is ignored.</summary>
    public List<string> Literals { get; set; } = [];

    /// <summary>A .NET pattern over the line without ANSI codes and time stamp; named groups are fields.</summary>
    public string Pattern { get; set; } = "";

    /// <summary>What belongs to it of the lines that follow: line, paragraph or section.</summary>
    public string Block { get; set; } = "paragraph";

    public List<MatcherExample> Examples { get; set; } = [];

    /// <summary>The file's, unless it says another.</summary>
    public string Tool { get; set; } = "";
}

/// <summary>A line that the matcher must take.</summary>
internal sealed class MatcherExample
{
    public string Text { get; set; } = "";

    /// <summary>Tool, version and page (or command) that it comes from.</summary>
    public string Source { get; set; } = "";

    public Dictionary<string, string> Fields { get; set; } = [];
}

/// <summary>What is known of a category.</summary>
internal sealed class CauseEntry
{
    public string Category { get; set; } = "";

    public string Coarse { get; set; } = "";

    public string Title { get; set; } = "";

    public string Explanation { get; set; } = "";

    public bool? Intermittent { get; set; }

    public int? Minutes { get; set; }

    public bool Automatable { get; set; }

    public List<FixEntry> Fixes { get; set; } = [];
}

internal sealed class FixEntry
{
    public string Title { get; set; } = "";

    public string Detail { get; set; } = "";

    public string? Action { get; set; }
}
