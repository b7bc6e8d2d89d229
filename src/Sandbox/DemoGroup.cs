using GitAIOps.Sandbox.Demo;

namespace GitAIOps.Sandbox;

/// <summary>The group <c>shop</c>: what the demo, the tests and the evals talk about.</summary>
public static class DemoGroup
{
    /// <summary>The agent's own token. Its user is a member of nothing and sees what everyone signed in sees.</summary>
    public const string AgentToken = "sandbox-agent";

    /// <summary>The people, the owner first. Roles are those in shop/api.</summary>
    public static IReadOnlyList<DemoPersona> Personas { get; } =
    [
        new("ada", "Ada Lindqvist", "owner", "sandbox-ada"),
        new("max", "Max Okafor", "maintainer", "sandbox-max"),
        new("dora", "Dora Petrov", "developer", "sandbox-dora"),
        new("rae", "Rae Tanaka", "reporter", "sandbox-rae"),
        new("gus", "Gus Moreau", "guest", "sandbox-gus"),
        new("uma", "Uma Castillo", "unlinked", null),
    ];

    /// <summary>A fresh world. Its past is told from the clock's now: pipeline 42 failed some minutes ago.</summary>
    public static SandboxWorld Create(TimeProvider timeProvider)
    {
        var world = new SandboxWorld(timeProvider);
        foreach (var persona in Personas)
            world.WithUser(persona.Username, persona.Name, persona.Token);
        world.WithUser("gitaiops", "GitAIOps", AgentToken, bot: true);

        var api = ApiProject.Add(world);
        var web = WebProject.Add(world);
        var payments = PaymentsProject.Add(world);

        // Ids are global and go with time, so the projects take turns.
        ApiProject.AddPast(api);
        WebProject.AddPast(web);
        PaymentsProject.AddPipelines(payments);
        WebProject.AddPipelines(web);
        ApiProject.AddPipelines(api);
        WebProject.AddLatest(web);
        PaymentsProject.AddLatest(payments);
        return world;
    }
}

/// <param name="Token">Null for someone who has not linked a GitLab user.</param>
public sealed record DemoPersona(string Username, string Name, string Role, string? Token);
