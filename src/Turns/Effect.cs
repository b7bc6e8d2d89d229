namespace GitAIOps.Turns;

/// <summary>What a kernel function does to GitLab.</summary>
public enum Effect
{
    /// <summary>Runs at once, under the asker's rights.</summary>
    Reads,

    /// <summary>Returns a <see cref="Proposal"/>; a verified person's press carries it out.</summary>
    Changes,

    /// <summary>As <see cref="Changes"/>, and cannot be undone.</summary>
    Destroys,
}

/// <summary>Declares a kernel function's effect. A function without it counts as <see cref="Effect.Changes"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EffectAttribute(Effect effect) : Attribute
{
    public Effect Effect { get; } = effect;
}
