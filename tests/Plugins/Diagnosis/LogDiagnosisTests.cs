using System.IO.Compression;
using System.Text;
using GitAIOps.Plugins.Diagnosis;

namespace GitAIOps.Tests.Plugins.Diagnosis;

public sealed class LogDiagnosisTests
{
    [Fact]
    public async Task The_error_of_the_failing_command_leads()
    {
        var diagnosis = await Logs.DiagnoseAsync(Logs.GitLab("cargo build", "   Compiling shop v0.1.0", "error[E0308]: mismatched types", " --> src/cart.rs:12:5"));

        Assert.Equal(("compile_error", "compile"), (diagnosis.RootCause.Category, diagnosis.RootCause.Coarse));
        Assert.Equal((6, "error[E0308]: mismatched types"), (diagnosis.Evidence[0].Line, diagnosis.Evidence[0].Text));
        Assert.Equal(("cargo", "cargo build", 1), (diagnosis.Log.Tool, diagnosis.Log.Command, diagnosis.Log.ExitCode));
    }

    [Fact]
    public async Task What_an_earlier_command_survived_is_not_the_cause()
    {
        var log = Logs.GitLab("pip install shop || true", "ERROR: Could not find a version that satisfies the requirement shop", "\u001b[32;1m$ pytest\u001b[0;m", "FAILED tests/test_cart.py::test_total - assert 3 == 4");

        var diagnosis = await Logs.DiagnoseAsync(log);

        Assert.Equal("test_failure", diagnosis.RootCause.Category);
    }

    [Fact]
    public async Task Cleaning_up_after_a_failure_is_not_the_cause()
    {
        var log = Logs.GitLab("go test ./...", "--- FAIL: TestTotal (0.00s)")
            .Replace("Cleaning up\r", "Cleaning up\r\nfatal: cannot remove the folder\r", StringComparison.Ordinal);

        var diagnosis = await Logs.DiagnoseAsync(log);

        Assert.Equal("test_failure", diagnosis.RootCause.Category);
    }

    [Fact]
    public async Task Warnings_and_counts_of_nothing_are_no_evidence()
    {
        var diagnosis = await Logs.DiagnoseAsync("warning: unused variable: `x`\nBuild finished with 0 errors\ntest auth::errors_are_shown ... ok\nJob succeeded\n");

        Assert.Empty(diagnosis.Evidence);
        Assert.Equal("The job succeeded", diagnosis.RootCause.Title);
    }

    [Fact]
    public async Task A_system_failure_is_the_runners()
    {
        var log = Logs.Job("make", [], "ERROR: Job failed (system failure): prepare environment: waiting for pod running: timed out waiting for pod to start.");

        var diagnosis = await Logs.DiagnoseAsync(log);

        Assert.Equal(("runner", true, "system_failure"), (diagnosis.RootCause.Coarse, diagnosis.RootCause.Intermittent, diagnosis.Log.FailureReason));
        Assert.Contains(diagnosis.Fixes, fix => fix.Action == "Remediation-retry");
    }

    [Fact]
    public async Task GitLabs_failure_reason_speaks_where_the_log_does_not()
    {
        var diagnosis = await Logs.DiagnoseAsync("", new(FailureReason: "job_execution_timeout"));

        Assert.Equal("job_timeout", diagnosis.RootCause.Category);
    }

    [Fact]
    public async Task Sections_have_their_lines_and_seconds()
    {
        var diagnosis = await Logs.DiagnoseAsync(Logs.GitLab("make", "make: *** [Makefile:12: all] Error 2"));

        Assert.Contains(new LogSection("step_script", 3, 6, 58), diagnosis.Log.Sections);
    }

    [Fact]
    public async Task The_runners_time_stamps_do_not_hide_an_error()
    {
        var log = "2024-05-22T12:43:46.962646Z 00O $ npm test\n2024-05-22T12:43:47.000001Z 01E error TS2322: Type 'string' is not assignable\n2024-05-22T12:43:47.100001Z 00O+ERROR: Job failed: exit code 2\n";

        var diagnosis = await Logs.DiagnoseAsync(log);

        Assert.Equal((2, "2024-05-22T12:43:47.000001Z 01E error TS2322: Type 'string' is not assignable"), (diagnosis.Evidence[0].Line, diagnosis.Evidence[0].Text));
        Assert.Equal(2, diagnosis.Log.ExitCode);
    }

    [Fact]
    public async Task An_empty_log_is_said_to_be_empty()
    {
        var diagnosis = await Logs.DiagnoseAsync("");

        Assert.Equal((0, 0L, "unknown"), (diagnosis.Log.Lines, diagnosis.Log.Bytes, diagnosis.RootCause.Category));
        Assert.Contains("empty", diagnosis.RootCause.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_the_runner_cut_is_said_to_be_cut()
    {
        var diagnosis = await Logs.DiagnoseAsync("working\n\u001b[33;1mJob's log exceeded limit of 4194304 bytes.\u001b[0;m\nJob execution will continue but no more output will be collected.\n");

        Assert.True(diagnosis.Log.IsCut);
        Assert.Equal("log_truncated", diagnosis.RootCause.Category);
    }

    [Fact]
    public async Task A_log_that_ends_within_a_section_has_its_last_words_as_evidence()
    {
        var diagnosis = await Logs.DiagnoseAsync("section_start:1700000000:get_sources\r\u001b[0KGetting source\nFetching changes...\n");

        Assert.Equal(("log_truncated", 2), (diagnosis.RootCause.Category, diagnosis.Evidence[0].Line));
    }

    [Fact]
    public async Task Binary_junk_is_read()
    {
        var junk = new byte[300_000];
        new Random(7).NextBytes(junk);

        var diagnosis = await Logs.DiagnoseAsync(junk);

        Assert.Equal(junk.Length, diagnosis.Log.Bytes);
    }

    [Fact]
    public async Task Invalid_utf8_is_shown_with_replacement_characters()
    {
        byte[] log = [.. "error: caf"u8, 0xC3, .. " closed\n"u8];

        var diagnosis = await Logs.DiagnoseAsync(log);

        Assert.Equal("error: caf\uFFFD closed", diagnosis.Evidence[0].Text);
    }

    [Fact]
    public async Task A_line_of_200_megabytes_is_read_in_little_memory()
    {
        await using var log = new OneLine(200_000_000, "\nerror: the disk is on fire\n"u8.ToArray());
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var diagnosis = await LogDiagnosis.DiagnoseAsync(log, LogContext.Unknown, TestContext.Current.CancellationToken);

        Assert.Equal((2, 2), (diagnosis.Log.Lines, diagnosis.Evidence[0].Line));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 50_000_000);
    }

    [Fact]
    public async Task What_follows_the_last_return_of_an_endless_progress_line_is_read()
    {
        await using var log = new OneLine(1_000_000, "\rerror: the download broke off\n"u8.ToArray());

        var diagnosis = await LogDiagnosis.DiagnoseAsync(log, LogContext.Unknown, TestContext.Current.CancellationToken);

        Assert.Equal("error: the download broke off", diagnosis.Evidence[0].Text);
    }

    [Fact]
    public async Task A_damaged_packed_log_is_refused()
    {
        await using var packed = new GZipStream(new MemoryStream("no gzip"u8.ToArray()), CompressionMode.Decompress);

        await Assert.ThrowsAsync<InvalidDataException>(() => LogDiagnosis.DiagnoseAsync(packed, LogContext.Unknown, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_passed_log_says_too_is_not_the_cause()
    {
        var common = "ERROR: the cache is not there";
        var passed = new MemoryStream(Encoding.UTF8.GetBytes($"{common}\nJob succeeded\n"));

        var diagnosis = await Logs.DiagnoseAsync($"{common}\nError: the manifest is not valid\n", new(Passed: passed));

        Assert.Equal("Error: the manifest is not valid", diagnosis.Evidence[0].Text);
    }

    [Fact]
    public async Task The_fingerprint_stays_under_other_numbers_paths_and_dates()
    {
        var monday = await Logs.DiagnoseAsync(Logs.GitLab("cargo test", "2024-05-22T12:43:46.962646Z 00O thread 'cart::total' panicked at /builds/aB3/0/shop/src/cart.rs:12:5 after 1.5s in 3f2a1b0c9d8e"));
        var friday = await Logs.DiagnoseAsync(Logs.GitLab("cargo test", "noise", "2025-11-02T01:02:03.000001Z 00O thread 'cart::total' panicked at /builds/zz9/4/shop/src/cart.rs:99:17 after 350ms in 00aa11bb22cc"));

        Assert.Equal(monday.Fingerprint, friday.Fingerprint);
        Assert.Equal(16, monday.Fingerprint.Length);
    }

    [Fact]
    public async Task Another_failure_has_another_fingerprint()
    {
        var one = await Logs.DiagnoseAsync(Logs.GitLab("cargo test", "test cart::total ... FAILED"));
        var other = await Logs.DiagnoseAsync(Logs.GitLab("cargo test", "test cart::discount ... FAILED"));

        Assert.NotEqual(one.Fingerprint, other.Fingerprint);
    }

    [Fact]
    public async Task The_excerpt_keeps_to_its_size()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"error: the part number {i} is broken and has a long line to say so").ToArray();

        var diagnosis = await Logs.DiagnoseAsync(Logs.GitLab("make", lines));

        Assert.InRange(diagnosis.Log.KeptBytes, 1, 64 * 1024);
        Assert.All(diagnosis.Evidence, block => Assert.InRange(block.EndLine - block.Line, 0, 14));
    }

    private sealed class OneLine(long length, byte[] end) : Stream
    {
        private long _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_given < length)
            {
                var part = (int)Math.Min(count, length - _given);
                buffer.AsSpan(offset, part).Fill((byte)'e');
                _given += part;
                return part;
            }

            var rest = Math.Min(count, (int)(length + end.Length - _given));
            end.AsSpan((int)(_given - length), rest).CopyTo(buffer.AsSpan(offset));
            _given += rest;
            return rest;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
