namespace GitAIOps.Sandbox.Logs;

/// <summary>The lines that fill real logs and mean nothing: downloads, compiled files, passing tests.</summary>
internal static class LogBulk
{
    private static readonly string[] Things =
    [
        "Order", "Cart", "Invoice", "Stock", "Price", "Voucher", "Customer", "Shipment", "Refund", "Basket", "Catalog",
        "Address", "Session", "Payment", "Ledger", "Search", "Review", "Wishlist", "Tax", "Currency",
    ];

    private static readonly string[] Deeds =
    [
        "is_saved_once", "keeps_its_number", "rejects_an_empty_name", "rounds_half_up", "is_found_by_id",
        "expires_after_a_day", "can_be_cancelled", "is_sent_in_order", "survives_a_restart", "needs_a_customer",
        "adds_up", "ignores_case", "is_listed_newest_first", "hides_deleted_items", "is_written_as_json",
    ];

    private static readonly string[] NpmNames =
    [
        "react", "vite", "eslint", "semver", "chalk", "lodash.merge", "postcss", "rollup", "debug", "minimatch",
        "picocolors", "source-map-js", "acorn", "ansi-styles", "glob-parent", "yallist", "cross-spawn", "which",
    ];

    private static readonly string[] GoModules =
    [
        "github.com/google/uuid", "github.com/jackc/pgx/v5", "github.com/stretchr/testify", "go.uber.org/zap",
        "golang.org/x/sync", "golang.org/x/crypto", "google.golang.org/grpc", "github.com/prometheus/client_golang",
        "github.com/cespare/xxhash/v2", "github.com/spf13/cobra", "gopkg.in/yaml.v3", "github.com/go-chi/chi/v5",
    ];

    private static readonly string[] DebianNames =
    [
        "libc6-dev", "zlib1g-dev", "ca-certificates", "libssl3", "curl", "git", "libpq5", "binutils", "libxml2", "perl-base",
    ];

    /// <param name="kind">A bulk directive's name.</param>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static IEnumerable<string> Lines(string kind, int count, Dice dice)
    {
        Func<int, string> line = kind switch
        {
            "dotnet-restore" => _ =>
                $"  Restored {InFolder(ProjectName(dice))}.csproj (in {dice.Between(40, 900)} ms).",
            "dotnet-build" => _ =>
                Built(ProjectName(dice)),
            "dotnet-pass" => _ =>
                $"  \e[32mPassed\e[0m Shop.Api.Tests.{dice.Of(Things)}Tests.A_{dice.Of(Things).ToLowerInvariant()}_{dice.Of(Deeds)} [{Milliseconds(dice)}]",
            "npm-fetch" => _ =>
                $"2> npm http fetch GET 200 https://registry.npmjs.org/{dice.Of(NpmNames)} {dice.Between(20, 700)}ms (cache {dice.Of("miss", "hit", "revalidated")})",
            "jest-pass" => n =>
                $"\e[0m\e[7m\e[1m\e[32m PASS \e[39m\e[22m\e[27m\e[0m \e[2msrc/{dice.Of(Things).ToLowerInvariant()}/\e[22m\e[1m{dice.Of(Things)}{n}.test.ts\e[22m",
            "vite-module" => _ =>
                $"dist/assets/{dice.Of(Things).ToLowerInvariant()}-{dice.Hex(8)}.js   {dice.Between(1, 90)}.{dice.Between(10, 99)} kB │ gzip: {dice.Between(1, 30)}.{dice.Between(10, 99)} kB",
            "go-download" => _ =>
                $"2> go: downloading {dice.Of(GoModules)} v{dice.Between(0, 2)}.{dice.Between(0, 40)}.{dice.Between(0, 9)}",
            "go-pass" => n => n % 2 == 0
                ? $"=== RUN   Test{dice.Of(Things)}_{dice.Of(Deeds)}"
                : $"--- PASS: Test{dice.Of(Things)}_{dice.Of(Deeds)} (0.{dice.Between(0, 99):00}s)",
            "docker-layer" => _ =>
                $"#{dice.Between(5, 9)} sha256:{dice.Hex(64)} {dice.Between(1, 60)}.{dice.Between(0, 99)}MB / 61.40MB {dice.Between(0, 9)}.{dice.Between(0, 9)}s",
            "apt-get" => n =>
                $"Get:{n + 1} http://deb.debian.org/debian bookworm/main amd64 {dice.Of(DebianNames)} amd64 {dice.Between(1, 9)}.{dice.Between(0, 40)}-{dice.Between(1, 9)} [{dice.Between(9, 900)} kB]",
            _ => throw new FormatException($"There is no bulk of the kind \"{kind}\"."),
        };
        return Enumerable.Range(0, count).Select(line);
    }

    private static string ProjectName(Dice dice) => "Shop." + dice.Of(Things) + dice.Of("", ".Contracts", ".Storage", ".Web");

    private static string InFolder(string project) => $"/builds/shop/api/src/{project}/{project}";

    private static string Built(string project) =>
        $"  {project} -> /builds/shop/api/src/{project}/bin/Release/net10.0/{project}.dll";

    private static string Milliseconds(Dice dice) => dice.Between(0, 9) == 0 ? "< 1 ms" : $"{dice.Between(1, 340)} ms";
}
