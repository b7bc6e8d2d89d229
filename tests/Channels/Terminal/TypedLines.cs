using System.Threading.Channels;

namespace GitAIOps.Tests.Channels.Terminal;

/// <summary>Lines that come when the test types them.</summary>
internal sealed class TypedLines : TextReader
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public void Type(params string[] lines)
    {
        foreach (var line in lines)
            _lines.Writer.TryWrite(line);
    }

    public void End() => _lines.Writer.TryComplete();

    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        await _lines.Reader.WaitToReadAsync(cancellationToken)
            ? await _lines.Reader.ReadAsync(cancellationToken)
            : null;
}
