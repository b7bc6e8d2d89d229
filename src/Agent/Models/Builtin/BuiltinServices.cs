using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Agent.Models.Builtin;

public static class BuiltinServices
{
    /// <summary>The key of the model's <see cref="IChatCompletionService"/>, one per turn.</summary>
    public const string Key = "builtin";

    /// <summary>Adds the router, opened when it is first asked for, and the model over it. A scope needs a CurrentTurn.</summary>
    public static IServiceCollection AddBuiltinModel(this IServiceCollection services) => services
        .AddSingleton(_ => Router.Open())
        .AddKeyedScoped<IChatCompletionService>(Key, (provider, _) => new BuiltinModel(
            provider.GetRequiredService<Router>(), provider.GetRequiredService<Turns.CurrentTurn>()));
}
