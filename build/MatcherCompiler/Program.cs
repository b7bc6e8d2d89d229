using System.Text;
using System.Text.RegularExpressions;
using GitAIOps.Build.MatcherCompiler;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

// MatcherCompiler FOLDER OUTPUT.cs: the folder's *.yaml, checked, as one C# file.
var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
string[] roles = ["noise", "key", "cause", "summary", "end", "hint"];
string[] blocks = ["line", "paragraph", "section"];
var problems = new List<string>();
var matchers = new List<MatcherEntry>();

foreach (var path in Directory.EnumerateFiles(args[0], "*.yaml").Order(StringComparer.Ordinal))
{
    if (Path.GetFileName(path) == "Causes.yaml")
        continue;
    var file = yaml.Deserialize<MatcherFile>(File.ReadAllText(path));
    foreach (var matcher in file.Matchers)
    {
        if (matcher.Tool.Length == 0)
            matcher.Tool = file.Tool;
        matchers.Add(matcher);
    }
}

var causes = yaml.Deserialize<List<CauseEntry>>(File.ReadAllText(Path.Combine(args[0], "Causes.yaml")));
// The generated switch ends with the default.
causes = [.. causes.OrderBy(cause => cause.Category == "unknown")];
var categories = causes.Select(cause => cause.Category).ToHashSet();
foreach (var matcher in matchers)
    problems.AddRange(Problems(matcher).Select(problem => $"{matcher.Tool}/{matcher.Name}: {problem}"));
foreach (var twice in matchers.GroupBy(matcher => (matcher.Tool, matcher.Name)).Where(same => same.Count() > 1))
    problems.Add($"{twice.Key.Tool}/{twice.Key.Name}: two matchers have this name");
foreach (var problem in problems)
    Console.Error.WriteLine($"MatcherCompiler : error : {problem}");
if (problems.Count > 0)
    return 1;

// A line belongs to the first matcher that takes it: what is noise first, then what tells most; what is not of one tool last.
var ordered = matchers.OrderBy(matcher => matcher.Role is not ("noise" or "key")).ThenBy(matcher => matcher.Tool == "general")
    .ThenByDescending(matcher => matcher.Weight)
    .ThenBy(matcher => matcher.Tool, StringComparer.Ordinal).ThenBy(matcher => matcher.Name, StringComparer.Ordinal).ToList();
var source = MatcherSource.Write(ordered, causes);
if (!File.Exists(args[1]) || File.ReadAllText(args[1]) != source)
    File.WriteAllText(args[1], source, new UTF8Encoding(false));
else
    File.SetLastWriteTimeUtc(args[1], TimeProvider.System.GetUtcNow().UtcDateTime);
return 0;

IEnumerable<string> Problems(MatcherEntry matcher)
{
    if (!roles.Contains(matcher.Role))
        yield return $"role {matcher.Role} is none of {string.Join(", ", roles)}";
    if (!blocks.Contains(matcher.Block))
        yield return $"block {matcher.Block} is none of {string.Join(", ", blocks)}";
    if (!categories.Contains(matcher.Category))
        yield return $"category {matcher.Category} is not in Causes.yaml";
    if (matcher.Literals.Count == 0 || matcher.Literals.Any(literal => Encoding.UTF8.GetByteCount(literal) < 2))
        yield return "needs literals of two bytes or more";
    if (matcher.Examples.Count == 0)
        yield return "needs an example";
    var pattern = new Regex(matcher.Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    foreach (var example in matcher.Examples)
    {
        var match = pattern.Match(example.Text);
        if (!match.Success)
            yield return $"does not take its example: {example.Text}";
        if (!matcher.Literals.Any(literal => example.Text.Contains(literal, StringComparison.OrdinalIgnoreCase)))
            yield return $"has no literal of its example: {example.Text}";
        if (example.Source.Length == 0)
            yield return $"does not say where its example comes from: {example.Text}";
        foreach (var (name, value) in example.Fields)
        {
            if (match.Groups[name].Value != value)
                yield return $"reads {name} as '{match.Groups[name].Value}', not '{value}'";
        }
    }
}
