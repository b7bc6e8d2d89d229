using System.Globalization;
using System.Text.RegularExpressions;
using GitAIOps.Channels.Web;

namespace GitAIOps.Tests.Channels.Web;

/// <summary>Contrast by WCAG 2.2 (1.4.3 text: 4.5; 1.4.11 controls and marks: 3), in both colour schemes.</summary>
public sealed partial class ContrastTests
{
    private static readonly (string Front, string Back)[] Text =
    [
        ("text", "page"), ("text", "surface"), ("text", "raised"), ("muted", "page"), ("muted", "surface"),
        ("muted", "raised"), ("accent", "page"), ("accent", "surface"), ("accent", "raised"),
        ("on-primary", "primary"), ("on-danger", "danger"), ("on-said", "said"), ("on-code", "code"),
        ("number", "code"), ("on-telling", "telling"), ("bad", "page"),
    ];

    private static readonly (string Front, string Back)[] Marks =
    [
        ("edge", "page"), ("edge", "surface"), ("accent", "code"), ("good", "surface"), ("warning", "surface"),
        ("bad", "surface"), ("warning", "telling"), ("primary", "surface"), ("danger", "surface"),
    ];

    public static TheoryData<string, string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, string, double>();
            foreach (var scheme in new[] { "light", "dark" })
            {
                foreach (var (front, back) in Text)
                    pairs.Add(scheme, front, back, 4.5);
                foreach (var (front, back) in Marks)
                    pairs.Add(scheme, front, back, 3);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_of_colours_can_be_told_apart(string scheme, string front, string back, double least)
    {
        var colours = Read(scheme);

        var (lighter, darker) = (Luminance(colours[front]), Luminance(colours[back]));
        if (lighter < darker)
            (lighter, darker) = (darker, lighter);

        Assert.InRange((lighter + 0.05) / (darker + 0.05), least, 21);
    }

    private static Dictionary<string, string> Read(string scheme)
    {
        var css = System.Text.Encoding.UTF8.GetString(WebAsset.Style.Content);
        var dark = css.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal);
        var part = scheme == "light" ? css[..dark] : css[dark..];
        return Colour().Matches(part).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex Colour();
}
