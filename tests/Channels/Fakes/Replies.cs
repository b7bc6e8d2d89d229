using GitAIOps.Turns;

namespace GitAIOps.Tests.Channels;

/// <summary>Replies as the agent gives them.</summary>
public static class Replies
{
    public static Reply Failure { get; } = new Reply.Said(
    [
        new Block.Title("Pipeline 42 failed: a type error in src/cart/total.ts stops the build", Tone.Bad),
        new Block.Text("`tsc` rejects `total(items)` in **job build** since "
            + "[3f9c2ab](<https://gitlab.example/shop/web/-/commit/3f9c2ab>): the function takes "
            + "`LineItem[]`, the call passes `CartItem[]`, which lacks `vat`."),
        new Block.Fields(
        [
            new("Job", "[build](<https://gitlab.example/shop/web/-/jobs/815>) in stage build"),
            new("Category", "compile"),
            new("Confidence", "high (0.94)"),
            new("Looks flaky", "no, three runs failed alike"),
        ]),
        new Block.Code(
        [
            new(1038, "$ npm run build"),
            new(1039, ""),
            new(1040, "> shop-web@4.2.0 build"),
            new(1041, "> tsc --project tsconfig.build.json && vite build --mode production --outDir dist/production"),
            new(1042, "src/cart/total.ts(17,23): error TS2345: Argument of type 'CartItem[]' is not assignable to "
                + "parameter of type 'LineItem[]'.", true),
            new(1043, "  Property 'vat' is missing in type 'CartItem' but required in type 'LineItem'.", true),
            new(null, "12 lines left out"),
            new(1056, "Found 1 error in src/cart/total.ts:17"),
            new(1057, "ERROR: Job failed: exit code 2"),
        ], "Log of job build (815)"),
        new Block.Text("1. Add `vat` to `CartItem`, or map the cart's items before the call.\n"
            + "2. Run `npm run build` locally; it fails in 4 s."),
        new Block.Actions(
        [
            new("Retry failed jobs", ButtonStyle.Primary, "retry-42"),
            new("Show log excerpt", ButtonStyle.Plain, "log-815"),
        ]),
    ]);

    public static Reply Retried { get; } = new Reply.Said(
    [
        new Block.Title("Job build runs again as job 901", Tone.Good),
        new Block.Text("Ada Park pressed *Retry failed jobs*."),
    ]);

    public static Reply UnderWay { get; } = new Reply.Said(
    [
        new Block.Title("Retry 2 jobs: under way", Tone.Neutral), new Block.Text("build and lint wait for a runner."),
    ], IsFollowed: true);

    public static Reply Done { get; } = new Reply.Said(
    [
        new Block.Title("Retry 2 jobs: done", Tone.Good), new Block.Text("build and lint passed."),
    ]);

    public static Reply Confirm { get; } = new Reply.Asked(
    [
        new Block.Title("Retry 2 jobs of pipeline 42?", Tone.Warning),
        new Block.Text("build and lint run again on `main`."),
        new Block.Actions(
        [
            new("Retry 2 jobs", ButtonStyle.Danger, "confirm"), new("Leave it", ButtonStyle.Plain, "leave"),
        ]),
    ]);

    /// <summary>The failure after its first button was pressed: its other one stays above the question.</summary>
    public static Reply FailureToConfirm { get; } = new Reply.Asked(
    [
        .. ((Reply.Said)Failure).Blocks.SkipLast(1),
        new Block.Actions([new("Show log excerpt", ButtonStyle.Plain, "log-815")]),
        .. ((Reply.Asked)Confirm).Blocks,
    ]);

    /// <summary>The failure, and its retry on the way.</summary>
    public static Reply FailureUnderWay { get; } = new Reply.Said(
    [
        .. ((Reply.Said)Failure).Blocks.SkipLast(1),
        .. ((Reply.Said)UnderWay).Blocks,
    ], IsFollowed: true);

    public static Reply Listing { get; } = new Reply.Said(
    [
        new Block.Title("4 pipelines of shop/web failed today", Tone.Neutral),
        new Block.Table(
            ["Pipeline", "Branch", "Failed jobs", "Started", "Reason"],
            [
                ["[42](<https://gitlab.example/42>)", "`main`", "build", "09:14", "Type error in src/cart/total.ts"],
                ["[40](<https://gitlab.example/40>)", "`feature/a-long-branch-name-of-a-feature`", "unit-test, e2e",
                    "08:51", "2 tests failed"],
                ["[39](<https://gitlab.example/39>)", "`main`", "deploy", "08:02", "The runner was lost"],
            ]),
    ]);

    public static Reply NotFound { get; } =
        new Reply.Failed("There is no pipeline 4711 in `shop/web` that you may see; "
            + "ask *which pipelines failed today?* for those that exist.");
}
