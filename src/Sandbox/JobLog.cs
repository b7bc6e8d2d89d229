using System.Text;
using GitAIOps.Sandbox.Logs;

namespace GitAIOps.Sandbox;

/// <summary>What a job's trace holds. Nothing is kept of it until it is asked for.</summary>
public sealed class JobLog
{
    private readonly Func<LogMoment, Stream, CancellationToken, Task> _write;

    private JobLog(Func<LogMoment, Stream, CancellationToken, Task> write) => _write = write;

    /// <summary>The job never wrote anything.</summary>
    public static JobLog Empty { get; } = new(static (_, _, _) => Task.CompletedTask);

    /// <summary>The names that <see cref="Sample"/> knows.</summary>
    public static IReadOnlyList<string> Samples => LogScript.Names;

    public static JobLog Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static JobLog Of(ReadOnlyMemory<byte> bytes) =>
        new(async (_, stream, cancellationToken) => await stream.WriteAsync(bytes, cancellationToken));

    /// <summary>A log that is written when it is asked for: as large as you like, slow, or cut.</summary>
    public static JobLog From(Func<Stream, CancellationToken, Task> write) =>
        new((_, stream, cancellationToken) => write(stream, cancellationToken));

    /// <summary>One of the sandbox's own runner logs; it grows while the job runs and knows how it ended.</summary>
    /// <exception cref="ArgumentException">There is no sample of that name.</exception>
    public static JobLog Sample(string name)
    {
        var script = LogScript.Load(name);
        return new(async (moment, stream, cancellationToken) =>
            await stream.WriteAsync(Encoding.UTF8.GetBytes(script.Render(moment)), cancellationToken));
    }

    internal Task WriteAsync(LogMoment moment, Stream stream, CancellationToken cancellationToken) =>
        _write(moment, stream, cancellationToken);
}
