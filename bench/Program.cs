using GitAIOps.Bench;
using GitAIOps.Bench.Turns;

return args switch
{
    [] or ["turns"] => await TurnBench.RunAsync(),
    ["diagnose", .. var rest] => await DiagnoseBench.RunAsync(rest, CancellationToken.None),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench [turns], or bench diagnose [--binary PATH] [--megabytes 100] [--repeats 5]");
    return 2;
}
