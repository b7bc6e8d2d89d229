namespace GitAIOps.Memory.Store;

/// <summary>A delivery, accepted; the inbox and the record of what was asked.</summary>
internal sealed class ExchangeRow
{
    public long Sequence { get; set; }

    public required string DeliveryId { get; set; }

    public required string Channel { get; set; }

    public required string Room { get; set; }

    public required string Conversation { get; set; }

    public required string Delivery { get; set; }

    public required string Marker { get; set; }

    public long AcceptedAt { get; set; }

    /// <summary>How often its turn was begun.</summary>
    public int Attempts { get; set; }

    public bool Done { get; set; }
}

/// <summary>A living message: what it says, and whether its platform shows that yet.</summary>
internal sealed class MessageRow
{
    public required string Marker { get; set; }

    public required string Conversation { get; set; }

    public string? PlatformId { get; set; }

    /// <summary>What was answered, without what became of its buttons.</summary>
    public required string Answer { get; set; }

    /// <summary>What the platform is to show now.</summary>
    public required string Reply { get; set; }

    public int Revision { get; set; }

    public bool IsShown { get; set; }
}

/// <summary>A saved call that a message shows below its answer.</summary>
internal sealed class MessageCallRow
{
    public required string Marker { get; set; }

    public required string SavedCall { get; set; }

    /// <summary>The answer's button that brought it up; null when it was asked for in words.</summary>
    public string? Token { get; set; }
}

/// <summary>What a button's token stands for.</summary>
internal sealed class ButtonRow
{
    public required string Token { get; set; }

    public required string Marker { get; set; }

    public required string Conversation { get; set; }

    public required string Choice { get; set; }

    public long MadeAt { get; set; }
}

internal sealed class SavedCallRow
{
    public required string Id { get; set; }

    /// <summary>Project, target and action while not final: at most one such call lives.</summary>
    public string? ActiveKey { get; set; }

    public int State { get; set; }

    public required string Proposal { get; set; }

    public required string AskedBy { get; set; }

    public long OfferedAt { get; set; }

    public long ExpiresAt { get; set; }

    public string? PressedBy { get; set; }

    public string? PressedIn { get; set; }

    public string? ClaimedFor { get; set; }

    public long? IntentAt { get; set; }

    public string? Outcome { get; set; }

    public int Version { get; set; }
}

internal sealed class GrainStateRow
{
    public required string Kind { get; set; }

    public required string Key { get; set; }

    public required string State { get; set; }

    public int Version { get; set; }
}
