using GitAIOps.Bench.Turns;

return await TurnBench.RunAsync();
