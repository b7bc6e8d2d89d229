using System.Text;

namespace GitAIOps.Turns;

/// <summary>Puts text from outside into Markdown so that it shows as it is.</summary>
public static class Markdown
{
    private const string Special = "\\`*_{}[]<>()#+-.!|~&@:";

    /// <summary>Escapes every character that Markdown could read as markup; line breaks become spaces.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\r' or '\n')
                escaped.Append(' ');
            else if (Special.Contains(c, StringComparison.Ordinal))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A code span around text from outside, with a fence longer than any run of backticks in it.</summary>
    public static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length == 0)
            return "";
        var longest = 0;
        for (int i = 0, run = 0; i < line.Length; i++)
        {
            run = line[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        var pad = line[0] == '`' || line[^1] == '`' ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    /// <summary>A link, its label escaped. Only http and https are linked; anything else stays text.</summary>
    public static string Link(string label, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? $"[{Escape(label)}](<{uri.AbsoluteUri}>)"
            : Escape(label);
}
