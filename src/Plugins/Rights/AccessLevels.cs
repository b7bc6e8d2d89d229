namespace GitAIOps.Plugins.Rights;

/// <summary>GitLab's roles by their numbers.</summary>
/// <remarks>docs.gitlab.com/api/members</remarks>
internal static class AccessLevels
{
    public const int Developer = 30;

    public static string Name(int level) => level switch
    {
        >= 50 => "Owner",
        >= 40 => "Maintainer",
        >= Developer => "Developer",
        >= 20 => "Reporter",
        >= 15 => "Planner",
        >= 10 => "Guest",
        >= 5 => "Minimal access",
        _ => "no role",
    };
}
