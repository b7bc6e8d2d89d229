using System.Net;
using System.Net.Sockets;
using GitAIOps.Agent.Approval;
using GitAIOps.Agent.Conversations;
using GitAIOps.Agent.Living;
using GitAIOps.Agent.Loop;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace GitAIOps.Agent;

public static class AgentServices
{
    /// <summary>The agent: inbox, conversations, loop and approval. Needs AddMemory, at least one channel, and a model.</summary>
    public static IHostApplicationBuilder AddAgent(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<AgentOptions>, AgentOptionsValidator>();
        services.AddOptions<AgentOptions>().BindConfiguration(AgentOptions.Section).ValidateOnStart();
        services.AddSingleton<Inbox>();
        services.AddSingleton<IInbox>(provider => provider.GetRequiredService<Inbox>());
        services.AddSingleton<LivingMessages>();
        services.AddSingleton<TurnRunner>();
        services.AddScoped<CurrentTurn>();
        services.AddSingleton<FunctionCatalog>();
        services.AddScoped<TurnKernel>();
        services.AddScoped<AgentLoop>();
        services.AddScoped<AnswerWriter>();
        services.AddSingleton<ProposedCalls>();
        services.AddScoped<Intents>();
        services.AddScoped<Confirmation>();
        services.AddScoped<Presses>();
        builder.UseOrleans(UseOneProcess);
        // After the silo, which hosted services of the same host wait for.
        services.AddHostedService<Pump>();
        services.AddHostedService<Follower>();
        return builder;
    }

    private static void UseOneProcess(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(FreePort(), FreePort());
        silo.Services.AddKeyedSingleton<IGrainStorage, GrainStorage>(GrainStorage.Name);
    }

    // Below the range that systems hand out by themselves: nobody else is given such a port between this look and the silo's start.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(12_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
    }
}
