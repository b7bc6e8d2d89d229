namespace GitAIOps.Sandbox.Model;

internal sealed record User(long Id, string Username, string Name, bool IsBot);

internal sealed record Token(User Owner, TokenScope Scope);
