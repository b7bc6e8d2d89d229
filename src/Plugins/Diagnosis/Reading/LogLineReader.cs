using System.Buffers;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>Splits a stream at every \n, in bounded memory.</summary>
/// <remarks>
/// Of a line longer than <see cref="LongestLine"/> only the last <see cref="KeptTail"/> bytes are kept.
/// </remarks>
internal sealed class LogLineReader(Stream stream) : IDisposable
{
    /// <summary>Bytes.</summary>
    public const int LongestLine = 128 * 1024;

    /// <summary>Bytes.</summary>
    public const int KeptTail = 32 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(512 * 1024);
    private int _start;
    private int _searched;
    private int _end;
    private bool _isOverlong;
    private bool _isAtEnd;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Lines taken so far; the number of the line that was taken last.</summary>
    public int Lines { get; private set; }

    /// <summary>Reads on. To be called when <see cref="TryTake"/> has nothing more.</summary>
    /// <returns>False at the end; one more line may then be left to take.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        Bytes += read;
        _end += read;
        _isAtEnd = read == 0;
        return !_isAtEnd;
    }

    /// <summary>Takes the next line, without its \n. The span is good until the next call of any method.</summary>
    /// <param name="isWhole">False when its beginning was dropped for length.</param>
    public bool TryTake(out ReadOnlySpan<byte> line, out bool isWhole)
    {
        var newline = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
        if (newline < 0 && (!_isAtEnd || _start == _end))
        {
            _searched = _end;
            line = default;
            isWhole = true;
            return false;
        }

        var stop = newline < 0 ? _end : _searched + newline;
        line = _buffer.AsSpan(_start, stop - _start);
        isWhole = !_isOverlong;
        _start = _searched = Math.Min(stop + 1, _end);
        _isOverlong = false;
        Lines++;
        return true;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void MakeRoom()
    {
        var length = _end - _start;
        if (length > LongestLine)
        {
            _isOverlong = true;
            _start = _end - KeptTail;
            length = KeptTail;
        }

        _buffer.AsSpan(_start, length).CopyTo(_buffer);
        _start = 0;
        _searched = _end = length;
    }
}
