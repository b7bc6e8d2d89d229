using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Agent.Models.Builtin;

public static class BuiltinServices
{
    /// <summary>Adds the router, opened when it is first asked for, and the model over it, one a turn: a scope needs its CurrentTurn.</summary>
    public static IServiceCollection AddBuiltinModel(this IServiceCollection services) => services
        .AddSingleton(_ => Router.Open())
        .AddScoped<IChatCompletionService>(provider =>
            new BuiltinModel(provider.GetRequiredService<Router>(), provider.GetRequiredService<CurrentTurn>()));
}
