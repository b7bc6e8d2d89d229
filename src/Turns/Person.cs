namespace GitAIOps.Turns;

/// <summary>Who spoke, as the channel proved them. Says nothing about their rights on GitLab; <see cref="IRights"/> does.</summary>
/// <param name="Channel">The adapter that proved them.</param>
/// <param name="Id">The platform's own id, never a display name.</param>
/// <param name="Name">What to call them.</param>
public sealed record Person(string Channel, string Id, string Name);
