using GitAIOps.Agent.Models.Builtin.Language;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace GitAIOps.RouterTrainer;

/// <summary>Multi-class maximum entropy over the phrases' features: seeded, on one thread.</summary>
internal static class Trainer
{
    // A feature that one phrase alone has still helps: the phrases are few and chosen.
    private const float Regularization = 0.02f;
    private const int Seed = 17;

    public static RouterModel Train(PhraseBook book)
    {
        var shapes = book.Phrases.DistinctBy(phrase => phrase.Shape.Name)
            .Select(phrase => phrase.Shape with { Example = phrase.Written }).ToList();
        var read = book.Phrases
            .Select(phrase => (phrase.Shape.Name, Features: Features.Of(book.Lexicon.Read(Mentions.In(phrase.Written).Masked())))).ToList();
        string[] names = [.. read.SelectMany(phrase => phrase.Features).Distinct().Order(StringComparer.Ordinal)];
        var index = names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);

        var rows = read.ConvertAll(phrase => new Row
        {
            Label = shapes.FindIndex(shape => shape.Name == phrase.Name),
            Features = Vector([.. phrase.Features.Select(name => index[name]).Order()], names.Length),
        });
        var (weights, biases) = Fit(rows, names.Length, shapes.Count);
        return new(shapes, book.Lexicon, names, weights, biases);
    }

    private static (float[] Weights, float[] Biases) Fit(List<Row> rows, int features, int shapes)
    {
        var ml = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        var data = ml.Data.LoadFromEnumerable(rows, schema);

        // Keys by value, so that class n is shape n.
        var model = ml.Transforms.Conversion
            .MapValueToKey("Key", nameof(Row.Label), keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                LabelColumnName = "Key",
                FeatureColumnName = nameof(Row.Features),
                L1Regularization = 0,
                L2Regularization = Regularization,
                OptimizationTolerance = 1e-6f,
                MaximumNumberOfIterations = 400,
                NumberOfThreads = 1,
            }))
            .Fit(data).LastTransformer.Model;

        VBuffer<float>[]? byClass = null;
        model.GetWeights(ref byClass, out _);
        var weights = new float[features * shapes];
        for (var shape = 0; shape < shapes; shape++)
        {
            foreach (var (feature, weight) in byClass[shape].Items())
                weights[(feature * shapes) + shape] = weight;
        }

        return (weights, [.. model.GetBiases()]);
    }

    private static VBuffer<float> Vector(int[] present, int length)
    {
        var values = new float[present.Length];
        Array.Fill(values, 1 / MathF.Sqrt(present.Length));
        return new(length, present.Length, values, present);
    }

    private sealed class Row
    {
        public int Label { get; init; }

        public VBuffer<float> Features { get; init; }
    }
}
