using System.Text.Json;

namespace GitAIOps.Memory.Store;

/// <summary>How records are kept in columns.</summary>
internal static class Json
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value);

    /// <exception cref="MemoryException">A row was written by something else.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text) ?? throw new MemoryException($"A stored {typeof(T).Name} is empty.");
}
