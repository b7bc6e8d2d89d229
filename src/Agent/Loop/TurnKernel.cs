using System.Reflection;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace GitAIOps.Agent.Loop;

/// <summary>The kernel of one turn: every registered capability, built in the turn's scope, and the one place that invokes them.</summary>
internal sealed partial class TurnKernel
{
    private readonly CurrentTurn _turn;
    private readonly ILogger<TurnKernel> _logger;

    public TurnKernel(
        IServiceProvider scope, IEnumerable<PluginType> plugins, CurrentTurn turn, ILogger<TurnKernel> logger)
    {
        _turn = turn;
        _logger = logger;
        Kernel = new(scope);
        foreach (var plugin in plugins)
            Kernel.Plugins.AddFromObject(scope.GetRequiredService(plugin.Type), plugin.Name);
    }

    public Kernel Kernel { get; }

    /// <summary>A function that declares nothing counts as one that changes.</summary>
    public static Effect EffectOf(KernelFunction function) =>
        function.UnderlyingMethod?.GetCustomAttribute<EffectAttribute>()?.Effect ?? Effect.Changes;

    /// <summary>Null when there is no such function.</summary>
    public KernelFunction? Find(string? plugin, string function) =>
        Kernel.Plugins.TryGetFunction(plugin, function, out var found) ? found : null;

    /// <summary>Calls a function. A changing one has to return a proposal, for it is never given the means to change anything.</summary>
    public async Task<FunctionOutcome> InvokeAsync(
        KernelFunction function, KernelArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            var result = await function.InvokeAsync(Kernel, arguments, cancellationToken);
            if (result.GetValue<object>() is not IFinding finding)
                throw new InvalidOperationException($"{Name(function)} returned no finding.");
            _turn.Found(finding.Focus);
            return finding is Proposal proposal
                ? new FunctionOutcome.Proposed(proposal)
                : new FunctionOutcome.Found(finding);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ToolFailure failure)
        {
            return new FunctionOutcome.Failed(failure.Message);
        }
        catch (Exception exception)
        {
            var trace = Guid.CreateVersion7().ToString("N")[^8..];
            LogFunctionFailed(Name(function), trace, exception);
            return new FunctionOutcome.Failed(
                $"Something went wrong on my side while I ran {Name(function)}; it is logged as `{trace}`. Nothing was changed.");
        }
    }

    public static string Name(KernelFunction function) => $"{function.PluginName}-{function.Name}";

    [LoggerMessage(131, LogLevel.Error, "Failed in {Function}, told the person {Trace}")]
    private partial void LogFunctionFailed(string function, string trace, Exception exception);
}
