namespace GitAIOps.Tests.Rooms;

public sealed class WriterTests
{
    [Fact]
    public void Only_rights_can_make_a_client_that_changes_GitLab()
    {
        var makers = NamingTests.Sources
            .Where(file => !file.Contains("/src/GitLab/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("new GitLabWriter(", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

        Assert.Equal(["src/Plugins/Rights/GitLabAccess.cs"], makers);
    }
}
