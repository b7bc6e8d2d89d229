using System.Net;

namespace GitAIOps.Channels.Web;

/// <summary>Where the page may listen: on this machine only, as long as nobody signs in to it.</summary>
public static class WebBinding
{
    /// <summary>Why an address may not be listened on, as one sentence; null when it may.</summary>
    /// <param name="address">As Kestrel reads it: <c>http://127.0.0.1:5080</c>.</param>
    public static string? Refuse(string address)
    {
        // Kestrel reads "+" and "*" as every interface, and System.Uri does not read them at all.
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopback(uri.Host))
            return null;
        return $"The page does not listen on {address}: it has no sign-in yet, so it serves this machine only; "
            + "use http://127.0.0.1 with a port.";
    }

    /// <summary>Whether a host name, without its port, is one of this machine's own.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip)
            && (ip.Equals(IPAddress.Loopback) || ip.Equals(IPAddress.IPv6Loopback)));
}
