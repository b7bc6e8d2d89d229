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

    /// <summary>State of a sandbox is kept apart: its ids mean nothing to a real GitLab, nor to another sandbox.</summary>
    /// <param name="name">Who has the sandbox: <c>page</c>, <c>terminal-1</c>.</param>
    public static DataFolder OpenFolder(string? asked, bool isSandbox, string name)
    {
        var folder = asked ?? DataFolder.Default;
        return new(isSandbox ? Path.Combine(folder, "sandbox", name) : folder);
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
        // Start-up failures are told in a sentence; these tell them again, with a stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.None);
        // They report a slow machine as if it were a fault, and what we tell people or log ourselves.
        logging.AddFilter("Orleans", LogLevel.Error);
        logging.AddFilter("Microsoft.Orleans", LogLevel.Error);
        logging.AddFilter("Microsoft.SemanticKernel", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
