namespace GitAIOps.Turns;

/// <summary>The turn that a service works for; one per dependency-injection scope.</summary>
public sealed class CurrentTurn
{
    private Person? _person;

    /// <exception cref="InvalidOperationException">No turn was begun in this scope.</exception>
    public Person Person =>
        _person ?? throw new InvalidOperationException("No turn was begun in this scope; call CurrentTurn.Begin first.");

    /// <summary>The project that the channel or the conversation already says; null where the words must say it.</summary>
    public string? Project => Focus.Project;

    public Focus Focus { get; private set; } = Focus.Nothing;

    /// <summary>Tells the person what is being done; one short sentence.</summary>
    public Func<string, CancellationToken, Task> ReportAsync { get; private set; } = static (_, _) => Task.CompletedTask;

    public void Begin(Person person, Focus focus, Func<string, CancellationToken, Task>? reportAsync = null)
    {
        _person = person;
        Focus = focus;
        ReportAsync = reportAsync ?? ReportAsync;
    }

    /// <summary>Later calls of the same turn know what earlier ones found.</summary>
    public void Found(Focus newer) => Focus = Focus.Then(newer);
}
