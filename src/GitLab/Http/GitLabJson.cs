using System.Text.Json;
using System.Text.Json.Serialization;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Http;

/// <summary>Reads GitLab's JSON into our records: unknown fields ignored, odd times read as absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(LenientTime)])]
[JsonSerializable(typeof(Project[]))]
[JsonSerializable(typeof(Pipeline[]))]
[JsonSerializable(typeof(Job[]))]
[JsonSerializable(typeof(Bridge[]))]
[JsonSerializable(typeof(User[]))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(MergeRequest[]))]
internal sealed partial class GitLabJson : JsonSerializerContext;

/// <summary>GitLab writes times as ISO 8601 or as <c>2016-08-12 15:23:28 UTC</c>; what is neither is absent.</summary>
internal sealed class LenientTime : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        var text = reader.GetString()!.Replace(" UTC", "Z", StringComparison.Ordinal);
        return DateTimeOffset.TryParse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var time)
            ? time.ToUniversalTime()
            : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(time);
        else
            writer.WriteNullValue();
    }
}
