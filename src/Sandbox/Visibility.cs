namespace GitAIOps.Sandbox;

/// <summary>Who may see a project: its members, everyone who signed in, or everyone.</summary>
public enum Visibility
{
    Private,
    Internal,
    Public,
}
