using System.Globalization;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>A stretch of time as people say it: "today", "since yesterday", "last 2 weeks". Days begin at midnight UTC.</summary>
/// <param name="To">Null means until now.</param>
internal readonly record struct TimeRange(DateTimeOffset From, DateTimeOffset? To)
{
    private static readonly string[] Openings = ["since ", "from ", "after ", "in the ", "in ", "the ", "over "];

    /// <returns>False when the words are no time that is known here.</returns>
    public static bool TryParse(string words, DateTimeOffset now, out TimeRange range)
    {
        var said = string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var isSince = said.StartsWith("since ", StringComparison.Ordinal);
        while (Array.Find(Openings, opening => said.StartsWith(opening, StringComparison.Ordinal)) is { } opening)
            said = said[opening.Length..];
        var found = Named(said, now.ToUniversalTime()) ?? Counted(said, now) ?? Dated(said);
        range = found is { } known ? known with { To = isSince ? null : known.To } : default;
        return found is not null;
    }

    private static TimeRange? Named(string said, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.Date, TimeSpan.Zero);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = today.AddDays(1 - today.Day);
        return said switch
        {
            "now" or "just now" => new(now.AddHours(-1), null),
            "today" or "this morning" => new(today, null),
            "yesterday" => new(today.AddDays(-1), today),
            "this week" => new(monday, null),
            "last week" => new(monday.AddDays(-7), monday),
            "this month" => new(month, null),
            "last month" => new(month.AddMonths(-1), month),
            _ => Weekday(said, today),
        };
    }

    private static TimeRange? Weekday(string said, DateTimeOffset today)
    {
        var name = said.StartsWith("last ", StringComparison.Ordinal) ? said["last ".Length..] : said;
        if (!Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) || char.IsAsciiDigit(name[0]))
            return null;
        var back = ((int)today.DayOfWeek - (int)day + 7) % 7;
        var from = today.AddDays(back == 0 && name != said ? -7 : -back);
        return new(from, null);
    }

    // "last 2 weeks", "past hour", "3 days ago", "24h"
    private static TimeRange? Counted(string said, DateTimeOffset now)
    {
        var parts = said.Split(' ').Where(static part => part is not ("last" or "past" or "ago" or "previous")).ToArray();
        var (number, unit) = parts switch
        {
            [var one] when one.Length > 1 && char.IsAsciiDigit(one[0]) =>
                (one.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]), one.TrimStart([.. "0123456789"])),
            [var one] => ("1", one),
            ["a" or "an", var named] => ("1", named),
            ["couple", "of", var named] => ("2", named),
            [var count, var named] => (count, named),
            _ => ("", ""),
        };
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var many) || many is < 1 or > 10_000)
            return null;
        return unit switch
        {
            "m" or "min" or "mins" or "minute" or "minutes" => new(now.AddMinutes(-many), null),
            "h" or "hour" or "hours" => new(now.AddHours(-many), null),
            "d" or "day" or "days" => new(now.AddDays(-many), null),
            "w" or "week" or "weeks" => new(now.AddDays(-7 * many), null),
            "month" or "months" => new(now.AddMonths(-Math.Min(many, 1200)), null),
            "year" or "years" when many <= 100 => new(now.AddYears(-many), null),
            _ => null,
        };
    }

    private static TimeRange? Dated(string said) =>
        DateTimeOffset.TryParseExact(
            said.ToUpperInvariant(),
            ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var from)
            ? new(from.ToUniversalTime(), null)
            : null;
}
