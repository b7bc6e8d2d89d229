using System.Text.Json;

namespace GitAIOps.GitLab.Http;

/// <summary>Runs a call under its deadline; whatever goes wrong leaves as a <see cref="GitLabException"/>.</summary>
internal static class Guard
{
    public static async Task<T> CallAsync<T>(
        GitLabConnection connection,
        HttpMethod method,
        string path,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(connection.AnswerTime, connection.Time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            return await call(deadline.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GitLabException(FailureKind.TimedOut, method.Method, path, cause: late);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new GitLabException(FailureKind.Unreachable, method.Method, path, cause: broken);
        }
        catch (JsonException odd)
        {
            throw new GitLabException(FailureKind.NotGitLab, method.Method, path, cause: odd);
        }
    }
}
