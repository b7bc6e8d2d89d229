using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GitAIOps.Agent.Models.Builtin;
using Route = GitAIOps.Agent.Models.Builtin.Route;

namespace GitAIOps.Host.Commands;

/// <summary>A route as one line of JSON: <c>{ function, arguments, confidence, needs, reason?, alternatives }</c>.</summary>
/// <param name="available">The functions that this product has.</param>
internal sealed class RouteDocument(IReadOnlySet<string> available)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write(Route route)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, route);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json, Route route)
    {
        json.WriteStartObject();
        json.WriteString("function", route.Function);
        json.WriteStartObject("arguments");
        foreach (var (name, value) in route.Arguments)
            WriteArgument(json, name, value);
        json.WriteEndObject();
        json.WriteNumber("confidence", Math.Round(route.Confidence, 3));
        json.WriteStartArray("needs");
        foreach (var need in route.Needs)
            json.WriteStringValue(need);
        json.WriteEndArray();
        if (Reason(route) is { } reason)
            json.WriteString("reason", reason);
        if (route.Also)
            json.WriteBoolean("also", true);
        json.WriteStartArray("alternatives");
        foreach (var alternative in route.Alternatives)
            Write(json, alternative);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Ids are numbers, names are strings.
    private static void WriteArgument(Utf8JsonWriter json, string name, string value)
    {
        if (name is "pipeline" or "job" or "mr"
            && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            json.WriteNumber(name, id);
        else
            json.WriteString(name, value);
    }

    private string? Reason(Route route) => route switch
    {
        { Reason: RouteReason.Unknown } => "unknown",
        { Reason: RouteReason.Conditional } => "conditional",
        { Function: { } function } when !available.Contains(function) => "notAvailable",
        _ => null,
    };
}
