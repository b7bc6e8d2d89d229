using System.Reflection;
using GitAIOps.Tests.Plugins.World;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Plugins.Remediation;

/// <summary>Plays the agent's approval.</summary>
internal static class Presses
{
    public static SavedCall Call(this PluginWorld world, Proposal proposal, string by = "dora")
    {
        var now = world.Clock.GetUtcNow();
        var person = PluginWorld.Person(by);
        return new("c1", proposal, SavedCallState.Intent, person, now, now.AddMinutes(10), person, now, null);
    }

    public static Task<Outcome> PressAsync(this PluginWorld world, Proposal proposal, string by = "dora") =>
        world.EffectAsync(effect => effect.PerformAsync(
            world.Call(proposal, by), Press(PluginWorld.Person(by), world.Clock.GetUtcNow()), TestContext.Current.CancellationToken));

    // Only the agent may make one; here nobody is to be protected.
    private static Press Press(Person by, DateTimeOffset at) =>
        (Press)Activator.CreateInstance(
            typeof(Press), BindingFlags.Instance | BindingFlags.NonPublic, null, [by, at], null)!;
}
