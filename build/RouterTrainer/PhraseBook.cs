using GitAIOps.Agent.Models.Builtin.Language;

namespace GitAIOps.RouterTrainer;

/// <summary>The phrases under their functions, and the words that the folder explains.</summary>
internal sealed record PhraseBook(IReadOnlyList<(FunctionShape Shape, string Written)> Phrases, Lexicon Lexicon)
{
    private const int Frequent = 3;

    public static PhraseBook Read(string folder)
    {
        var phrases = new List<(FunctionShape, string)>();
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file) is not ("Words.txt" or "Fillers.txt"))
                phrases.AddRange(Phrased(Lines(file)));
        }

        var meanings = Lines(Path.Combine(folder, "Words.txt"));
        var counts = phrases.SelectMany(phrase => Lexicon.Words(phrase.Item2)).CountBy(word => word).ToList();
        var explained = meanings.SelectMany(line => line.Split(',', ':', ' ')).Where(word => word.Length > 0);
        string[] frequent = [.. counts.Where(count => count.Value >= Frequent).Select(count => count.Key)
            .Concat(explained).Where(word => word.Length > 3 && word.All(char.IsAsciiLetterLower)).Distinct()];
        return new(phrases, new(
            meanings,
            Lines(Path.Combine(folder, "Fillers.txt")),
            [.. counts.Select(count => count.Key).Order(StringComparer.Ordinal)],
            frequent));
    }

    private static IEnumerable<(FunctionShape, string)> Phrased(IReadOnlyList<string> lines)
    {
        FunctionShape? shape = null;
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
                shape = FunctionShape.Parse(line);
            else if (shape is not null)
                yield return (shape, line);
            else
                throw new FormatException($"A phrase stands under a function, this does not: {line}");
        }
    }

    private static string[] Lines(string file) =>
        [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
}
