using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;

namespace GitAIOps.Channels.Terminal;

/// <summary>Markdown as Spectre's markup. What could steer the terminal is made visible instead of sent.</summary>
internal static class TerminalMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <param name="withLinks">Whether the terminal can hide an address behind its label.</param>
    public static string Of(string markdown, bool withLinks)
    {
        var markup = new StringBuilder();
        Write(markup, Markdown.Parse(markdown, Pipeline), "", withLinks);
        return markup.ToString().TrimEnd('\n');
    }

    /// <summary>Text without control characters; a log line could carry an escape sequence.</summary>
    public static string Plain(string text) =>
        string.Create(text.Length, text, static (plain, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                plain[i] = source[i] is '\n' or '\t' || !char.IsControl(source[i]) ? source[i] : '\u00b7';
        });

    private static void Write(StringBuilder markup, ContainerBlock blocks, string indent, bool withLinks)
    {
        foreach (var block in blocks)
            Write(markup, block, indent, withLinks);
    }

    private static void Write(StringBuilder markup, Block block, string indent, bool withLinks)
    {
        switch (block)
        {
            case ListBlock list:
                WriteList(markup, list, indent, withLinks);
                break;
            case ContainerBlock container:
                Write(markup, container, indent + "  ", withLinks);
                break;
            case CodeBlock code:
                // An empty block has no lines at all, not even none.
                foreach (var line in (code.Lines.Lines ?? []).Take(code.Lines.Count))
                    markup.Append(indent).Append("    ").Append(Escape(line.ToString())).Append('\n');
                break;
            case HeadingBlock { Inline: { } heading }:
                markup.Append(indent).Append("[bold]");
                Write(markup, heading, withLinks);
                markup.Append("[/]\n");
                break;
            case LeafBlock { Inline: { } words }:
                markup.Append(indent);
                Write(markup, words, withLinks);
                markup.Append('\n');
                break;
        }
    }

    private static void WriteList(StringBuilder markup, ListBlock list, string indent, bool withLinks)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var bullet = list.IsOrdered ? $"{number++}. " : "- ";
            var inner = new StringBuilder();
            Write(inner, item, indent + new string(' ', bullet.Length), withLinks);
            markup.Append(indent).Append(bullet).Append(inner.ToString().TrimStart(' '));
        }
    }

    private static void Write(StringBuilder markup, ContainerInline inlines, bool withLinks)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    markup.Append(Escape(literal.Content.ToString()));
                    break;
                case HtmlEntityInline entity:
                    markup.Append(Escape(entity.Transcoded.ToString()));
                    break;
                case CodeInline code:
                    markup.Append("[bold]").Append(Escape(code.Content)).Append("[/]");
                    break;
                case LineBreakInline:
                    markup.Append('\n');
                    break;
                case EmphasisInline emphasis:
                    markup.Append(emphasis.DelimiterCount > 1 ? "[bold]" : "[italic]");
                    Write(markup, emphasis, withLinks);
                    markup.Append("[/]");
                    break;
                case LinkInline link:
                    WriteLink(markup, link, withLinks);
                    break;
                case AutolinkInline auto:
                    markup.Append(Escape(auto.Url));
                    break;
                case ContainerInline other:
                    Write(markup, other, withLinks);
                    break;
            }
        }
    }

    private static void WriteLink(StringBuilder markup, LinkInline link, bool withLinks)
    {
        var isSafe = Uri.TryCreate(link.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        var address = isSafe ? Plain(uri!.AbsoluteUri) : "";
        // A bracket in an address would end Spectre's tag.
        var isHidden = isSafe && withLinks && address.AsSpan().IndexOfAny('[', ']') < 0;
        if (isHidden)
            markup.Append("[link=").Append(address).Append(']');
        Write(markup, link, withLinks);
        if (isHidden)
            markup.Append("[/]");
        else if (isSafe)
            markup.Append(" (").Append(Escape(address)).Append(')');
    }

    private static string Escape(string text) => Markup.Escape(Plain(text));
}
