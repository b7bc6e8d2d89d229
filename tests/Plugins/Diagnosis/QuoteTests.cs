using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GitAIOps.Plugins.Diagnosis;
using GitAIOps.Plugins.Diagnosis.Quoting;

namespace GitAIOps.Tests.Plugins.Diagnosis;

public sealed class QuoteTests
{
    // Pieces that real logs are made of, and that a cleaner may trip over.
    private static readonly string[] Pieces =
    [
        "error: ", "FAILED", "fatal: no", "panicked at", "\r", "\r\r", "\n", "\r\n", "\u001b[0K", "\u001b[31;1m", "\u001b[", "\u001b", "é", "●", "─",
        "section_start:1:step_script\r", "section_end:2:step_script\r\u001b[0K", "$ make\n", "2024-05-22T12:43:46.962646Z 00O ", " ", "\t", "x", "1.5s",
        "Traceback (most recent call last)", "exit code 1", "warning: ", "\0", "\uFFFD", "-----BEGIN ", "https://a:b@c",
    ];

    private static Arbitrary<byte[]> AnyLogs => Arb.From(
        Gen.OneOf(Gen.Elements(Pieces).Select(Encoding.UTF8.GetBytes), Gen.Choose(0, 255).Select(value => new[] { (byte)value }))
            .ListOf().Select(parts => parts.SelectMany(part => part).ToArray()));

    [Property(MaxTest = 300)]
    public Property Every_quoted_line_is_the_line_of_the_log_at_its_number() => Prop.ForAll(AnyLogs, log =>
    {
        var lines = Split(log).Select(line => Logs.Clean(Encoding.UTF8.GetString(line))).ToList();

        var diagnosis = Logs.DiagnoseAsync(log).GetAwaiter().GetResult();

        var quotes = diagnosis.Excerpt.Concat(diagnosis.Evidence.SelectMany(block => block.Lines));
        return quotes.All(quote => quote.Text == lines[quote.Line - 1] || quote.Text.Contains("[masked:", StringComparison.Ordinal));
    });

    [Property(MaxTest = 150)]
    public Property A_log_that_can_be_read_only_once_is_quoted_the_same() => Prop.ForAll(AnyLogs, log =>
    {
        var seekable = Logs.DiagnoseAsync(log).GetAwaiter().GetResult();

        var once = Logs.DiagnoseOnceAsync(log).GetAwaiter().GetResult();

        return once.Excerpt.SequenceEqual(seekable.Excerpt)
            && once.Evidence.Select(block => block.Text).SequenceEqual(seekable.Evidence.Select(block => block.Text));
    });

    [Fact]
    public void A_quote_that_was_tampered_with_is_dropped()
    {
        var read = new LogLine(7, "error: it broke") { Proof = LineProof.Of("\u001b[31merror:\u001b[0m it broke\r"u8) };

        Assert.Equal(new LogLine(7, "error: it broke"), Quote.Of(read));
        Assert.Null(Quote.Of(read with { Text = "error: it bent" }));
        Assert.Null(Quote.Of([read, read with { Text = "" }]));
    }

    [Fact]
    public void A_tampered_line_is_kept_out_of_the_excerpt()
    {
        var excerpt = new ExcerptBuilder(1000);
        var read = new LogLine(7, "error: it broke") { Proof = LineProof.Of("error: it broke"u8) };

        excerpt.Add([read with { Text = "error: all is well" }, read with { Line = 8 }]);

        Assert.Equal([8], excerpt.Lines.Select(line => line.Line));
    }

    [Fact]
    public async Task A_log_that_changes_between_two_readings_is_not_quoted()
    {
        await using var log = new Changing("$ make\nerror: it broke\n"u8.ToArray(), "$ make\nerror: it bent.\n"u8.ToArray());

        var diagnosis = await LogDiagnosis.DiagnoseAsync(log, LogContext.Unknown, TestContext.Current.CancellationToken);

        Assert.Empty(diagnosis.Evidence);
    }

    [Fact]
    public async Task A_quote_goes_by_the_rule_of_the_command_line()
    {
        var diagnosis = await Logs.DiagnoseAsync("  1%\r 50%\r\u001b[31merror:\u001b[0m it broke\r\u001b[0m\r\n");

        Assert.Equal("error: it broke", diagnosis.Evidence[0].Text);
    }

    [Fact]
    public async Task No_secret_is_in_any_part_of_a_diagnosis()
    {
        string[] secrets = ["glpat-Zx9_kq82LmN4pQ7rT1vW", "hunter2hunter2", "s3cr3tp4ss", "MIIEowIBAAKCAQEA7", "AKIAIOSFODNN7EXAMPLE"];
        var log = Logs.GitLab(
            $"curl -H 'PRIVATE-TOKEN: {secrets[0]}' https://ci:{secrets[2]}@gitlab.example",
            $"error: cannot log in with {secrets[0]} and DB_PASSWORD={secrets[1]}",
            "-----BEGIN RSA PRIVATE KEY-----", secrets[3], "error: " + secrets[3], "-----END RSA PRIVATE KEY-----",
            $"fatal: unable to access 'https://ci:{secrets[2]}@gitlab.example/': {secrets[4]}");

        var shown = JsonSerializer.Serialize(await Logs.DiagnoseAsync(log));

        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
        Assert.Contains("[masked:gitlab-token]", shown, StringComparison.Ordinal);
    }

    // Another log once it is wound back; as long as the first.
    private sealed class Changing(byte[] log, byte[] later) : MemoryStream
    {
        private bool _isLater;

        public override bool CanSeek => true;

        public override long Position
        {
            get => base.Position;
            set
            {
                _isLater = true;
                base.Position = value;
            }
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var rest = (_isLater ? later : log).AsSpan((int)base.Position);
            rest.CopyTo(buffer.Span);
            SetLength(log.Length);
            base.Position += rest.Length;
            return ValueTask.FromResult(rest.Length);
        }
    }

    private static IEnumerable<byte[]> Split(byte[] log)
    {
        var start = 0;
        for (var end = Array.IndexOf(log, (byte)'\n'); end >= 0; end = Array.IndexOf(log, (byte)'\n', start))
        {
            yield return log[start..end];
            start = end + 1;
        }

        yield return log[start..];
    }
}
