using GitAIOps.Agent;
using GitAIOps.Agent.Models.Builtin;
using GitAIOps.Memory;
using GitAIOps.Plugins;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Host.Hosting;

/// <summary>What every verb that talks is made of; each adds its own channel.</summary>
internal static class ProductServices
{
    public static IHostApplicationBuilder AddProduct(
        this IHostApplicationBuilder builder, DataFolder folder, GitLabSource gitLab)
    {
        builder.Services.AddMemory(folder);
        gitLab.AddTo(builder.Services);
        builder.Services.AddPlugins();
        builder.AddAgent();
        builder.Services.AddBuiltinModel();
        builder.Services.AddScoped(provider => provider.GetRequiredKeyedService<IChatCompletionService>(BuiltinServices.Key));
        return builder;
    }

    /// <summary>State of the sandbox is kept apart: its ids mean nothing to a real GitLab.</summary>
    public static DataFolder OpenFolder(string? asked, GitLabSource gitLab)
    {
        var folder = asked ?? DataFolder.Default;
        return new(gitLab.IsSandbox ? Path.Combine(folder, "sandbox") : folder);
    }

    /// <summary>Logs go to standard error, quiet unless something is wrong.</summary>
    public static void AddQuietLogging(this ILoggingBuilder logging, LogLevel ours)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("GitAIOps", ours);
        // Reports a slow machine as if it were a fault of ours.
        logging.AddFilter("Orleans.Runtime.ClusterHealth", LogLevel.Error);
        logging.AddFilter("Microsoft.Orleans.Messaging", LogLevel.Error);
    }
}
