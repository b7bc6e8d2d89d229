namespace GitAIOps.Agent.Models.Builtin;

/// <summary>What a request asks for, read from its words alone.</summary>
/// <param name="Function">As in <c>Pipelines-log</c>; null with a <see cref="RouteReason"/> why not.</param>
/// <param name="Arguments">
/// By the function's own names; what was said or the conversation knows, nothing else. Times stay as said.
/// </param>
/// <param name="Confidence">0..1.</param>
/// <param name="Needs">Arguments that the function must have and nobody said.</param>
/// <param name="Reason">Null where a function is named.</param>
/// <param name="Alternatives">Further requests of the message (<paramref name="Also"/>), then other readings.</param>
/// <param name="Also">Whether this was asked besides the first.</param>
public sealed record Route(
    string? Function,
    IReadOnlyDictionary<string, string> Arguments,
    double Confidence,
    IReadOnlyList<string> Needs,
    RouteReason? Reason,
    IReadOnlyList<Route> Alternatives,
    bool Also = false)
{
    /// <summary>Why nothing may be called although a function is named, Markdown; null where nothing is in the way.</summary>
    public string? Obstacle { get; init; }

    /// <summary>All that was asked, in order.</summary>
    public IEnumerable<Route> Requests => Alternatives.Where(alternative => alternative.Also).Prepend(this);

    internal static Route Nothing(RouteReason reason, double confidence) =>
        new(null, new Dictionary<string, string>(), confidence, [], reason, []);
}

/// <summary>Why a request leads to no function.</summary>
public enum RouteReason
{
    /// <summary>Not understood.</summary>
    Unknown,

    /// <summary>A change that is talked about and not asked for: a question, a negation, a condition.</summary>
    Conditional,
}
