using System.Text.Json;

namespace GitAIOps.Tests.Product;

public sealed class DiagnoseCommandTests
{
    private const string Log = "\u001b[32;1m$ cargo build\u001b[0;m\r\nerror[E0308]: mismatched types\r\nERROR: Job failed: exit code 101\r\n";

    [Fact]
    public async Task Standard_input_gives_one_json_document()
    {
        var result = await ProductProcess.RunAsync("diagnose - --json", Log);

        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal((0, "", "compile"), (result.ExitCode, result.Error, document.RootElement.GetProperty("rootCause").GetProperty("coarse").GetString()));
        Assert.Equal(2, document.RootElement.GetProperty("evidence")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task The_report_has_no_codes_when_it_goes_to_a_file()
    {
        var result = await ProductProcess.RunAsync("diagnose -", Log);

        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Contains("      2  error[E0308]: mismatched types", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_was_asked_about_ends_with_1() =>
        Assert.Equal(1, (await ProductProcess.RunAsync("diagnose - --exit-code", Log)).ExitCode);

    [Theory]
    [InlineData("diagnose /")]
    [InlineData("diagnose /there/is/no/such.log")]
    [InlineData("diagnose")]
    public async Task Bad_input_gets_one_sentence_and_2(string arguments)
    {
        var result = await ProductProcess.RunAsync(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }
}
