using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GitAIOps.GitLab;

public static class GitLabServices
{
    /// <summary>Adds <see cref="GitLabConnection"/>, from which clients are made for a token.</summary>
    public static IServiceCollection AddGitLab(this IServiceCollection services)
    {
        services.AddOptions<GitLabOptions>().BindConfiguration(GitLabOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GitLabOptions>, GitLabOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GitLabConnection>();
        return services;
    }
}
