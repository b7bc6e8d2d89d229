using GitAIOps.Evals;

return await Suites.RunAsync(args, CancellationToken.None);
