using System.Text;

namespace GitAIOps.Agent.Models.Builtin.Language;

/// <summary>The words that the phrases know: their meanings, fillers, and which word a typing error was.</summary>
/// <param name="meanings">Lines of <c>name: word, phrase of words, ...</c>.</param>
/// <param name="fillers">Words and phrases that say nothing.</param>
/// <param name="known">Every word of the phrases.</param>
/// <param name="frequent">The words that a misspelt word may have been.</param>
internal sealed class Lexicon(
    IReadOnlyList<string> meanings,
    IReadOnlyList<string> fillers,
    IReadOnlyList<string> known,
    IReadOnlyList<string> frequent)
{
    private readonly Dictionary<string, string> _meanings = Meanings(meanings);
    private readonly HashSet<string> _fillers = [.. fillers];
    private readonly HashSet<string> _known = [.. known];
    private readonly ILookup<char, string> _frequent = frequent.ToLookup(word => word[0]);
    private readonly int _longest = 1 + meanings.Concat(fillers).SelectMany(line => line.Split(',', ':'))
        .Max(words => words.Trim().Count(character => character == ' '));

    public IReadOnlyList<string> MeaningLines => meanings;

    public IReadOnlyList<string> FillerLines => fillers;

    public IReadOnlyList<string> KnownWords => known;

    public IReadOnlyList<string> FrequentWords => frequent;

    /// <summary>The lower-case words of a masked text; slots as <c>{job}</c> are words.</summary>
    public static List<string> Words(string masked)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in masked)
        {
            if (char.IsLetterOrDigit(character) || character is '\'' or '’' or '{' or '}' or '_' or '-')
                word.Append(character == '’' ? '\'' : char.ToLowerInvariant(character));
            else
                Flush(words, word);
        }

        Flush(words, word);
        return words;
    }

    /// <summary>The words of a masked text as their meanings, fillers left out, unknown words as <c>{name}</c>.</summary>
    public List<string> Read(string masked)
    {
        var words = Words(masked);
        var read = new List<string>(words.Count);
        for (var at = 0; at < words.Count;)
        {
            var (taken, meaning) = Longest(words, at);
            if (meaning is not null)
                read.Add("=" + meaning);
            else if (taken == 0)
                read.Add(Known(words[at]));
            at += Math.Max(taken, 1);
        }

        return read;
    }

    public bool Knows(string word) => _known.Contains(word) || _meanings.ContainsKey(word) || _fillers.Contains(word);

    /// <summary>The frequent word that a misspelt word was; the word itself when there is none.</summary>
    public string Spell(string word)
    {
        if (word.Length < 4 || Knows(word) || Knows(Singular(word)) || !word.All(char.IsAsciiLetterLower))
            return word;
        var allowed = word.Length >= 8 ? 2 : 1;
        return _frequent[word[0]]
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= allowed)
            .Select(candidate => (Candidate: candidate, Distance: EditDistance.Between(word, candidate)))
            .Where(pair => pair.Distance <= allowed && (word.Length > 4 || SameLetters(word, pair.Candidate)))
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Candidate)
            .FirstOrDefault(word);
    }

    private string Known(string word) =>
        word[0] == '{' || _known.Contains(word) ? word : _known.Contains(Singular(word)) ? Singular(word) : "{name}";

    private static string Singular(string word) => word.EndsWith('s') ? word[..^1] : word;

    // In a short word only a swap is taken for an error: "mian", but not "lint" for "list".
    private static bool SameLetters(string one, string other) => one.Order().SequenceEqual(other.Order());

    private (int Taken, string? Meaning) Longest(List<string> words, int at)
    {
        for (var count = Math.Min(_longest, words.Count - at); count > 0; count--)
        {
            var phrase = count == 1 ? words[at] : string.Join(' ', words.GetRange(at, count));
            if (_meanings.TryGetValue(phrase, out var meaning))
                return (count, meaning);
            if (_fillers.Contains(phrase))
                return (count, null);
        }

        return (0, null);
    }

    private static Dictionary<string, string> Meanings(IReadOnlyList<string> lines)
    {
        var meanings = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var (name, words) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
            meanings.TryAdd(name, name);
            foreach (var word in words.Split(',', StringSplitOptions.TrimEntries))
                meanings.TryAdd(word, name);
        }

        return meanings;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        var trimmed = word.ToString().Trim('\'', '-');
        if (trimmed.Length > 0)
            words.Add(trimmed);
        word.Clear();
    }
}
