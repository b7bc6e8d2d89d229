using System.Text;
using GitAIOps.Plugins.Diagnosis.Reading;

namespace GitAIOps.Tests.Plugins.Diagnosis;

/// <summary>Lines made to make patterns backtrack: each finishes, and what a pattern gets to see is bounded.</summary>
public sealed class HostileLogTests
{
    private const int LongestWords = 4100;

    // What patterns repeat: blanks, words, colons, dots, brackets, slashes.
    public static TheoryData<string> Pieces =>
        ["error ", "a", " ", "a.", "a::", "[FAIL", "failed: ", "x/", "((", "\"", "error: cannot ", "1:", "Error", "-", "\t", "é"];

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task A_line_of_10_megabytes_is_counted_and_not_quoted(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));

        var diagnosis = await Logs.DiagnoseAsync($"{line}\nerror: it broke\n");

        Assert.Equal((2, 2), (diagnosis.Log.Lines, Assert.Single(diagnosis.Evidence).Line));
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Many_long_lines_are_read_to_the_end(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 15_000 / Encoding.UTF8.GetByteCount(piece))) + " failed";
        var log = string.Concat(Enumerable.Repeat(line + "\n", 100));

        var diagnosis = await Logs.DiagnoseAsync(log);

        Assert.Equal(100, diagnosis.Log.Lines);
        Assert.InRange(diagnosis.Log.KeptBytes, 0, 64 * 1024);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void What_a_pattern_sees_of_a_line_is_bounded(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.InRange(LineWords.Of(line).Length, 1, LongestWords);
    }
}
