using System.Globalization;

namespace GitAIOps.Plugins;

/// <summary>Numbers and lists as people say them.</summary>
internal static class Spoken
{
    /// <param name="seconds">As in 65, which is "1 min 5 s".</param>
    public static string Duration(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(Math.Clamp(seconds, 0, 1e9)));
        return time switch
        {
            { TotalMinutes: < 1 } => $"{time.Seconds} s",
            { TotalHours: < 1 } => time.Seconds == 0 ? $"{time.Minutes} min" : $"{time.Minutes} min {time.Seconds} s",
            _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min"),
        };
    }

    /// <summary>"just now", "3 min ago", "5 h ago", "12 days ago".</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now) => (now - then) switch
    {
        { TotalSeconds: < 60 } => "just now",
        { TotalMinutes: < 60 } gone => $"{(int)gone.TotalMinutes} min ago",
        { TotalHours: < 48 } gone => $"{(int)gone.TotalHours} h ago",
        var gone => $"{(int)gone.TotalDays} days ago",
    };

    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    /// <summary>"a, b and c"; at most five, the rest counted.</summary>
    public static string List(IReadOnlyList<string> items)
    {
        const int most = 5;
        if (items.Count > most)
            return $"{string.Join(", ", items.Take(most))} and {items.Count - most} more";
        return items.Count < 2
            ? string.Concat(items)
            : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";
    }
}
