using System.Globalization;
using System.Text.RegularExpressions;
using GitAIOps.Agent.Models.Builtin.Language;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Reads what a person asks for, without a network. Knows all functions of the phrases, built or not.</summary>
public sealed partial class Router
{
    // Below this the likeliest function is a guess.
    private const float Sure = 0.2f;

    // Below this a question that names a change is taken for one about the change.
    private const float Likely = 0.4f;
    private const int Longest = 4000;

    private const string PipelineDiagnosis = "Diagnosis-diagnose_pipeline";
    private const string JobDiagnosis = "Diagnosis-diagnose_job";

    private readonly RouterModel _model;

    internal Router(RouterModel model) => _model = model;

    /// <summary>Opens the model that lies in this assembly.</summary>
    public static Router Open() => new(RouterModel.Load());

    /// <summary>What a function is for, an imperative: "retry failed jobs"; null where there is no such function.</summary>
    public string? Does(string function) => Shape(function)?.Does;

    /// <summary>How people ask for a function; null where there is no such function.</summary>
    public string? Example(string function) => Shape(function)?.Example;

    /// <summary>Whether a function changes something.</summary>
    public bool Changes(string function) => Shape(function)?.Changes ?? false;

    public Route Route(string text, Focus focus)
    {
        var said = SpelledNumbers.ToDigits(Calm(text.Length > Longest ? text[..Longest] : text));
        if (Pointing.Function(said, focus) is { } wanted)
            return Read(Shape(wanted)!, 1, said, said, Mentions.In(said), focus)[0];
        var parts = Requests.In(said);
        if (parts.Count > 1)
        {
            var asked = new List<Route>();
            var about = focus;
            foreach (var part in parts)
            {
                var routes = RoutesOf(part, said, about).Where(route => Stands(route, part)).ToList();
                asked.AddRange(routes);
                about = routes.Aggregate(about, About);
            }

            var whole = RoutesOf(said, said, focus);
            if (asked.Count > 1 || (asked.Count == 1 && (whole[0].Function is null || Better(asked[0], whole[0]))))
                return Joined(asked);
        }

        return Joined(RoutesOf(said, said, focus));
    }

    // "Show me the log of job 815, then retry it": what one part names, the next may point to.
    private static Focus About(Focus focus, Route route) => focus.Then(new(
        route.Arguments.GetValueOrDefault("project"), Id(route, "pipeline"), Id(route, "job"), Id(route, "mr"), null, []));

    private static long? Id(Route route, string argument) =>
        long.TryParse(route.Arguments.GetValueOrDefault(argument), CultureInfo.InvariantCulture, out var id) ? id : null;

    // "what then?" asks nothing by itself, "retry it" does.
    private bool Stands(Route route, string part) =>
        route.Function is { } function && (Changes(function) || part.Count(character => character == ' ') > 1);

    private static bool Better(Route part, Route whole) =>
        part.Function == whole.Function ? part.Arguments.Count >= whole.Arguments.Count : part.Confidence > whole.Confidence;

    private static Route Joined(IReadOnlyList<Route> routes)
    {
        var distinct = routes.DistinctBy(route => (route.Function, string.Join('\n', route.Arguments))).ToList();
        return distinct[0] with
        {
            Alternatives = [.. distinct.Skip(1).Select(route => route with { Also = true, Alternatives = [] }), .. distinct[0].Alternatives],
        };
    }

    private IReadOnlyList<Route> RoutesOf(string said, string message, Focus focus)
    {
        var text = Mended(said);
        var mentions = Mentions.In(text);
        var scores = _model.Score(mentions.Masked());
        var ranked = scores.Select((score, index) => (Score: score, Shape: _model.Shapes[index]))
            .OrderByDescending(pair => pair.Score).ToList();
        if (!EffectTalk.NamesEffect(text))
            ranked.RemoveAll(pair => pair.Shape.Name == FunctionShape.Conditional);
        var (confidence, shape) = ranked[0];
        shape = Fitting(shape, text, focus);
        if (IsOnlyTalk(shape, confidence, text, message))
            return [Builtin.Route.Nothing(RouteReason.Conditional, confidence)];
        if (shape.Name == FunctionShape.Unknown || confidence < Sure)
            return [Builtin.Route.Nothing(RouteReason.Unknown, confidence)];

        var others = ranked.Skip(1).Take(2)
            .Where(pair => pair.Score > 0.05f && pair.Shape.IsFunction)
            .Select(pair => Read(pair.Shape, pair.Score, text, said, mentions, focus)[0])
            .Where(route => !Changes(route.Function!) || !EffectTalk.OnlyTalks(text, message)).ToList();
        return [.. Read(shape, confidence, text, said, mentions, focus)
            .Select((route, index) => index == 0 ? route with { Alternatives = others } : route)];
    }

    // "Why did the second one fail?" is about a job where jobs were listed.
    private FunctionShape Fitting(FunctionShape shape, string text, Focus focus) =>
        shape.Name is PipelineDiagnosis && Place.In(text, focus)?.Of(focus.Listed) is { Kind: "job" }
            ? Shape(JobDiagnosis)!
            : shape;

    private static bool IsOnlyTalk(FunctionShape shape, float confidence, string text, string message) =>
        shape.Name == FunctionShape.Conditional
        || (shape.Changes && EffectTalk.OnlyTalks(text, message))
        || EffectTalk.Excludes(text)
        || ((confidence < Likely || shape.Name == FunctionShape.Unknown) && EffectTalk.AsksAbout(text));

    private static List<Route> Read(
        FunctionShape shape, float confidence, string text, string said, Mentions mentions, Focus focus)
    {
        var reader = new ArgumentReader(text, said, mentions, shape, focus);
        return [.. reader.Read().Select(arguments =>
            new Route(shape.Name, arguments, confidence, reader.Missing(arguments), null, [])
            {
                Obstacle = reader.Obstacle(arguments),
            })];
    }

    private FunctionShape? Shape(string function) =>
        _model.Shapes.FirstOrDefault(shape => shape.Name == function && shape.IsFunction);

    // Shouted words are read as if they had been said.
    private static string Calm(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Any(char.IsLetter) && !trimmed.Any(char.IsLower) && trimmed.Contains(' ', StringComparison.Ordinal)
            ? trimmed.ToLowerInvariant() : trimmed;
    }

    private string Mended(string text) =>
        PlainWord().Replace(text, word => Spelt(word.Value));

    private string Spelt(string word)
    {
        var lower = word.ToLowerInvariant();
        var spelt = _model.Lexicon.Spell(lower);
        return spelt == lower ? word : spelt;
    }

    [GeneratedRegex(@"(?<![\w@/.:#!""-])[A-Za-z]{4,}(?![\w@/:""-]|\.\w)")]
    private static partial Regex PlainWord();
}
