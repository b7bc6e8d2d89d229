namespace GitAIOps.Sandbox;

/// <summary>What a member may do, by GitLab's own numbers.</summary>
/// <remarks>docs.gitlab.com/api/members: roles</remarks>
public enum AccessLevel
{
    None = 0,
    Guest = 10,
    Reporter = 20,
    Developer = 30,
    Maintainer = 40,
    Owner = 50,
}
