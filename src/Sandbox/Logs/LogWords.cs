namespace GitAIOps.Sandbox.Logs;

/// <summary>Names that bulk lines are made of.</summary>
internal static class LogWords
{
    public static IReadOnlyList<string> Things { get; } =
    [
        "Order", "Cart", "Invoice", "Stock", "Price", "Voucher", "Customer", "Shipment", "Refund", "Basket", "Catalog",
        "Address", "Session", "Payment", "Ledger", "Search", "Review", "Wishlist", "Tax", "Currency",
    ];

    public static IReadOnlyList<string> Deeds { get; } =
    [
        "is_saved_once", "keeps_its_number", "rejects_an_empty_name", "rounds_half_up", "is_found_by_id",
        "expires_after_a_day", "can_be_cancelled", "is_sent_in_order", "survives_a_restart", "needs_a_customer",
        "adds_up", "ignores_case", "is_listed_newest_first", "hides_deleted_items", "is_written_as_json",
    ];

    public static IReadOnlyList<string> NpmPackages { get; } =
    [
        "react", "vite", "eslint", "semver", "chalk", "lodash.merge", "postcss", "rollup", "debug", "minimatch",
        "picocolors", "source-map-js", "acorn", "ansi-styles", "glob-parent", "yallist", "cross-spawn", "which",
    ];

    public static IReadOnlyList<string> GoModules { get; } =
    [
        "github.com/google/uuid", "github.com/jackc/pgx/v5", "github.com/stretchr/testify", "go.uber.org/zap",
        "golang.org/x/sync", "golang.org/x/crypto", "google.golang.org/grpc", "github.com/prometheus/client_golang",
        "github.com/cespare/xxhash/v2", "github.com/spf13/cobra", "gopkg.in/yaml.v3", "github.com/go-chi/chi/v5",
    ];

    public static IReadOnlyList<string> DebianPackages { get; } =
    [
        "libc6-dev", "zlib1g-dev", "ca-certificates", "libssl3", "curl", "git", "libpq5", "binutils", "libxml2",
        "perl-base",
    ];

    public static IReadOnlyList<string> AlpinePackages { get; } =
    [
        "pcre2", "libcurl", "git", "git-init-template", "nghttp2-libs", "c-ares", "libidn2", "brotli-libs", "jq", "bash",
    ];
}
