using System.IO.Compression;
using System.Text;

namespace GitAIOps.Tests.Plugins.Diagnosis;

public sealed class RealLogTests
{
    [Fact]
    public async Task Every_real_log_is_read_and_quoted_as_it_is()
    {
        var logs = FindLogs();
        Assert.SkipWhen(logs is null, "The folder ../shared/data/ci-logs is absent.");

        foreach (var path in logs!)
        {
            var log = await ReadAsync(path);
            var diagnosis = await Logs.DiagnoseAsync(log);

            var lines = Encoding.UTF8.GetString(log).Split('\n').Select(Logs.Clean).ToList();
            Assert.All(diagnosis.Excerpt, quote => Assert.True(quote.Text == lines[quote.Line - 1] || quote.Text.Contains("[masked:", StringComparison.Ordinal), $"{path}:{quote.Line}"));
            Assert.All(diagnosis.Evidence, block => Assert.True(block.Text == lines[block.Line - 1] || block.Text.Contains("[masked:", StringComparison.Ordinal), $"{path}:{block.Line}"));
        }
    }

    private static List<string>? FindLogs()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "ci-logs");
            if (Directory.Exists(data))
                return [.. Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".log", StringComparison.Ordinal) || file.EndsWith(".log.gz", StringComparison.Ordinal))];
        }

        return null;
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
            return bytes;
        await using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await packed.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        return unpacked.ToArray();
    }
}
