using System.Text.Json;
using System.Text.Json.Serialization;
using GitAIOps.Plugins.Diagnosis;

namespace GitAIOps.Host.Commands;

/// <summary>What <c>diagnose --json</c> prints; names are kept stable, adding is allowed.</summary>
internal sealed record DiagnoseDocument(
    RootCause RootCause,
    IReadOnlyList<DiagnoseDocument.EvidenceBlock> Evidence,
    IReadOnlyList<LogLine> Excerpt,
    IReadOnlyList<Fix> Fixes,
    int? EstimatedFixMinutes,
    bool Automatable,
    string Fingerprint,
    LogFacts Log,
    long ElapsedMs)
{
    public static DiagnoseDocument Of(Diagnosis diagnosis, long elapsed) => new(
        diagnosis.RootCause,
        [.. diagnosis.Evidence.Select(block => new EvidenceBlock(block.Line, block.EndLine, block.Text, block.Score, block.Why))],
        diagnosis.Excerpt, diagnosis.Fixes, diagnosis.EstimatedFixMinutes, diagnosis.Automatable, diagnosis.Fingerprint,
        diagnosis.Log, elapsed);

    internal sealed record EvidenceBlock(int Line, int EndLine, string Text, double Score, string Why);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiagnoseDocument))]
internal sealed partial class DiagnoseJson : JsonSerializerContext;
