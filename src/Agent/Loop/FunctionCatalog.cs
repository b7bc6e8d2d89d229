using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using GitAIOps.Turns;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace GitAIOps.Agent.Loop;

/// <summary>Every kernel function of every registered capability, described once; the capability's object comes from the scope of the turn that calls.</summary>
internal sealed class FunctionCatalog
{
    // Semantic Kernel describes functions per object, at most of a millisecond each; a turn cannot pay that for all of them.
    private const string Scope = "$scope";

    private static readonly JsonSerializerOptions Arguments =
        new(AIJsonUtilities.DefaultOptions) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    private readonly Dictionary<string, Effect> _effects = new(StringComparer.Ordinal);

    public FunctionCatalog(IEnumerable<PluginType> plugins)
    {
        Plugins =
        [
            .. plugins.GroupBy(plugin => plugin.Name).Select(group => KernelPluginFactory.CreateFromFunctions(
                group.Key, group.SelectMany(plugin => Describe(plugin)))),
        ];
    }

    public IReadOnlyList<KernelPlugin> Plugins { get; }

    /// <summary>A function that declares nothing counts as one that changes.</summary>
    public Effect EffectOf(KernelFunction function) =>
        _effects.GetValueOrDefault($"{function.PluginName}-{function.Name}", Effect.Changes);

    /// <summary>The arguments as functions take them: numbers as text, and the scope that their object comes from.</summary>
    public static KernelArguments In(IServiceProvider scope, KernelArguments arguments)
    {
        var bound = new KernelArguments();
        foreach (var (name, value) in arguments)
            bound[name] = value is JsonElement { ValueKind: JsonValueKind.Number } or int or long or double ? $"{value}" : value;
        // Last, so that no model can put something else in its place.
        bound[Scope] = scope;
        return bound;
    }

    private IEnumerable<KernelFunction> Describe(PluginType plugin)
    {
        foreach (var method in plugin.Type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        {
            if (method.GetCustomAttribute<KernelFunctionAttribute>() is not { } function)
                continue;
            var name = function.Name ?? method.Name;
            _effects[$"{plugin.Name}-{name}"] = method.GetCustomAttribute<EffectAttribute>()?.Effect ?? Effect.Changes;
            var options = new AIFunctionFactoryOptions
            {
                Name = name,
                Description = method.GetCustomAttribute<DescriptionAttribute>()?.Description,
                SerializerOptions = Arguments,
                ExcludeResultSchema = true,
                MarshalResult = (result, _, _) => new(result),
            };
            yield return AIFunctionFactory.Create(
                method,
                arguments => ((IServiceProvider)arguments[Scope]!).GetRequiredService(plugin.Type),
                options).AsKernelFunction();
        }
    }
}
