using System.Text.Json;
using GitAIOps.Turns;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Agent.Loop;

/// <summary>Asks the model, calls the functions that it names in order, and stops.</summary>
internal sealed class AgentLoop(
    IChatCompletionService model, TurnKernel kernel, CurrentTurn turn, IOptions<AgentOptions> options)
{
    private static readonly PromptExecutionSettings Settings =
        new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) };

    public async Task<LoopResult> RunAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var history = new ChatHistory();
        history.AddUserMessage(message.Text);
        var outcomes = new List<FunctionOutcome>();
        var called = new HashSet<string>(StringComparer.Ordinal);
        var words = new List<string>();
        for (var step = 0; step < options.Value.MostSteps; step++)
        {
            var said = await model.GetChatMessageContentAsync(history, Settings, kernel.Kernel, cancellationToken);
            history.Add(said);
            var calls = FunctionCallContent.GetFunctionCalls(said).ToList();
            if (!string.IsNullOrWhiteSpace(said.Content))
                words.Add(said.Content);
            if (calls.Count == 0)
                return new(string.Join("\n\n", words), outcomes);
            foreach (var call in calls)
            {
                var outcome = await CallAsync(call, called, cancellationToken);
                if (outcome is not null)
                    outcomes.Add(outcome);
                history.Add(new FunctionResultContent(call, ForModel(outcome)).ToChatMessage());
            }
        }

        words.Add("I stopped here: this took more steps than one answer may take.");
        return new(string.Join("\n\n", words), outcomes);
    }

    private async Task<FunctionOutcome?> CallAsync(
        FunctionCallContent call, HashSet<string> called, CancellationToken cancellationToken)
    {
        var arguments = call.Arguments ?? [];
        if (!called.Add($"{call.PluginName}-{call.FunctionName} {JsonSerializer.Serialize(arguments)}"))
            return null;
        if (kernel.Find(call.PluginName, call.FunctionName) is not { } function)
            return new FunctionOutcome.Failed($"There is no function {call.PluginName}-{call.FunctionName}.");
        await turn.ReportAsync(Doing(function), cancellationToken);
        return await kernel.InvokeAsync(function, arguments, cancellationToken);
    }

    private string Doing(KernelFunction function) =>
        kernel.EffectOf(function) == Effect.Reads ? "Looking it up in GitLab" : "Preparing it for you to confirm";

    private static string ForModel(FunctionOutcome? outcome) =>
        outcome switch
        {
            FunctionOutcome.Found found => JsonSerializer.Serialize(found.Finding, found.Finding.GetType()),
            FunctionOutcome.Proposed => "A person has been asked to confirm this; it has not happened.",
            FunctionOutcome.Failed failed => failed.Sentence,
            _ => "Called before with the same arguments; see the earlier result.",
        };
}

/// <param name="Text">Markdown; empty when the findings speak for themselves.</param>
internal sealed record LoopResult(string Text, IReadOnlyList<FunctionOutcome> Outcomes);
