using System.CommandLine;
using GitAIOps.Channels.Terminal;
using GitAIOps.Host.Hosting;
using GitAIOps.Memory;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;

namespace GitAIOps.Host.Commands;

/// <summary>The same conversation in a terminal.</summary>
internal static class ChatCommand
{
    private const int MostTerminals = 16;

    private static readonly Option<string?> Project = new("--project")
    {
        Description = "The project that the talk is about, as GROUP/NAME.",
    };

    private static readonly Option<string?> As = new("--as")
    {
        Description = "Whom to be in the demo group: ada, max, dora, rae, gus or uma.",
    };

    private static readonly Option<bool> Sandbox = new("--sandbox")
    {
        Description = "The demo group, even where a GitLab is configured.",
    };

    private static readonly Option<string?> Data = new("--data") { Description = "The folder that keeps all state." };

    public static Command Create()
    {
        var command = new Command("chat", "Talks in this terminal; with the demo group when no GitLab is configured.")
        {
            Project, As, Sandbox, Data,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddQuietLogging(LogLevel.Warning);
        var wantsSandbox = GitLabSource.WantsSandbox(builder.Configuration, parsed.GetValue(Sandbox));
        var (slot, held) = TakeSlot(new DataFolder(parsed.GetValue(Data) ?? DataFolder.Default));
        using var holding = held;
        var folder = ProductServices.OpenFolder(parsed.GetValue(Data), wantsSandbox, $"terminal-{slot}");
        await using var gitLab = await GitLabSource.StartAsync(wantsSandbox, folder, cancellationToken);
        builder.AddProduct(folder, gitLab);
        builder.Services.AddTerminal(provider =>
            new(Persona(provider.GetRequiredService<Personas>(), parsed.GetValue(As), wantsSandbox), slot, parsed.GetValue(Project)));
        // Ctrl+C belongs to the conversation: it stops a turn first.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();

        using var host = builder.Build();
        await host.Services.MigrateMemoryAsync(cancellationToken);
        await gitLab.ForgetEarlierAsync(host.Services, cancellationToken);
        var chat = host.Services.GetRequiredService<TerminalChat>();
        await host.StartAsync(cancellationToken);
        await TalkAsync(chat, cancellationToken);
        await host.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task TalkAsync(TerminalChat chat, CancellationToken cancellationToken)
    {
        void Interrupt(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            chat.Interrupt();
        }

        Console.CancelKeyPress += Interrupt;
        using var input = new StreamReader(Console.OpenStandardInput());
        await chat.RunAsync(input, cancellationToken);
        Console.CancelKeyPress -= Interrupt;
    }

    private static (string Slot, IDisposable Held) TakeSlot(DataFolder folder)
    {
        for (var n = 1; n <= MostTerminals; n++)
        {
            if (folder.TryHold($"chat-{n}") is { } held)
                return ($"{n}", held);
        }

        throw new Refusal($"{MostTerminals} terminals are open on '{folder.Path}' already. Close one, or name another folder with --data.");
    }

    private static Persona Persona(Personas personas, string? name, bool isSandbox) =>
        name switch
        {
            null => personas.Default,
            _ when !isSandbox => throw new Refusal("--as is for the demo group; with your own GitLab you act as the token's owner."),
            _ => personas.Find(name) ?? throw new Refusal(
                $"There is no '{name}' in the demo group; choose from {string.Join(", ", personas.All.Select(persona => persona.Id))}."),
        };

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
