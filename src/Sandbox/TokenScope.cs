namespace GitAIOps.Sandbox;

/// <summary>What a token lets its owner do.</summary>
public enum TokenScope
{
    /// <summary><c>api</c>: all that the owner may.</summary>
    Api,

    /// <summary><c>read_api</c>: reads only.</summary>
    ReadApi,
}
