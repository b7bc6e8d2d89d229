using GitAIOps.Bench;

return args is ["diagnose", .. var rest]
    ? await DiagnoseBench.RunAsync(rest, CancellationToken.None)
    : Usage();

static int Usage()
{
    Console.Error.WriteLine("bench diagnose [--binary PATH] [--megabytes 100] [--repeats 5]");
    return 2;
}
