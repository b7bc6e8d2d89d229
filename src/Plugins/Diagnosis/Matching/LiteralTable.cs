namespace GitAIOps.Plugins.Diagnosis.Matching;

/// <summary>Finds in one pass which matchers are worth trying on a line. The tables are made by the build.</summary>
internal static partial class LiteralTable
{
    /// <summary>Adds to <paramref name="seen"/> every matcher of which a literal's head stands in the line.</summary>
    /// <returns>Whether there was any.</returns>
    public static bool Scan(ReadOnlySpan<byte> line, MatcherSet seen)
    {
        var classes = Classes;
        var next = Next;
        var any = false;
        var state = 0;
        foreach (var letter in line)
        {
            state = next[(state << RowShift) | classes[letter]];
            if (state < FirstSaying)
                continue;
            any = true;
            var row = state - FirstSaying;
            foreach (var owner in Owners[Starts[row]..Starts[row + 1]])
                seen.Add(owner);
        }

        return any;
    }
}
