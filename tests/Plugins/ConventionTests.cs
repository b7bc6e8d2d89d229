using System.ComponentModel;
using System.Reflection;
using GitAIOps.Plugins;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace GitAIOps.Tests.Plugins;

public sealed class ConventionTests
{
    // The names that models, prompts and evals share; more may be added, none may change.
    public static TheoryData<string, string> Functions => new()
    {
        { "Diagnosis-diagnose_pipeline", "project pipeline ref" },
        { "Diagnosis-diagnose_job", "project job pipeline" },
        { "Pipelines-status", "project pipeline ref mr" },
        { "Pipelines-list", "project status since ref" },
        { "Pipelines-log", "project job section pipeline" },
        { "Remediation-retry", "project job pipeline" },
    };

    private static Dictionary<string, MethodInfo> Found =>
        new ServiceCollection().AddPlugins()
            .Select(service => service.ImplementationInstance)
            .OfType<PluginType>()
            .SelectMany(plugin => plugin.Type.GetMethods()
                .Where(method => method.IsDefined(typeof(KernelFunctionAttribute)))
                .Select(method => ($"{plugin.Name}-{method.GetCustomAttribute<KernelFunctionAttribute>()!.Name}", method)))
            .ToDictionary(pair => pair.Item1, pair => pair.method);

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_keeps_its_name_and_arguments(string name, string arguments)
    {
        var parameters = Found[name].GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(CancellationToken))
            .Select(parameter => parameter.Name);

        Assert.Equal(arguments.Split(' ').Order(), parameters.Order());
    }

    [Fact]
    public void Every_function_and_argument_is_described_and_has_an_effect()
    {
        Assert.All(Found.Values, method =>
        {
            Assert.True(method.IsDefined(typeof(DescriptionAttribute)), method.Name);
            Assert.True(method.IsDefined(typeof(EffectAttribute)), method.Name);
            Assert.All(
                method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)),
                parameter => Assert.True(parameter.IsDefined(typeof(DescriptionAttribute)), parameter.Name));
        });
    }
}
