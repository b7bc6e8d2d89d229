using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GitAIOps.GitLab;

/// <summary>The way to one GitLab: its address, one pool of sockets, and its patience. Holds nobody's token.</summary>
/// <remarks>Shared by <see cref="GitLabClient"/> and <see cref="GitLabWriter"/>, which act as somebody.</remarks>
public sealed class GitLabConnection : IDisposable
{
    public GitLabConnection(IOptions<GitLabOptions> options, TimeProvider time, ILogger<GitLabConnection> log)
    {
        var settings = options.Value;
        Address = new Uri((settings.Url ?? throw NotConfigured()).TrimEnd('/') + "/");
        Api = new Uri(Address, "api/v4/");
        AnswerTime = TimeSpan.FromSeconds(settings.AnswerSeconds);
        LongestWait = TimeSpan.FromSeconds(settings.RetrySeconds);
        Time = time;
        Log = log;
        Http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(settings.ConnectSeconds),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        })
        {
            // Every call has its own deadline, which knows whether the caller or the clock ended it.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("GitAIOps");
    }

    /// <summary>The address people open, ending in a slash.</summary>
    public Uri Address { get; }

    internal Uri Api { get; }

    internal HttpClient Http { get; }

    internal TimeSpan AnswerTime { get; }

    internal TimeSpan LongestWait { get; }

    internal TimeProvider Time { get; }

    internal ILogger Log { get; }

    public void Dispose() => Http.Dispose();

    /// <summary>Whether a link leads to this GitLab; no other address is asked, and no other sees a token.</summary>
    internal bool Leads(Uri link) =>
        link.IsAbsoluteUri
        && (link.Scheme, link.Host, link.Port) == (Address.Scheme, Address.Host, Address.Port)
        && link.AbsolutePath.StartsWith(Address.AbsolutePath, StringComparison.Ordinal);

    private static InvalidOperationException NotConfigured() =>
        new("GitLab:Url is not set; set GITLAB__URL to the address of your GitLab.");
}
