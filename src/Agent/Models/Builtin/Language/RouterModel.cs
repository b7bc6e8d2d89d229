namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>The trained weights and all words that they need; written by build/RouterTrainer, read at run time.</summary>
/// <param name="Shapes">One a class, in the order of the weights.</param>
/// <param name="Features">Names of the features, in the order of the weights.</param>
/// <param name="Weights">Feature by feature, one weight a class.</param>
/// <param name="Biases">One a class.</param>
internal sealed record RouterModel(
    IReadOnlyList<FunctionShape> Shapes, Lexicon Lexicon, IReadOnlyList<string> Features, float[] Weights, float[] Biases)
{
    private const int Format = 1;
    private readonly Dictionary<string, int> _index =
        Features.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);

    /// <summary>The model that the build trained into this assembly.</summary>
    public static RouterModel Load()
    {
        using var stream = typeof(RouterModel).Assembly.GetManifestResourceStream("router.model")
            ?? throw new InvalidOperationException("The router's model is not in the assembly; build src/Agent anew.");
        return Read(stream);
    }

    /// <summary>Probabilities, one a class, of what a masked text asks.</summary>
    public float[] Score(string masked)
    {
        var features = Language.Features.Of(Lexicon.Read(masked));
        var known = features.Where(_index.ContainsKey).Select(name => _index[name]).ToList();
        var scores = (float[])Biases.Clone();
        var scale = features.Count == 0 ? 0 : 1 / MathF.Sqrt(features.Count);
        foreach (var feature in known)
        {
            for (var shape = 0; shape < scores.Length; shape++)
                scores[shape] += scale * Weights[(feature * scores.Length) + shape];
        }

        return Softmax(scores);
    }

    public static RouterModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadInt32() != Format)
            throw new InvalidDataException("The router's model has another format; build src/Agent anew.");
        var headings = Lines(reader);
        var shapes = headings.Zip(Lines(reader), (heading, example) => FunctionShape.Parse(heading) with { Example = example });
        var lexicon = new Lexicon(Lines(reader), Lines(reader), Lines(reader), Lines(reader));
        return new([.. shapes], lexicon, Lines(reader), Numbers(reader), Numbers(reader));
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Format);
        Write(writer, [.. Shapes.Select(shape => shape.ToString())]);
        Write(writer, [.. Shapes.Select(shape => shape.Example)]);
        Write(writer, Lexicon.MeaningLines);
        Write(writer, Lexicon.FillerLines);
        Write(writer, Lexicon.KnownWords);
        Write(writer, Lexicon.FrequentWords);
        Write(writer, Features);
        Write(writer, Weights);
        Write(writer, Biases);
    }

    private static float[] Softmax(float[] scores)
    {
        var highest = scores.Max();
        var powers = Array.ConvertAll(scores, score => MathF.Exp(score - highest));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => power / sum);
    }

    private static List<string> Lines(BinaryReader reader)
    {
        var lines = new List<string>(reader.ReadInt32());
        for (var left = lines.Capacity; left > 0; left--)
            lines.Add(reader.ReadString());
        return lines;
    }

    private static float[] Numbers(BinaryReader reader)
    {
        var numbers = new float[reader.ReadInt32()];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = reader.ReadSingle();
        return numbers;
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> lines)
    {
        writer.Write(lines.Count);
        foreach (var line in lines)
            writer.Write(line);
    }

    private static void Write(BinaryWriter writer, float[] numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers)
            writer.Write(number);
    }
}
