namespace GitAIOps.Evals;

/// <summary>What a suite came to.</summary>
/// <param name="Figures">Each between 0 and 1 unless its name says otherwise.</param>
/// <param name="Misses">One line a case that was not right.</param>
internal sealed record Score(int Cases, IReadOnlyDictionary<string, double> Figures, IReadOnlyList<string> Misses);
