using System.Text;
using GitAIOps.Plugins.Diagnosis.Quoting;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>The last lines of a stream, as bytes in one ring; nothing is allocated for a line.</summary>
internal sealed class RecentLines
{
    private const int MostLines = 256;
    private readonly byte[] _bytes = new byte[512 * 1024];
    private readonly Entry[] _entries = new Entry[MostLines];
    private int _count;
    private int _head;
    private long _written;

    /// <summary>Adds a line that may be quoted.</summary>
    /// <param name="line">As cleaned.</param>
    /// <param name="raw">As it came.</param>
    public void Add(int number, ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw)
    {
        var length = line.Length + raw.Length;
        if (length > _bytes.Length / 4)
            return;
        if (_head + length > _bytes.Length)
            _head = 0;
        line.CopyTo(_bytes.AsSpan(_head));
        raw.CopyTo(_bytes.AsSpan(_head + line.Length));
        _entries[_count % MostLines] = new(number, _head, line.Length, raw.Length, _written);
        _count++;
        _head += length;
        _written += length;
    }

    /// <summary>
    /// At most so many of the last lines, oldest first, that stand in a row before <paramref name="before"/>.
    /// </summary>
    public List<LogLine> Last(int most, int before)
    {
        var lines = new List<LogLine>();
        var bytes = 0;
        for (var i = _count - 1; i >= Math.Max(0, _count - MostLines) && lines.Count < most; i--)
        {
            var entry = _entries[i % MostLines];
            if (entry.Number >= before)
                continue;
            bytes += entry.Length + entry.RawLength;
            // Half of the ring: what wrapped around has not reached it yet.
            if (bytes > _bytes.Length / 2 || _written - entry.Written > _bytes.Length / 2)
                break;
            lines.Add(Line(entry));
        }

        lines.Reverse();
        return lines;
    }

    private LogLine Line(Entry entry) =>
        new(entry.Number, Encoding.UTF8.GetString(_bytes, entry.Start, entry.Length))
        {
            Proof = LineProof.Of(_bytes.AsSpan(entry.Start + entry.Length, entry.RawLength)),
        };

    private readonly record struct Entry(int Number, int Start, int Length, int RawLength, long Written);
}
