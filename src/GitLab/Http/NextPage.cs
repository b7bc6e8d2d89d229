using System.Globalization;
using System.Net.Http.Headers;

namespace GitAIOps.GitLab.Http;

/// <summary>Where a list goes on. Totals are never used: GitLab leaves them out of long lists.</summary>
/// <remarks>docs.gitlab.com/api/rest#pagination</remarks>
internal static class NextPage
{
    /// <param name="headers">Of the page just read.</param>
    /// <returns>The <c>rel="next"</c> link of <c>Link</c>; null when there is none.</returns>
    public static Uri? Link(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var values)
            ? values.SelectMany(static value => value.Split('<')).Select(Next).OfType<Uri>().FirstOrDefault()
            : null;

    /// <summary>Whether GitLab counts pages here, and which comes next; null on the last.</summary>
    public static bool TryNumber(HttpResponseHeaders headers, out int? next)
    {
        var isCounted = headers.TryGetValues("x-next-page", out var values);
        next = int.TryParse(values?.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? page
            : null;
        return isCounted;
    }

    // An address, its closing bracket, and its parameters, up to the next address.
    private static Uri? Next(string link)
    {
        var end = link.IndexOf('>', StringComparison.Ordinal);
        return end > 0
            && link[end..].Split([';', ','], StringSplitOptions.TrimEntries)
                .Any(static part => part is "rel=\"next\"" or "rel=next")
            && Uri.TryCreate(link[..end], UriKind.Absolute, out var uri)
            ? uri
            : null;
    }
}
