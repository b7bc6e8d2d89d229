namespace GitAIOps.Turns;

/// <summary>Where channels put what they received.</summary>
public interface IInbox
{
    /// <summary>Commits the delivery before it returns, so that the platform may be acknowledged.</summary>
    /// <returns>False when this delivery id was accepted before; nothing more will happen then.</returns>
    Task<bool> AcceptAsync(Delivery delivery, CancellationToken cancellationToken);
}
