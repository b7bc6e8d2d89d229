using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>What the built-in model says where no function speaks.</summary>
/// <param name="kernel">Its plugins are what the agent can do.</param>
internal sealed partial class Answers(Router router, Kernel? kernel)
{
    private const int Examples = 3;

    public static string Lead(int results) => results > 1 ? "Here is each answer, in the order you asked." : "";

    public bool IsThere(string function) => There().Contains(function);

    public string NotThere(string function) =>
        $"I cannot {router.Does(function)} yet. What I can do: {Join(There().Select(router.Does))}.";

    public string NotUnderstood(string text)
    {
        var lead = Thanks().IsMatch(text) ? "You are welcome."
            : Greeting().IsMatch(text) ? "Hello!"
            : "I did not understand that.";
        return $"{lead} You can ask me, for example: {Shown(There())}.";
    }

    public string OnlyTalk()
    {
        var changing = There().Where(router.Changes).ToList();
        var how = changing.Count > 0
            ? $" If you want something done, say it plainly, for example {Shown(changing)}; I will ask you to confirm."
            : "";
        return "I read that as a question about a change, not as a request for one, so nothing was done." + how;
    }

    /// <summary>One question that names what is missing.</summary>
    public string Ask(Route request)
    {
        var missing = Join(request.Needs.Select(Noun));
        var example = Quoted(router.Example(request.Function!)!);
        return $"Which {missing} do you mean? For example: {example}, or {Written(request.Needs[0])}.";
    }

    private IReadOnlyList<string> There() => kernel is null
        ? []
        : [.. kernel.Plugins.SelectMany(plugin => plugin.Select(function => $"{plugin.Name}-{function.Name}"))];

    private string Shown(IEnumerable<string> functions) =>
        string.Join(", ", functions.Select(router.Example).OfType<string>().Take(Examples).Select(Quoted));

    [GeneratedRegex(@"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\W*(?:many )?(?:thanks|thank you|thx|ty|cheers)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();

    private static string Quoted(string example) => $"“{example}”";

    private static string Join(IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>());

    private static string Noun(string argument) => argument switch
    {
        "mr" => "merge request",
        "ref" => "branch",
        _ => argument,
    };

    private static string Written(string argument) => argument switch
    {
        "pipeline" => "name it as “pipeline 42”",
        "job" => "name it as “job 815” or by the job's own name",
        "mr" => "name it as “!17”",
        "environment" => "name it as “production”",
        "advisory" => "name it as “CVE-2021-44228”",
        "projects" => "name them as “shop/api” or “shop/*”",
        _ => "say its name",
    };
}
