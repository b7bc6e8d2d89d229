namespace GitAIOps.GitLab;

/// <summary>Why a call to GitLab did not succeed.</summary>
public enum FailureKind
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The token is wrong, expired or revoked; or there is none where one is needed.</summary>
    Unauthorized,

    /// <summary>The token's owner may not, or the token's scope does not reach.</summary>
    Forbidden,

    /// <summary>Not there, or hidden from the token's owner; GitLab does not tell which.</summary>
    NotFound,

    /// <summary>The target's state does not allow it, or it changed meanwhile.</summary>
    Conflict,

    /// <summary>Too many requests.</summary>
    RateLimited,

    /// <summary>GitLab found the request wrong.</summary>
    Invalid,

    /// <summary>The project moved, and a change is not sent after it.</summary>
    Moved,

    /// <summary>The answer is not one of GitLab's API: HTML, not JSON, or a link that leads elsewhere.</summary>
    NotGitLab,

    /// <summary>GitLab, or the proxy before it, failed.</summary>
    ServerError,
}
