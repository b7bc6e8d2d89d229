using System.Collections.Concurrent;
using GitAIOps.GitLab;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GitAIOps.Tests.GitLab;

public sealed class SecrecyTests
{
    [Fact]
    public async Task A_token_is_in_no_log_line_and_no_exception()
    {
        await using var server = await Loopback.AnsweringAsync(503, "application/json", """{"message":"busy"}""");
        var lines = new Lines();
        var options = Options.Create(new GitLabOptions { Url = server.Url, Token = Worlds.Token });
        using var connection = new GitLabConnection(options, Worlds.Clock(), lines);

        var refusal = await Assert.ThrowsAsync<GitLabException>(() =>
            new GitLabClient(connection, Worlds.Token).Users.CurrentAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, lines.Said.Count);
        Assert.All(lines.Said.Append(refusal.ToString()), line =>
            Assert.DoesNotContain(Worlds.Token, line, StringComparison.Ordinal));
    }

    private sealed class Lines : ILogger<GitLabConnection>
    {
        public ConcurrentQueue<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Enqueue(formatter(state, exception));
    }
}
