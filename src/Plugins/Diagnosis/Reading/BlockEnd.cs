namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>Lines that no failure's own words go on with: what went well comes next.</summary>
internal static class BlockEnd
{
    /// <param name="line">As cleaned.</param>
    public static bool Is(ReadOnlySpan<byte> line)
    {
        var words = line.TrimStart(" \t"u8);
        return words.StartsWith("Passed "u8) || words.StartsWith("--- PASS"u8) || words.StartsWith("=== RUN"u8)
            || words.StartsWith("PASS "u8) || words.StartsWith("ok \t"u8) || words.StartsWith("ok  "u8)
            || words.StartsWith("section_"u8) || words.StartsWith("travis_time:"u8)
            || words.StartsWith("Post job cleanup"u8)
            || words.StartsWith("✓"u8) || words.StartsWith("✔"u8) || words.StartsWith("√"u8);
    }
}
