using System.Collections.Concurrent;

namespace GitAIOps.Tests.GitLab;

/// <summary>A clock whose waits are over at once, and whose deadlines never come unless asked.</summary>
internal sealed class ImpatientTime(TimeSpan deadline, bool deadlinesCome = false) : TimeProvider
{
    /// <summary>The waits that were asked for, deadlines apart.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isDeadline = dueTime == deadline;
        if (!isDeadline)
            Waits.Enqueue(dueTime);
        var due = isDeadline && !deadlinesCome ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
        return System.CreateTimer(callback, state, due, Timeout.InfiniteTimeSpan);
    }
}
