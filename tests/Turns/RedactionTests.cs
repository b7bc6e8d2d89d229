using FsCheck.Xunit;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Turns;

public sealed class RedactionTests
{
    // Written in two halves, so that no scanner takes this file for a leak.
    public static TheoryData<string, string, string> Secrets => new()
    {
        { "cloning with glpat-", "Zx9_kq82LmN4pQ7rT1vW", "gitlab-token" },
        { "deploy gldt-", "a8Hq2_kLmN4pQ7rT1vWx", "gitlab-token" },
        { "runner glrt-", "t1_Ab3dEf6hIj9kLmN2pQ5r", "gitlab-token" },
        { "job glcbt-", "64_Ab3dEf6hIj9kLmN2pQ5r", "gitlab-token" },
        { "key AK", "IAIOSFODNN7EXAMPLE", "aws-key" },
        { "aws_secret_access_key = wJalrXUtnFEMI", "K7MDENGbPxRfiCYzzEXAMPLEKEY", "secret" },
        { "maps AIza", "SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q", "google-key" },
        { "oauth ya29.", "a0AfH6SMBx-1234567890abcdefghijk", "google-key" },
        { "bot xoxb-", "123456789012-abcdefGHIJKL", "slack-token" },
        { "curl https://hooks.slack.com/services/", "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX", "slack-hook" },
        { "gh ghp_", "0123456789abcdefghijABCDEFGHIJ012345", "github-token" },
        { "gh github_pat_", "11ABCDEFG0123456789_abcdefghijklmnop", "github-token" },
        { "jwt eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N", "jwt" },
        { "DB_PASSWORD=hunt", "er2hunter2", "secret" },
        { "\"api_key\": \"9f8e7d", "6c5b4a3210\"", "secret" },
        { "Authorization: Bearer abc", "DEF123456789xyz", "authorization" },
        { "PRIVATE-TOKEN: abc", "DEF1234567", "authorization" },
        { "git clone https://ci:s3cr3t", "p4ss@gitlab.example/shop.git", "password" },
        { "docker login -u ci --password sup", "er5ecret1", "secret" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_is_masked_visibly(string start, string rest, string kind)
    {
        var masked = Redaction.Mask(start + rest);

        Assert.Contains($"[masked:{kind}]", masked, StringComparison.Ordinal);
        Assert.DoesNotContain(rest.Split('@')[0].TrimEnd('"'), masked, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Masking_twice_changes_nothing_more(string start, string rest, string kind)
    {
        var once = Redaction.Mask(start + rest);

        Assert.Equal(once, Redaction.Mask(once));
        Assert.NotEmpty(kind);
    }

    [Theory]
    [InlineData("Compiling serde v1.0.152")]
    [InlineData("error: unexpected token: `}`")]
    [InlineData("SyntaxError: Unexpected token '<'")]
    [InlineData("Authenticating with credentials from job payload (GitLab Registry)")]
    [InlineData("export TOKEN=$CI_JOB_TOKEN")]
    [InlineData("docker login -u ci -p $CI_REGISTRY_PASSWORD registry.example")]
    [InlineData("secret: true")]
    [InlineData("git@gitlab.com:veloren/veloren.git")]
    [InlineData("https://gitlab.com/veloren/veloren.git/")]
    [InlineData("   Compiling ghost v0.1.9")]
    [InlineData("test auth::password_is_checked ... ok")]
    [InlineData("https://repo.maven.apache.org:443/maven2/org/secret-token/1.0@sha")]
    public void What_is_no_secret_stays(string line) => Assert.Equal(line, Redaction.Mask(line));

    [Fact]
    public void A_private_key_in_one_text_is_masked_whole()
    {
        var text = "before\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nabc=\n-----END RSA PRIVATE KEY-----\nafter";

        Assert.Equal("before\n[masked:private-key]\nafter", Redaction.Mask(text));
    }

    [Fact]
    public void A_service_account_key_in_a_json_string_is_masked()
    {
        var text = "{\"private_key\": \"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADAN\\n-----END PRIVATE KEY-----\\n\"}";

        Assert.DoesNotContain("MIIEvQIBADAN", Redaction.Mask(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_key_over_several_lines_is_masked_line_by_line()
    {
        string[] lines = ["$ cat key", "-----BEGIN OPENSSH PRIVATE KEY-----", "b3BlbnNzaC1rZXk", "-----END OPENSSH PRIVATE KEY-----", "done"];
        var keys = new PrivateKeyLines();

        var shown = new List<string>();
        foreach (var line in lines)
            shown.Add(keys.Mask(line));

        Assert.Equal(["$ cat key", "[masked:private-key]", "[masked:private-key]", "[masked:private-key]", "done"], shown);
    }

    [Fact]
    public void A_key_that_never_ends_does_not_hide_the_rest_of_the_stream()
    {
        var keys = new PrivateKeyLines();
        keys.Take("-----BEGIN PRIVATE KEY-----");

        for (var i = 0; i < 200; i++)
            keys.Take("noise");

        Assert.Equal("error: boom", keys.Mask("error: boom"));
    }

    [Property]
    public void Any_text_can_be_masked_and_masking_is_stable(string? text)
    {
        var once = Redaction.Mask(text ?? "");

        Assert.Equal(once, Redaction.Mask(once));
    }
}
