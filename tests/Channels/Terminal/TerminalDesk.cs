using System.Text;
using GitAIOps.Channels.Terminal;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace GitAIOps.Tests.Channels.Terminal;

/// <summary>
/// A terminal without a tty: what is typed, what is printed, and a <see cref="FakeAgent"/> behind it.
/// </summary>
internal sealed class TerminalDesk : IAsyncDisposable
{
    private static readonly Persona Ada = new("ada", "Ada Park", "maintainer");

    private readonly StringWriter _printed = new();
    private readonly ServiceProvider _services;

    public TerminalDesk(bool isTerminal = false, FakeAgent? agent = null)
    {
        Agent = agent ?? new FakeAgent();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Paper(_printed, isTerminal),
        });
        _services = new ServiceCollection()
            .AddSingleton<IInbox>(Agent).AddSingleton<ITranscript>(Agent).AddSingleton(console)
            .AddSingleton<TimeProvider>(Time)
            .AddTerminal(_ => Seat)
            .BuildServiceProvider();
        Agent.ShownOn = _services.GetRequiredService<IChannel>();
        Chat = _services.GetRequiredService<TerminalChat>();
    }

    public static TerminalSeat Seat { get; } = new(Ada, "slot-1");

    public FakeTimeProvider Time { get; } = new();

    public FakeAgent Agent { get; }

    public TerminalChat Chat { get; }

    public TypedLines Input { get; } = new();

    public string Printed => _printed.ToString();

    public Task RunAsync() => Chat.RunAsync(Input, TestContext.Current.CancellationToken);

    /// <summary>What a pipe gets of one answer.</summary>
    public static async Task<string> PrintedAsync(Reply reply)
    {
        await using var desk = new TerminalDesk();
        desk.Input.Type("why did pipeline 42 fail?");
        desk.Input.End();
        var talk = desk.RunAsync();
        var asked = await desk.Agent.NextAsync(TestContext.Current.CancellationToken);
        await desk.Agent.ShowAsync(asked, reply, TestContext.Current.CancellationToken);
        await talk;
        return desk.Printed;
    }

    /// <summary>Ctrl+C twice.</summary>
    public async Task LeaveAsync(Task talk)
    {
        Chat.Interrupt();
        Chat.Interrupt();
        await talk;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Paper(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer { get; } = TextWriter.Synchronized(writer);

        public bool IsTerminal { get; } = isTerminal;

        public int Width => 80;

        public int Height => 24;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
