using GitAIOps.GitLab;
using GitAIOps.Plugins.Rights;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;

namespace GitAIOps.Tests.Plugins.Rights;

public sealed class ActingTokensTests
{
    private static readonly OwnerToken Owner = new(Options.Create(new GitLabOptions { Token = "of-the-owner" }));

    private static readonly PersonaTokens Personas = new(new Dictionary<string, string> { ["dora"] = "of-dora" });

    [Theory]
    [InlineData("web", "of-the-owner")]
    [InlineData("terminal", "of-the-owner")]
    [InlineData("slack", null)]
    [InlineData("gitlab", null)]
    public async Task Only_the_page_and_the_terminal_act_as_the_tokens_owner(string channel, string? token)
    {
        var found = await Owner.FindAsync(new(channel, "dora", "Dora"), TestContext.Current.CancellationToken);

        Assert.Equal(token, found);
    }

    [Theory]
    [InlineData("web", "dora", "of-dora")]
    [InlineData("web", "uma", null)]
    [InlineData("slack", "dora", null)]
    public async Task A_persona_acts_with_a_token_of_their_own(string channel, string id, string? token)
    {
        var found = await Personas.FindAsync(new(channel, id, id), TestContext.Current.CancellationToken);

        Assert.Equal(token, found);
    }
}
