using System.Text.Json.Serialization;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Remediation;

/// <summary>Why a retry is not offered to the person who asked for it.</summary>
/// <param name="Project">Its path.</param>
/// <param name="Target">As in <c>pipeline 42</c>.</param>
/// <param name="Sentence">Markdown.</param>
internal sealed record RetryRefused(
    string Project, string Target, string Sentence, [property: JsonIgnore] Focus About) : IFinding
{
    [JsonIgnore]
    public Focus Focus => About;

    public Card Card() =>
        new($"You may not retry {Target}", Tone.Warning, [new Block.Text(Sentence)], []);
}
