using System.Text.RegularExpressions;
using FsCheck.Xunit;
using GitAIOps.Channels.Terminal;
using GitAIOps.Channels.Web;
using Spectre.Console;

namespace GitAIOps.Tests.Channels;

/// <summary>Text that nobody would write, through both kinds of markup.</summary>
public sealed partial class GeneratedMarkupTests
{
    // What Markdown gives a meaning to, and what HTML, Spectre and a terminal do.
    private static readonly string[] Pieces =
    [
        "*", "**", "_", "`", "``", "[", "]", "(", ")", "<", ">", "<b>", "</p>", "!", "#", "- ", "1. ", "> ", "\n",
        "\n\n", "    ", "&lt;", "&#27;", "\\", "[/]", "[bold]", "\u001b[2J", "javascript:x",
        "https://x.example/[y]", "word", " ",
    ];

    [Property(MaxTest = 500)]
    public void The_page_gets_no_tag_but_those_of_Markdown(byte[] picks)
    {
        var html = WebMarkup.Blocks(Text(picks)).Value;

        Assert.All(Tag().Matches(html), tag => Assert.Matches(Known(), tag.Value));
    }

    [Property(MaxTest = 500)]
    public void The_terminal_gets_markup_that_it_can_read_and_nothing_that_steers_it(byte[] picks, bool withLinks)
    {
        var markup = TerminalMarkup.Of(Text(picks), withLinks);

        Assert.NotNull(new Markup(markup));
        Assert.DoesNotContain('\u001b', markup);
    }

    private static string Text(byte[] picks) => string.Concat(picks.Select(pick => Pieces[pick % Pieces.Length]));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(
        "^<(/?(p|em|strong|code|pre|ul|ol|li|blockquote|h[4-6]|a)|(hr|br) /|"
        + "ol start=\"\\d+\"|code class=\"language-[^\"]*\""
        + "|a href=\"https?://[^\"]*\" rel=\"noopener noreferrer\" target=\"_blank\")>$")]
    private static partial Regex Known();
}
