using YamlDotNet.RepresentationModel;

namespace GitAIOps.Tests.Plugins.Diagnosis;

public sealed class MatcherTests
{
    // Of matchers that make evidence: tool/name, category, example.
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var file in Directory.EnumerateFiles(Folder, "*.yaml").Where(file => !file.EndsWith("Causes.yaml", StringComparison.Ordinal)).Order())
            {
                var root = Load(file);
                foreach (var matcher in ((YamlSequenceNode)root["matchers"]).Cast<YamlMappingNode>().Where(MakesEvidence))
                foreach (var example in ((YamlSequenceNode)matcher["examples"]).Cast<YamlMappingNode>())
                    rows.Add($"{root["tool"]}/{matcher["name"]}", matcher.Children.TryGetValue("category", out var category) ? category.ToString() : "unknown", example["text"].ToString());
            }

            return rows;
        }
    }

    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "GitAIOps.sln")))
                folder = folder.Parent!;
            return Path.Combine(folder.FullName, "src", "Plugins", "Diagnosis", "Matchers");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_alone_is_evidence_of_its_category(string matcher, string category, string example)
    {
        var diagnosis = await Logs.DiagnoseAsync(example + "\n");

        Assert.Equal((1, example), (Assert.Single(diagnosis.Evidence).Line, diagnosis.Evidence[0].Text));
        Assert.True(category == "unknown" || diagnosis.RootCause.Category == category, $"{matcher} was taken for {diagnosis.RootCause.Category}");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_in_colour_with_a_stamp_is_evidence_too(string matcher, string category, string example)
    {
        var diagnosis = await Logs.DiagnoseAsync($"2024-05-22T12:43:46.962646Z 00O \u001b[31m{example}\u001b[0m\r\n");

        Assert.True(diagnosis.Evidence.Count == 1, $"{matcher} ({category}) was not found");
    }

    private static bool MakesEvidence(YamlMappingNode matcher) =>
        !matcher.Children.TryGetValue("role", out var role) || role.ToString() is "cause" or "summary" or "end";

    private static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
