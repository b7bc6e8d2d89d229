namespace GitAIOps.Turns;

/// <summary>What a changing kernel function returns: the change it would make, for a person to decide.</summary>
/// <param name="Action">Names the <see cref="IEffect"/>: <c>retry</c>.</param>
/// <param name="Project">The project's path.</param>
/// <param name="Target">What in the project: <c>pipeline 42</c>, <c>job 815</c>.</param>
/// <param name="Pin">The state this was decided on (job ids, a SHA); a press on a moved target asks again.</param>
/// <param name="Arguments">What <see cref="IEffect"/> needs to carry it out.</param>
/// <param name="Preview">What a person confirms.</param>
/// <param name="ConfirmLabel">The confirming button, naming the action: "Retry 2 jobs".</param>
public sealed record Proposal(
    string Action,
    string Project,
    string Target,
    string Pin,
    IReadOnlyDictionary<string, string> Arguments,
    Card Preview,
    string ConfirmLabel,
    Focus About) : IFinding
{
    public Card Card() => Preview;

    public Focus Focus => About;
}
