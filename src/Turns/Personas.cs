namespace GitAIOps.Turns;

/// <summary>Whom the page and the terminal may act as: the sandbox's people, or the token's owner alone.</summary>
/// <param name="All">Never empty; the first is the default.</param>
public sealed record Personas(IReadOnlyList<Persona> All)
{
    public Persona Default => All[0];

    /// <summary>Null when there is nobody of that id.</summary>
    public Persona? Find(string? id) =>
        All.FirstOrDefault(persona => string.Equals(persona.Id, id, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Id">Their GitLab user name; becomes <see cref="Person.Id"/>.</param>
/// <param name="Role">What they may do, in a word or two: "developer", "unlinked".</param>
public sealed record Persona(string Id, string Name, string Role);
