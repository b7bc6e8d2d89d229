using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GitAIOps.Tests.GitLab;

/// <summary>Answers reads and keeps the connection; takes a change and closes it without a word.</summary>
internal sealed class HangUpServer : IAsyncDisposable
{
    private static readonly byte[] User = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 26\r\n\r\n"
        + """{"id":1,"username":"dana"}""");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _methods = [];
    private readonly Task _serving;

    public HangUpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>The methods asked, in order.</summary>
    public string Methods
    {
        get
        {
            lock (_methods)
                return string.Join(' ', _methods);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        while (await reader.ReadLineAsync(_stop.Token) is { } request)
        {
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
            {
            }

            lock (_methods)
                _methods.Add(request.Split(' ')[0]);
            if (!request.StartsWith("GET ", StringComparison.Ordinal))
                return;
            await stream.WriteAsync(User, _stop.Token);
        }
    }
}
