using System.Text;
using GitAIOps.Plugins.Diagnosis.Reading;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>Keeps the last lines of a log, or of one of its sections, while the log runs by.</summary>
/// <param name="section">Null keeps the end of the log.</param>
internal sealed class LogTail(string? section, int most)
{
    // A line is masked before it is shortened, so that no secret loses the part that shows what it is.
    private const int KeptBytes = 8 * 1024;
    private const int LongestLine = 1000;
    private readonly Kept[] _ring = new Kept[most];
    private readonly LineCleaner _cleaner = new();
    private readonly JobTimeline _timeline = new();
    private PrivateKeyLines _keys;
    private bool _isOpen = section is null;
    private int _taken;

    /// <summary>Names of the sections met so far, in order.</summary>
    public IReadOnlyList<string> Sections => [.. _timeline.Sections.Select(known => known.Name).Distinct()];

    /// <param name="isWhole">Whether the line's beginning is there.</param>
    public void Take(int number, ReadOnlySpan<byte> line, bool isWhole)
    {
        if (line.IndexOf("section_"u8) >= 0)
        {
            _timeline.TakeMarks(number, line);
            _isOpen = section is null || _timeline.Sections.Any(known => known.Name == section && known.EndLine is null);
        }

        var clean = _cleaner.Clean(line, out _);
        var isKey = (_keys.IsInside || clean.IndexOf("-----BEGIN "u8) >= 0) && _keys.Take(Encoding.UTF8.GetString(clean));
        if (!_isOpen || clean.StartsWith("section_start:"u8) || clean.StartsWith("section_end:"u8))
            return;
        ref var kept = ref _ring[_taken++ % most];
        kept.Bytes ??= new byte[KeptBytes];
        kept.Number = number;
        kept.IsHidden = isKey || !isWhole;
        kept.Length = Math.Min(clean.Length, KeptBytes);
        clean[..kept.Length].CopyTo(kept.Bytes);
    }

    /// <summary>The lines kept, in order, secrets masked.</summary>
    public IReadOnlyList<CodeLine> Lines()
    {
        var first = Math.Max(0, _taken - most);
        var lines = Enumerable.Range(first, _taken - first).Select(at => Show(_ring[at % most])).ToList();
        var end = lines.FindLastIndex(static line => line.Words.Length > 0);
        return lines[..(end + 1)];
    }

    private static CodeLine Show(Kept kept)
    {
        if (kept.IsHidden)
            return new(kept.Number, "[a line that is not shown: part of a private key, or too long]");
        var text = Redaction.Mask(Encoding.UTF8.GetString(kept.Bytes!, 0, kept.Length));
        return new(kept.Number, text.Length <= LongestLine ? text : text[..LongestLine] + "…");
    }

    private struct Kept
    {
        public int Number;
        public int Length;
        public bool IsHidden;
        public byte[]? Bytes;
    }
}
