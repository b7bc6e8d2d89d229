using GitAIOps.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace GitAIOps.Agent.Loop;

/// <summary>The kernel of one turn, and the one place that invokes its functions.</summary>
internal sealed partial class TurnKernel
{
    private readonly IServiceProvider _scope;
    private readonly FunctionCatalog _catalog;
    private readonly CurrentTurn _turn;
    private readonly ILogger<TurnKernel> _logger;

    public TurnKernel(IServiceProvider scope, FunctionCatalog catalog, CurrentTurn turn, ILogger<TurnKernel> logger)
    {
        (_scope, _catalog, _turn, _logger) = (scope, catalog, turn, logger);
        Kernel = new(scope, [.. catalog.Plugins]);
    }

    public Kernel Kernel { get; }

    public Effect EffectOf(KernelFunction function) => _catalog.EffectOf(function);

    /// <summary>Null when there is no such function.</summary>
    public KernelFunction? Find(string? plugin, string function) =>
        Kernel.Plugins.TryGetFunction(plugin, function, out var found) ? found : null;

    /// <summary>Calls a function. A changing one has to return a proposal, for it is never given the means to change anything.</summary>
    public async Task<FunctionOutcome> InvokeAsync(
        KernelFunction function, KernelArguments arguments, CancellationToken cancellationToken)
    {
        if (Missing(function, arguments) is { } missing)
            return new FunctionOutcome.Failed($"{Name(function)} needs to know the {missing}. Say which, and I will look.");
        try
        {
            var result = await function.InvokeAsync(Kernel, FunctionCatalog.In(_scope, arguments), cancellationToken);
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

    private static string? Missing(KernelFunction function, KernelArguments arguments) =>
        function.Metadata.Parameters
            .FirstOrDefault(parameter => parameter.IsRequired && arguments.GetValueOrDefault(parameter.Name) is null)?.Name;

    private static string Name(KernelFunction function) => $"{function.PluginName}-{function.Name}";

    [LoggerMessage(131, LogLevel.Error, "Failed in {Function}, told the person {Trace}")]
    private partial void LogFunctionFailed(string function, string trace, Exception exception);
}
