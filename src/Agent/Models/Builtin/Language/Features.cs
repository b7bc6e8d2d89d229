namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>What of a request is weighed: its meanings alone, in pairs, in triples, and how it begins.</summary>
internal static class Features
{
    /// <summary>Distinct feature names of the meanings that <see cref="Lexicon.Read"/> gave.</summary>
    public static IReadOnlyCollection<string> Of(IReadOnlyList<string> meanings)
    {
        var features = new HashSet<string>();
        for (var i = 0; i < meanings.Count; i++)
        {
            features.Add(meanings[i]);
            features.Add((i == 0 ? "^" : meanings[i - 1]) + " " + meanings[i]);
            if (i > 1)
            {
                features.Add(meanings[i - 2] + " _ " + meanings[i]);
                features.Add(meanings[i - 2] + " " + meanings[i - 1] + " " + meanings[i]);
            }
        }

        if (meanings.Count > 0)
            features.Add(meanings[^1] + " $");
        if (meanings.Count == 1)
            features.Add("^ " + meanings[0] + " $");
        return features;
    }
}
