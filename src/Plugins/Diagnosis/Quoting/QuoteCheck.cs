using GitAIOps.Plugins.Diagnosis.Reading;
using GitAIOps.Turns;

namespace GitAIOps.Plugins.Diagnosis.Quoting;

/// <summary>Reads a log again and compares every quoted line with the line at its number.</summary>
/// <remarks>
/// Goes by <see cref="LineCleaner.Clean(ReadOnlySpan{byte})"/>, not by what the first pass did.
/// A log that changed meanwhile is found out too.
/// </remarks>
internal sealed class QuoteCheck
{
    private readonly Dictionary<int, string> _wanted = [];
    private readonly HashSet<int> _proven = [];
    private int _last;

    public QuoteCheck(IEnumerable<LogLine> quotes)
    {
        foreach (var quote in quotes)
        {
            _wanted[quote.Line] = quote.Text;
            _last = Math.Max(_last, quote.Line);
        }
    }

    /// <summary>Whether the line was found as quoted.</summary>
    public bool IsProven(LogLine quote) => _proven.Contains(quote.Line);

    /// <summary>Reads up to the last quoted line.</summary>
    public async Task ReadAsync(Stream log, CancellationToken cancellationToken)
    {
        using var lines = new LogLineReader(log);
        var keys = new PrivateKeyLines();
        var goesOn = true;
        while (goesOn && lines.Lines < _last)
        {
            goesOn = await lines.ReadAsync(cancellationToken);
            while (lines.Lines < _last && lines.TryTake(out var raw, out _))
                Compare(lines.Lines, raw, ref keys);
        }
    }

    private void Compare(int number, ReadOnlySpan<byte> raw, ref PrivateKeyLines keys)
    {
        var isWanted = _wanted.TryGetValue(number, out var quote);
        if (!isWanted && !keys.IsInside && raw.IndexOf("-----BEGIN "u8) < 0)
            return;
        var text = LineCleaner.Clean(raw);
        var shown = keys.Mask(text);
        if (isWanted && shown == quote)
            _proven.Add(number);
    }
}
