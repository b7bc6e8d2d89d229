using GitAIOps.Sandbox.Http;

namespace GitAIOps.Sandbox;

/// <summary>Troubles that a test orders, route by route.</summary>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<SandboxFault> _faults = [];

    /// <param name="route">As in GitLab's documentation: <c>POST /projects/:id/jobs/:job_id/retry</c>.</param>
    /// <exception cref="ArgumentException">The sandbox does not serve that route.</exception>
    public SandboxFault On(string route)
    {
        if (!Routes.All.Any(known => known.Words == route))
            throw new ArgumentException($"The sandbox does not serve \"{route}\".", nameof(route));
        var fault = new SandboxFault(route);
        lock (_gate)
            _faults.Add(fault);
        return fault;
    }

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    /// <summary>The oldest fault of a route that still has something to do.</summary>
    internal SandboxFault? Claim(string route)
    {
        lock (_gate)
            return _faults.Find(fault => fault.Route == route && fault.Claim());
    }
}
