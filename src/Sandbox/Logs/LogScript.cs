using System.Globalization;

namespace GitAIOps.Sandbox.Logs;

/// <summary>A runner log in short form; <c>Scripts/README.md</c> tells the form.</summary>
internal sealed class LogScript
{
    private const string Prefix = "GitAIOps.Sandbox.Logs.Scripts.";
    private const string Suffix = ".log.txt";

    private readonly string _name;
    private readonly string[] _lines;

    private LogScript(string name, string[] lines) => (_name, _lines) = (name, lines);

    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(LogScript).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <exception cref="ArgumentException">There is no script of that name.</exception>
    public static LogScript Load(string name)
    {
        using var stream = typeof(LogScript).Assembly.GetManifestResourceStream(Prefix + name + Suffix)
            ?? throw new ArgumentException($"There is no sample log \"{name}\" among {string.Join(", ", Names)}.");
        using var reader = new StreamReader(stream);
        return new(name, reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    public string Render(LogMoment moment)
    {
        var form = new LogForm(_lines.Contains("@timestamps"), _lines.Contains("@lf") ? "\n" : "\r\n");
        var dice = new Dice(_name);
        var writer = new LogWriter(moment, form, dice);
        var error = "exit code 1";
        var speaks = true;
        foreach (var line in _lines)
        {
            if (line is "@failed" or "@passed" or "@always")
                speaks = line == "@always" || line == "@failed" == moment.Failed;
            else if (speaks && line.StartsWith("@error ", StringComparison.Ordinal))
                error = line["@error ".Length..];
            else if (speaks)
                Write(writer, dice, line);
        }

        writer.Close(moment.Failed ? error : null);
        return writer.ToString();
    }

    private void Write(LogWriter writer, Dice dice, string line)
    {
        var words = line.Split(' ', 3);
        switch (words[0])
        {
            case "@timestamps" or "@lf":
                break;
            case "@image":
                writer.Preamble(words[1]);
                break;
            case "@section":
                writer.Section(words[1], words[2]);
                break;
            case "$":
                writer.Command(line[2..]);
                break;
            case var word when word.StartsWith('@'):
                foreach (var made in LogBulk.Lines(word[1..], Count(words, line), dice))
                    writer.Line(made);
                break;
            default:
                writer.Line(line.Replace("\\e", "\e", StringComparison.Ordinal));
                break;
        }
    }

    private int Count(string[] words, string line) =>
        words.Length == 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new FormatException($"Log script {_name}: \"{line}\" does not say how many lines.");
}
