using Spectre.Console;
using Spectre.Console.Rendering;

namespace GitAIOps.Channels.Terminal;

/// <summary>A grid pads its rows to the widest one; this takes the spaces at their ends away, for copies and pipes.</summary>
internal sealed class TrimmedRows(IRenderable inner) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var row in Segment.SplitLines(inner.Render(options, maxWidth)))
        {
            var last = row.FindLastIndex(segment => !string.IsNullOrWhiteSpace(segment.Text));
            for (var n = 0; n <= last; n++)
                yield return n < last ? row[n] : new Segment(row[n].Text.TrimEnd(), row[n].Style);
            yield return Segment.LineBreak;
        }
    }
}
