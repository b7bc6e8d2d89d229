using GitAIOps.Turns;

namespace GitAIOps.Memory.Exchanges;

/// <summary>A delivery that waits for its turn.</summary>
/// <param name="Sequence">Rises in the order of acceptance.</param>
/// <param name="Marker">Names the reply to come.</param>
/// <param name="Attempts">How often its turn was begun and did not come to its end.</param>
public sealed record StoredExchange(long Sequence, Delivery Delivery, string Marker, int Attempts);
