using GitAIOps.GitLab;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GitAIOps.Tests.GitLab;

public sealed class OptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("gitlab.example.com")]
    [InlineData("ftp://gitlab.example.com")]
    [InlineData("https://me:word@gitlab.example.com")]
    [InlineData("https://gitlab.example.com/?a=1")]
    public void An_address_that_is_none_is_refused(string? url)
    {
        using var services = Services(url);

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<GitLabConnection>());

        Assert.Contains("GitLab:Url", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_connection_comes_from_configuration()
    {
        using var services = Services("https://gitlab.example.com/git");

        var connection = services.GetRequiredService<GitLabConnection>();

        Assert.Equal("https://gitlab.example.com/git/", connection.Address.AbsoluteUri);
    }

    private static ServiceProvider Services(string? url)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["GitLab:Url"] = url })
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddGitLab()
            .BuildServiceProvider();
    }
}
