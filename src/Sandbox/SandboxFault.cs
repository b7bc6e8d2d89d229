namespace GitAIOps.Sandbox;

/// <summary>What goes wrong with the next requests of one route. Without more words nothing does.</summary>
public sealed class SandboxFault
{
    private int _left = int.MaxValue;

    internal SandboxFault(string route) => Route = route;

    internal string Route { get; }

    internal Task? Until { get; private set; }

    internal FaultyAnswer? Answer { get; private set; }

    internal bool BreaksBefore { get; private set; }

    internal bool BreaksAfter { get; private set; }

    internal Action? Arrived { get; private set; }

    internal Action? Answered { get; private set; }

    /// <summary>Ends by itself after so many requests; until then every request of the route has it.</summary>
    public SandboxFault Times(int count)
    {
        _left = count;
        return this;
    }

    /// <summary>The request waits, before anything else, until the task is done.</summary>
    public SandboxFault WaitsFor(Task task)
    {
        Until = task;
        return this;
    }

    /// <summary>Answers so instead of doing what was asked.</summary>
    public SandboxFault Answers(
        int status, string body, string contentType = "application/json", int? retryAfter = null)
    {
        Answer = new(status, body, contentType, retryAfter);
        return this;
    }

    /// <summary>409, as when another request holds the same thing.</summary>
    public SandboxFault AnswersConflict() => Answers(409, """{"message":"409 Conflict: Resource lock"}""");

    /// <summary>429 in plain text, as GitLab's rate limit has it.</summary>
    public SandboxFault AnswersRetryLater(int seconds) => Answers(429, "Retry later\n", "text/plain", seconds);

    /// <summary>Breaks the connection; nothing was changed.</summary>
    public SandboxFault BreaksBeforeTheChange()
    {
        BreaksBefore = true;
        return this;
    }

    /// <summary>Does what was asked, then breaks the connection instead of answering.</summary>
    public SandboxFault BreaksAfterTheChange()
    {
        BreaksAfter = true;
        return this;
    }

    /// <summary>Tells when a request came in, before anything else.</summary>
    public SandboxFault OnArrived(Action callback)
    {
        Arrived = callback;
        return this;
    }

    /// <summary>Tells when an answer was written to its last byte.</summary>
    public SandboxFault OnAnswered(Action callback)
    {
        Answered = callback;
        return this;
    }

    internal bool Claim() => _left > 0 && _left-- > 0;
}

/// <param name="RetryAfter">Seconds; null leaves the header out.</param>
internal sealed record FaultyAnswer(int Status, string Body, string ContentType, int? RetryAfter);
