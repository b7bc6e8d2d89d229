using GitAIOps.Agent;
using GitAIOps.Agent.Models.Builtin;
using GitAIOps.Memory;
using GitAIOps.Plugins;

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
        // They report a slow machine as if it were a fault, and what we tell people or log ourselves.
        logging.AddFilter("Orleans", LogLevel.Error);
        logging.AddFilter("Microsoft.Orleans", LogLevel.Error);
        logging.AddFilter("Microsoft.SemanticKernel", LogLevel.None);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
