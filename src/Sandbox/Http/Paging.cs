using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GitAIOps.Sandbox.Http;

/// <summary>Cuts lists into pages, both ways that GitLab knows.</summary>
/// <remarks>docs.gitlab.com/api/rest: pagination</remarks>
internal static class Paging
{
    private const int Most = 100;

    /// <summary>By <c>page</c> and <c>per_page</c>.</summary>
    /// <param name="counted">Whether GitLab counts this list; if not there are no totals and no last page.</param>
    public static IResult Page<T>(this Call call, IEnumerable<T> rows, Func<T, object> shape, bool counted = true)
    {
        var all = rows.ToList();
        var (page, size) = (Positive(call, "page", 1), Math.Min(Positive(call, "per_page", 20), Most));
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var hasNext = page < last;
        var headers = call.Http.Response.Headers;
        headers["X-Page"] = Text(page);
        headers["X-Per-Page"] = Text(size);
        headers["X-Next-Page"] = hasNext ? Text(page + 1) : "";
        headers["X-Prev-Page"] = page > 1 ? Text(page - 1) : "";
        if (counted)
        {
            headers["X-Total"] = Text(all.Count);
            headers["X-Total-Pages"] = Text(last);
        }

        List<(int Page, string Relation)> links = [(1, "first")];
        if (page > 1)
            links.Insert(0, (page - 1, "prev"));
        if (hasNext)
            links.Insert(links.Count - 1, (page + 1, "next"));
        if (counted)
            links.Add((last, "last"));
        headers.Link = string.Join(", ", links.Select(link =>
            Link(call, link.Relation, ("page", Text(link.Page)), ("per_page", Text(size)))));
        return Answers.Json(all.Skip((page - 1) * size).Take(size).Select(shape).ToList());
    }

    /// <summary>By where the last page ended; only a link to the next page tells that there is one.</summary>
    /// <param name="rows">In their order.</param>
    /// <param name="parameter">The query parameter that carries the last id.</param>
    public static IResult Keyset<T>(
        this Call call, IEnumerable<T> rows, Func<T, long> id, bool descending, string parameter, Func<T, object> shape)
    {
        var size = Math.Min(Positive(call, "per_page", 20), Most);
        var after = call.Query(parameter) is { } text ? ParseCursor(parameter, text) : (long?)null;
        var rest = rows.Where(row => after is null || (descending ? id(row) < after : id(row) > after)).ToList();
        var page = rest.Take(size).ToList();
        if (rest.Count > size)
            call.Http.Response.Headers.Link = Link(call, "next", (parameter, Text(id(page[^1]))));
        return Answers.Json(page.Select(shape).ToList());
    }

    private static long ParseCursor(string parameter, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Refusal.Invalid(parameter, "is invalid");

    private static int Positive(Call call, string name, int otherwise) =>
        call.Query(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Refusal.Invalid(name, "does not have a valid value");

    private static string Link(Call call, string relation, params (string Name, string Value)[] changes)
    {
        var request = call.Http.Request;
        var query = request.Query
            .Where(pair => !changes.Any(change => change.Name == pair.Key) && pair.Key != "private_token")
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
            .Concat(changes.Select(change => KeyValuePair.Create(change.Name, (string?)change.Value)));
        var path = $"{request.Scheme}://{request.Host}{request.Path.ToUriComponent()}";
        return $"<{QueryHelpers.AddQueryString(path, query)}>; rel=\"{relation}\"";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
