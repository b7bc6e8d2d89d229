using System.Globalization;
using FsCheck.Xunit;
using GitAIOps.Plugins.Pipelines;
using GitAIOps.Tests.Plugins.World;

namespace GitAIOps.Tests.Plugins.Pipelines;

public sealed class TimeRangeTests
{
    // Now is Wednesday, 2026-11-25, 12:00 UTC.
    [Theory]
    [InlineData("today", "2026-11-25 00:00", null)]
    [InlineData("since this morning", "2026-11-25 00:00", null)]
    [InlineData("Yesterday", "2026-11-24 00:00", "2026-11-25 00:00")]
    [InlineData("since yesterday", "2026-11-24 00:00", null)]
    [InlineData("this week", "2026-11-23 00:00", null)]
    [InlineData("last week", "2026-11-16 00:00", "2026-11-23 00:00")]
    [InlineData("last month", "2026-10-01 00:00", "2026-11-01 00:00")]
    [InlineData("since Monday", "2026-11-23 00:00", null)]
    [InlineData("since wednesday", "2026-11-25 00:00", null)]
    [InlineData("last wednesday", "2026-11-18 00:00", null)]
    [InlineData("last 2 weeks", "2026-11-11 12:00", null)]
    [InlineData("in the past hour", "2026-11-25 11:00", null)]
    [InlineData("the last couple of days", "2026-11-23 12:00", null)]
    [InlineData("3 days ago", "2026-11-22 12:00", null)]
    [InlineData("24h", "2026-11-24 12:00", null)]
    [InlineData("since 2026-11-20", "2026-11-20 00:00", null)]
    [InlineData("2026-11-20T10:30:00+02:00", "2026-11-20 08:30", null)]
    public void Times_are_read_as_people_say_them(string words, string from, string? to)
    {
        Assert.True(TimeRange.TryParse(words, PluginWorld.Noon, out var range));

        Assert.Equal((from, to), (Minute(range.From), range.To is { } end ? Minute(end) : null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("last 0 days")]
    [InlineData("99999999999 years")]
    [InlineData("3")]
    [InlineData("the day when it broke")]
    public void What_is_no_time_is_refused(string words)
    {
        Assert.False(TimeRange.TryParse(words, PluginWorld.Noon, out _));
    }

    [Property]
    public void No_words_make_it_fail(string? words)
    {
        TimeRange.TryParse(words ?? "", PluginWorld.Noon, out _);
    }

    private static string Minute(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
