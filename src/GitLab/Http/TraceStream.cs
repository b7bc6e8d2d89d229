namespace GitAIOps.GitLab.Http;

/// <summary>A body as it arrives: ends at a cap, gives up when the next piece does not come in time.</summary>
internal sealed class TraceStream(
    HttpResponseMessage response, Stream inner, long most, GitLabConnection connection, string path) : Stream
{
    private long _left = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0)
            return 0;
        var piece = buffer[..(int)Math.Min(buffer.Length, _left)];
        var read = await Guard.CallAsync(
            connection,
            HttpMethod.Get,
            path,
            async deadline => await inner.ReadAsync(piece, deadline),
            cancellationToken);
        _left -= read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A trace arrives over the network; read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            response.Dispose();
        base.Dispose(disposing);
    }
}
