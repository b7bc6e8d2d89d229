using System.Text.Json;
using GitAIOps.Memory.GrainStates;
using Orleans.Storage;

namespace GitAIOps.Agent.Conversations;

/// <summary>Orleans' storage over Memory's store; the version is the ETag.</summary>
internal sealed class GrainStorage(GrainStateStore store) : IGrainStorage
{
    public const string Name = "memory";

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await store.ReadAsync(stateName, Key(grainId), CancellationToken.None);
        if (stored is null)
            return;
        grainState.State = JsonSerializer.Deserialize<T>(stored.State)!;
        grainState.ETag = Tag(stored.Version);
        grainState.RecordExists = true;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var json = JsonSerializer.Serialize(grainState.State);
        var version = await store.WriteAsync(
            stateName, Key(grainId), json, Version(grainState.ETag), CancellationToken.None);
        grainState.ETag = Tag(version ?? throw new InconsistentStateException($"The state of {grainId} was written by another."));
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!await store.ClearAsync(stateName, Key(grainId), Version(grainState.ETag), CancellationToken.None))
            throw new InconsistentStateException($"The state of {grainId} was written by another.");
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static string Key(GrainId grainId) => grainId.Key.ToString()!;

    private static string Tag(int version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Version(string? tag) =>
        tag is null ? 0 : int.Parse(tag, System.Globalization.CultureInfo.InvariantCulture);
}
