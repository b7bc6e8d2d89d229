using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>Takes every request: faults first, then the rate limit and the token, then the endpoint.</summary>
internal sealed class Door(SandboxWorld world)
{
    private readonly RateLimit _rateLimit = new(world);

    public async Task AnswerAsync(HttpContext http, Route route)
    {
        var fault = world.Faults.Claim(route.Words);
        fault?.Arrived?.Invoke();
        if (fault?.Until is { } until)
            await until.WaitAsync(http.RequestAborted);
        if (fault?.BreaksBefore == true)
        {
            http.Abort();
            return;
        }

        var answer = fault?.Answer is { } faulty ? Faulty(http, faulty) : Answer(http, route);
        if (fault?.BreaksAfter == true)
        {
            http.Abort();
            return;
        }

        http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
        await answer.ExecuteAsync(http);
        await http.Response.CompleteAsync();
        fault?.Answered?.Invoke();
    }

    private static IResult Faulty(HttpContext http, FaultyAnswer faulty)
    {
        if (faulty.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        return Answers.Text(faulty.Body, faulty.Status, faulty.ContentType);
    }

    private IResult Answer(HttpContext http, Route route)
    {
        lock (world.Gate)
        {
            try
            {
                var token = Identity.Of(http.Request, world);
                if (!_rateLimit.Admits(http, token?.Owner))
                    return Answers.Text("Retry later\n", 429);
                if (token?.Scope == TokenScope.ReadApi && route.Method != "GET")
                    throw Refusal.InsufficientScope();
                return route.Answer(new(http, world, token?.Owner));
            }
            catch (Refusal refusal)
            {
                return refusal.Answer;
            }
        }
    }
}
