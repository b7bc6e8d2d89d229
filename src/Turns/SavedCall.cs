namespace GitAIOps.Turns;

/// <summary>A change of GitLab that waits for a press, or had one. Shared by every thread that offers the same.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Proposal">What would be done.</param>
/// <param name="AskedBy">Who asked first.</param>
/// <param name="ExpiresAt">After this it must be asked anew.</param>
/// <param name="PressedBy">Who confirmed; null while offered.</param>
/// <param name="IntentAt">When the change was about to be sent; what a look-up after a crash counts from.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record SavedCall(
    string Id,
    Proposal Proposal,
    SavedCallState State,
    Person AskedBy,
    DateTimeOffset OfferedAt,
    DateTimeOffset ExpiresAt,
    Person? PressedBy,
    DateTimeOffset? IntentAt,
    Outcome? Outcome);

/// <summary>States of a saved call, in order. The last four are final.</summary>
public enum SavedCallState
{
    /// <summary>Shown, not pressed.</summary>
    Offered,

    /// <summary>One press won; nothing was sent yet.</summary>
    Claimed,

    /// <summary>About to be sent. After a crash it is looked up, never blindly repeated.</summary>
    Intent,

    /// <summary>GitLab accepted it; what becomes of it is followed.</summary>
    Posted,

    Done,
    Failed,
    Expired,
    Refused,
}
