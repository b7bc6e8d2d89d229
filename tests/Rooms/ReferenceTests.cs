using System.Xml.Linq;

namespace GitAIOps.Tests.Rooms;

public sealed class ReferenceTests
{
    // Who may reference whom; docs/architecture.md draws the same table.
    public static TheoryData<string, string> Rooms => new()
    {
        { "Turns", "" },
        { "GitLab", "" },
        { "Sandbox", "" },
        { "Memory", "Turns" },
        { "Plugins", "Turns GitLab Memory" },
        { "Channels", "Turns GitLab" },
        { "Agent", "Turns Memory" },
        { "Host", "Turns GitLab Memory Plugins Channels Agent Sandbox" },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_what_it_may(string room, string allowed)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", room, $"{room}.csproj"));

        var referenced = project.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.Empty(referenced.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Every_room_is_listed()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);

        Assert.Equal(Rooms.Select(row => row.Data.Item1).Order(), rooms.Order());
    }

    [Fact]
    public void Turns_has_no_packages()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", "Turns", "Turns.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
    }
}
