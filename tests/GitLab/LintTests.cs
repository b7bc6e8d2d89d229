using System.Reflection;
using GitAIOps.GitLab;

namespace GitAIOps.Tests.GitLab;

public sealed class LintTests
{
    public static TheoryData<Type> Nouns =>
        [.. new[] { typeof(GitLabClient), typeof(GitLabWriter) }
            .SelectMany(client => client.GetProperties())
            .Select(property => property.PropertyType)
            .Where(type => type.IsClass)];

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Every_call_can_be_cancelled_and_says_that_it_waits(Type noun)
    {
        var calls = noun.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.EndsWith("Async", call.Name, StringComparison.Ordinal);
            Assert.Equal(typeof(CancellationToken), call.GetParameters().Last().ParameterType);
        });
    }

    [Fact]
    public void Clients_of_reads_cannot_post()
    {
        var nouns = typeof(GitLabClient).GetProperties().Select(property => property.PropertyType);

        Assert.All(
            nouns.Where(type => type.IsClass), type => Assert.Equal("GitAIOps.GitLab.Reads", type.Namespace));
    }
}
