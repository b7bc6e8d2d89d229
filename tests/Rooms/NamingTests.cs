using System.Text.RegularExpressions;

namespace GitAIOps.Tests.Rooms;

public sealed partial class NamingTests
{
    private static readonly string[] Vague = ["Manager", "Helper", "Util", "Utils", "Common", "Impl", "Base", "Data", "Info"];

    public static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Generated().IsMatch(file));

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var named = Sources.SelectMany(file => Declared().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value);

        Assert.DoesNotContain(named, name => Vague.Any(word => name.EndsWith(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_source_file_has_a_region_or_an_async_void()
    {
        Assert.DoesNotContain(Sources, file => RegionOrAsyncVoid().IsMatch(File.ReadAllText(file)));
    }

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines()
    {
        Assert.DoesNotContain(Sources, file => File.ReadLines(file).Count() > 300);
    }

    [Fact]
    public void In_channels_only_the_GitLab_folder_names_GitLab_types()
    {
        var strangers = Sources
            .Where(file => file.Contains("/src/Channels/", StringComparison.Ordinal))
            .Where(file => !file.Contains("/src/Channels/GitLab/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("GitAIOps.GitLab", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_exception_is_caught_in_few_places()
    {
        // The tool call, the turn, the loops that must outlive a failure, the writer's job, the command line's entry.
        string[] allowed =
        [
            "src/Agent/Approval/Follower.cs",
            "src/Agent/Conversations/ConversationGrain.cs",
            "src/Agent/Conversations/Pump.cs",
            "src/Agent/Conversations/TurnRunner.cs",
            "src/Agent/Loop/TurnKernel.cs",
            "src/Host/CommandLine.cs",
            "src/Memory/Store/Writer.cs",
        ];

        var catching = Sources
            .Where(file => CatchAll().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

        Assert.Empty(catching.Except(allowed));
    }

    [GeneratedRegex(@"/(obj|bin|Migrations)/|\.g\.cs$")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^\s*(?:public|internal|private|file)[\w ]*\b(?:class|record|struct|interface|enum)\s+(?<name>[A-Z]\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\s*#region|\basync void\b", RegexOptions.Multiline)]
    private static partial Regex RegionOrAsyncVoid();

    [GeneratedRegex(@"catch\s*(\(Exception\b(?![^)]*\)\s*when\s*\(\w+ is (?!not)))|catch\s*\{")]
    private static partial Regex CatchAll();
}
