namespace GitAIOps.Plugins.Diagnosis.Reading;

/// <summary>The runner's stages, in order.</summary>
internal enum JobPhase
{
    Unknown,
    Prepare,
    Sources,
    Script,
    After,
}
