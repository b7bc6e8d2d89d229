using System.Text;
using GitAIOps.Plugins.Diagnosis.Matching;
using GitAIOps.Plugins.Diagnosis.Quoting;
using GitAIOps.Plugins.Diagnosis.Ranking;

namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>The block that the lines of a log are being added to, if there is one.</summary>
internal sealed class OpenBlock(CandidatePool pool)
{
    private Candidate? _open;
    private bool _wasEmpty;

    public void Close() => _open = null;

    /// <summary>Begins a block, unless one is open that tells more.</summary>
    /// <returns>Whether it began.</returns>
    public bool Open(Candidate candidate)
    {
        if (_open is not null && candidate.Weight < _open.Weight)
            return false;
        _open = candidate.Matcher.Block == BlockShape.Line ? null : candidate;
        _wasEmpty = false;
        return true;
    }

    /// <summary>Adds the next line, or ends the block before it.</summary>
    public void GoOn(int number, ReadOnlySpan<byte> line, ReadOnlySpan<byte> raw)
    {
        if (_open is null)
            return;
        if (number - _open.Line >= Candidate.LongestBlock)
        {
            _open = null;
            return;
        }

        var text = Encoding.UTF8.GetString(line);
        // A stamp is ASCII: as many bytes as letters.
        var isEmpty = LineWords.AreNone(text);
        var quote = new LogLine(number, text) { Proof = LineProof.Of(raw) };
        if ((isEmpty && (_wasEmpty || _open.Matcher.Block != BlockShape.Section))
            || BlockEnd.Is(line[LineStamp.Length(text)..]) || !pool.TryKeep(quote))
        {
            _open = null;
            return;
        }

        _wasEmpty = isEmpty;
        _open.After.Add(quote);
    }
}
