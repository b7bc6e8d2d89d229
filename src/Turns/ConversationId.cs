namespace GitAIOps.Turns;

/// <summary>Names one thread of talk, on any platform.</summary>
/// <param name="Channel">The adapter's name: <c>web</c>, <c>terminal</c>, <c>slack</c> ...</param>
/// <param name="Workspace">The platform's tenant; empty where it has none.</param>
/// <param name="Room">The platform's room, or the person in a direct conversation.</param>
/// <param name="Thread">The thread within the room.</param>
public readonly record struct ConversationId(string Channel, string Workspace, string Room, string Thread)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text does not have four parts.</exception>
    public static ConversationId Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 4)
            throw new FormatException($"A conversation id has four parts, this has {parts.Length}.");
        return new(Read(parts[0]), Read(parts[1]), Read(parts[2]), Read(parts[3]));
    }

    public override string ToString() =>
        $"{Write(Channel)}/{Write(Workspace)}/{Write(Room)}/{Write(Thread)}";

    private static string Write(string part) => Uri.EscapeDataString(part);

    private static string Read(string part) => Uri.UnescapeDataString(part);
}
