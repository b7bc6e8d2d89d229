using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace GitAIOps.Channels.Web;

/// <summary>
/// Markdown as HTML that is safe to show: no HTML of its own, no pictures, links to http and https only.
/// </summary>
internal static partial class WebMarkup
{
    // The page's own headings end at the third level.
    private const int DeepestOwnHeading = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Prose: paragraphs, lists, code.</summary>
    public static MarkupString Blocks(string markdown) => new(Render(markdown, inline: false));

    /// <summary>One value, without a paragraph around it.</summary>
    public static MarkupString Inline(string markdown) => new(Render(markdown, inline: true));

    /// <summary>Plain text whose long words, names of tests and files, may break after a separator.</summary>
    public static MarkupString Breakable(string words) =>
        new(LongWord().Replace(
            HtmlEncoder.Default.Encode(words), word => Separator().Replace(word.Value, "$0<wbr>")));

    [GeneratedRegex(@"\S{20,}")]
    private static partial Regex LongWord();

    [GeneratedRegex(@"[._/\\]+(?=\w)|::")]
    private static partial Regex Separator();

    private static string Render(string markdown, bool inline)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            Tame(link);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(heading.Level + DeepestOwnHeading, 6);

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html) { ImplicitParagraph = inline };
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return html.ToString().Trim();
    }

    private static void Tame(LinkInline link)
    {
        link.IsImage = false;
        if (IsSafe(link.Url))
            OpenApart(link);
        else
            Unlink(link);
    }

    private static void Tame(AutolinkInline link)
    {
        if (!link.IsEmail && IsSafe(link.Url))
            OpenApart(link);
        else
            link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void OpenApart(MarkdownObject link)
    {
        link.GetAttributes().AddProperty("rel", "noopener noreferrer");
        link.GetAttributes().AddProperty("target", "_blank");
    }

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
