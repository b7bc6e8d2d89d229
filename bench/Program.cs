using GitAIOps.Bench;
using GitAIOps.Bench.Start;
using GitAIOps.Bench.Turns;

return args switch
{
    [] or ["turns"] => await TurnBench.RunAsync(),
    ["diagnose", .. var rest] => await DiagnoseBench.RunAsync(rest, CancellationToken.None),
    ["start", var binary] => await StartBench.RunAsync(binary, repeats: 7),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench [turns], bench start PATH-OF-GITAIOPS, or bench diagnose [--binary PATH] [--megabytes 100] [--repeats 5]");
    return 2;
}
