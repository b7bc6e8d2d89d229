using GitAIOps.Channels.Web;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Channels.Web;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("[x](javascript:alert(1))", "x")]
    [InlineData("[**x** y](data:text/html,hi)", "<strong>x</strong> y")]
    [InlineData("[x](/persona)", "x")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("`a<b`", "<code>a&lt;b</code>")]
    [InlineData("[x][r]\n\n[r]: javascript:alert(1)", "x")]
    public void What_is_unsafe_becomes_text(string markdown, string html)
    {
        Assert.Equal(html, WebMarkup.Inline(markdown).Value);
    }

    [Theory]
    [InlineData("tests.checkout.test_total_with_vat fails", "tests.<wbr>checkout.<wbr>test_<wbr>total_<wbr>with_<wbr>vat fails")]
    [InlineData("src/<b>/a-file-in-a-folder.ts", "src/&lt;b&gt;/<wbr>a-file-in-a-folder.<wbr>ts")]
    [InlineData("short.ts e.g. v1.2", "short.ts e.g. v1.2")]
    public void Long_words_of_a_title_may_break_after_their_separators(string words, string html)
    {
        Assert.Equal(html, WebMarkup.Breakable(words).Value);
    }

    [Theory]
    [InlineData("[job](<https://gitlab.example/1>)")]
    [InlineData("<https://gitlab.example/1>")]
    [InlineData("![job](https://gitlab.example/1)")]
    public void A_link_opens_apart_and_tells_nothing_to_its_target(string markdown)
    {
        var html = WebMarkup.Inline(markdown).Value;

        Assert.StartsWith("<a href=\"https://gitlab.example/1\" rel=\"noopener noreferrer\" target=\"_blank\">", html);
    }

    [Theory]
    [InlineData("<b>*x*</b> [a](javascript:b) `c` # d")]
    [InlineData("1. not a list")]
    [InlineData("&lt; &amp; https://x.example")]
    public void Escaped_text_shows_as_it_is(string text)
    {
        var html = WebMarkup.Inline(Markdown.Escape(text)).Value;

        Assert.Equal(text, System.Net.WebUtility.HtmlDecode(html));
    }
}
