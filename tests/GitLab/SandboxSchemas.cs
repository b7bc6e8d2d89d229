using System.Text.Json.Nodes;
using NJsonSchema;

namespace GitAIOps.Tests.GitLab;

/// <summary>GitLab's own JSON schemas of its answers, where the folder with them is at hand.</summary>
internal static class SandboxSchemas
{
    private static readonly string Folder = Path.GetFullPath(
        Path.Combine(Root(), "..", "shared", "specs", "gitlab"));

    private static string Schemas => Path.Combine(Folder, "schemas", "public_api", "v4");

    public static void SkipWithoutFolder() =>
        Assert.SkipUnless(Directory.Exists(Folder), "GitLab's schemas are not on this machine.");

    /// <summary>A schema with everything that it refers to in its place.</summary>
    public static Task<JsonSchema> LoadAsync(string name, bool isList)
    {
        var schema = Inline(Path.Combine(Schemas, name));
        JsonNode whole = isList ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema;
        return JsonSchema.FromJsonAsync(whole.ToJsonString(), TestContext.Current.CancellationToken);
    }

    /// <summary>The names that a schema gives to an object's properties.</summary>
    public static IEnumerable<string> PropertiesOf(string name) => PropertiesOf(Inline(Path.Combine(Schemas, name)));

    /// <summary>Success codes by method and path, parameters without their names.</summary>
    public static Dictionary<string, int> Endpoints()
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "endpoints.json")))!;
        return root["endpoints"]!.AsObject().ToDictionary(
            entry => Anonymous($"{entry.Value!["method"]} {entry.Value["path"]!.ToString()["/api/v4".Length..]}"),
            entry => (int)entry.Value!["success"]!);
    }

    public static string Anonymous(string route) =>
        string.Join('/', route.Split('/').Select(part => part.StartsWith(':') ? ":" : part));

    private static IEnumerable<string> PropertiesOf(JsonNode schema) =>
        (schema["properties"]?.AsObject().Select(property => property.Key) ?? [])
        .Concat(schema["allOf"]?.AsArray().SelectMany(part => PropertiesOf(part!)) ?? []);

    private static JsonNode Inline(string file) =>
        File.Exists(file)
            ? Inline(JsonNode.Parse(File.ReadAllText(file))!, Path.GetDirectoryName(file)!)
            : new JsonObject();

    private static JsonNode Inline(JsonNode node, string folder)
    {
        if (node is JsonArray list)
            return new JsonArray([.. list.Select(item => item is null ? null : Inline(item, folder))]);
        if (node is not JsonObject schema)
            return node.ToString() == "date" ? JsonValue.Create("string") : node.DeepClone();
        if (schema["$ref"] is { } reference)
            return Inline(Path.Combine(folder, reference.ToString()));

        var inlined = new JsonObject();
        foreach (var (key, value) in schema)
        {
            // Schemas that are not at hand allow anything, null too, and then more than one of a choice holds.
            // Newer fields are compared with a list of their own.
            if (key != "additionalProperties")
                inlined[key == "oneOf" ? "anyOf" : key] = value is null ? null : Inline(value, folder);
        }

        return inlined;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GitAIOps.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
