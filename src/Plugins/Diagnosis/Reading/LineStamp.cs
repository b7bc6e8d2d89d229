namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>The time stamp that a runner puts in front of a line.</summary>
/// <remarks>
/// GitLab, FF_TIMESTAMPS: <c>2024-05-22T12:43:46.962646Z 00O </c>, with <c>+</c> for the blank when the line goes on from the one
/// before (docs.gitlab.com/ci/jobs/job_logs). GitHub and many others: <c>2026-07-31T01:17:30.9756718Z </c>.
/// </remarks>
internal static class LineStamp
{
    /// <summary>Characters before the line's own words; 0 when there is no stamp.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.Length < 20 || line[4] != '-' || line[10] != 'T' || !char.IsAsciiDigit(line[0]) || line[13] != ':')
            return 0;
        var end = line[..Math.Min(line.Length, 40)].IndexOf('Z');
        if (end < 19)
            return 0;
        end++;
        if (end < line.Length && line[end] != ' ')
            return 0;
        end = Math.Min(end + 1, line.Length);
        return end + StreamMarkLength(line[end..]);
    }

    // Two hex digits of the stream, O or E, and a blank or "+".
    private static int StreamMarkLength(ReadOnlySpan<char> rest) =>
        rest.Length >= 4 && char.IsAsciiHexDigit(rest[0]) && char.IsAsciiHexDigit(rest[1])
        && rest[2] is 'O' or 'E' && rest[3] is ' ' or '+'
            ? 4
            : 0;
}
