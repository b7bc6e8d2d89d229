using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GitAIOps.GitLab.Http;

/// <summary>A path below <c>api/v4/</c> with its query. What is filled in is escaped: <c>shop/api</c> becomes <c>shop%2Fapi</c>.</summary>
internal sealed class ApiPath
{
    private readonly string _query;

    private ApiPath(string path, string query) => (Path, _query) = (path, query);

    /// <summary>Without the query.</summary>
    public string Path { get; }

    public static ApiPath Of(Segments segments) => new(segments.ToString(), "");

    /// <summary>With a query part more; none when the value is null.</summary>
    public ApiPath With(string name, string? value)
    {
        if (value is null)
            return this;
        var part = $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";
        return new(Path, _query.Length == 0 ? $"?{part}" : $"{_query}&{part}");
    }

    public ApiPath With(string name, DateTimeOffset? value) =>
        With(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public ApiPath With(string name, int value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => Path + _query;

    /// <summary>Lets <c>$"projects/{project}"</c> escape its parts.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Segments(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _path = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => _path.Append(literal);

        public void AppendFormatted(long id) => _path.Append(CultureInfo.InvariantCulture, $"{id}");

        public void AppendFormatted(ProjectId project)
        {
            var text = project.ToString();
            // "." and ".." would climb in the path however they are escaped; no project is called that.
            _path.Append(text is "" or "." or ".." ? "-" : Uri.EscapeDataString(text));
        }

        public override string ToString() => _path.ToString();
    }
}
