using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox.Http;

/// <summary>The JSON of answers, by hand and in GitLab's words; that of people is here.</summary>
internal sealed class Shapes(string origin, DateTimeOffset now)
{
    public string Web(Project project) => $"{origin}/{project.Path}";

    public string Origin => origin;

    public CiShapes Ci => new(this, now);

    public ProjectShapes Projects => new(this);

    public MergeRequestShapes MergeRequests => new(this);

    public object User(User user) => new
    {
        id = user.Id,
        username = user.Username,
        public_email = "",
        name = user.Name,
        state = "active",
        locked = false,
        avatar_url = $"{origin}/uploads/-/system/user/avatar/{user.Id}/avatar.png",
        web_url = $"{origin}/{user.Username}",
    };

    public object UserInFull(User user) => new
    {
        id = user.Id,
        username = user.Username,
        public_email = "",
        name = user.Name,
        state = "active",
        locked = false,
        avatar_url = $"{origin}/uploads/-/system/user/avatar/{user.Id}/avatar.png",
        web_url = $"{origin}/{user.Username}",
        bot = user.IsBot,
        bio = "",
        job_title = "",
    };

    public object Member(User user, AccessLevel level, Project project) => new
    {
        id = user.Id,
        username = user.Username,
        name = user.Name,
        state = "active",
        locked = false,
        avatar_url = $"{origin}/uploads/-/system/user/avatar/{user.Id}/avatar.png",
        web_url = $"{origin}/{user.Username}",
        access_level = (int)level,
        created_at = Answers.Stamp(project.CreatedAt),
        expires_at = (string?)null,
        membership_state = "active",
    };
}
