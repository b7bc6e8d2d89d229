using System.Text.Json;
using GitAIOps.Turns;
using Spectre.Console;

namespace GitAIOps.Channels.Terminal;

/// <summary>
/// What stands on the terminal: the working line, the cards that were printed, the choices that are open. Replies
/// that come before <see cref="Open"/> are kept until then, so that the question stands above its answer.
/// </summary>
internal sealed class TerminalScreen
{
    private const int LongestReference = 50;

    private readonly IAnsiConsole _console;
    private readonly TerminalView _view;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PrintedReply> _printed = [];
    private readonly List<(string Marker, Reply Reply)> _early = [];
    private readonly HashSet<string> _final = [];
    private bool _isOpen;
    private bool _hasLine;
    private int _prints;

    public TerminalScreen(IAnsiConsole console, TerminalView view)
    {
        (_console, _view) = (console, view);
        // Into a file or a pipe nothing is wrapped.
        if (!IsTerminal)
            _console.Profile.Width = 1_000;
    }

    /// <summary>A final reply was printed; the first argument is its marker.</summary>
    public event Action<string, Reply>? Answered;

    public bool IsTerminal => _console.Profile.Out.IsTerminal;

    /// <summary>The numbered buttons of the latest reply that has any, and its marker.</summary>
    public (string Marker, IReadOnlyList<Button> Buttons)? Choices
    {
        get
        {
            lock (_lock)
                return _printed.Where(reply => reply.Value.Buttons.Count > 0)
                    .OrderBy(reply => reply.Value.At)
                    .Select(reply => ((string, IReadOnlyList<Button>)?)(reply.Key, reply.Value.Buttons))
                    .LastOrDefault();
        }
    }

    public bool IsFinal(string marker)
    {
        lock (_lock)
            return _final.Contains(marker);
    }

    /// <summary>Whether a reply under this marker came to this process, printed or kept.</summary>
    public bool WasShown(string marker)
    {
        lock (_lock)
            return _printed.ContainsKey(marker) || _early.Exists(early => early.Marker == marker);
    }

    /// <summary>Prints from now on, beginning with what was kept.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
            foreach (var (marker, reply) in _early)
                Print(marker, reply);
            _early.Clear();
        }
    }

    public void Show(string marker, Reply reply)
    {
        lock (_lock)
        {
            if (reply.IsFinal)
                _final.Add(marker);
            else
                _final.Remove(marker);
            if (_isOpen)
                Print(marker, reply);
            else
                _early.Add((marker, reply));
        }

        if (reply.IsFinal)
            Answered?.Invoke(marker, reply);
    }

    public void Say(string sentence)
    {
        lock (_lock)
        {
            ClearLine();
            _console.WriteLine(TerminalMarkup.Plain(sentence));
        }
    }

    public void Prompt()
    {
        if (!IsTerminal)
            return;
        lock (_lock)
        {
            ClearLine();
            _console.WriteLine();
            _console.Markup("[bold]>[/] ");
        }
    }

    private void Print(string marker, Reply reply)
    {
        ClearLine();
        switch (reply)
        {
            case Reply.Working working:
                PrintWorking(working.Doing);
                break;
            case Reply.Said said:
                PrintCard(marker, said.Blocks, [.. ActionsOf(said.Blocks).SelectMany(actions => actions.Buttons)]);
                break;
            case Reply.Asked asked:
                // A number answers what is asked last, not what an answer above it offers too.
                PrintCard(marker, asked.Blocks, ActionsOf(asked.Blocks).LastOrDefault()?.Buttons ?? []);
                break;
            case Reply.Failed failed:
                PrintCard(marker, [new Block.Text(failed.Sentence)], []);
                break;
        }
    }

    private void PrintWorking(string doing)
    {
        if (!IsTerminal)
            return;
        var line = $"... {TerminalMarkup.Plain(doing).ReplaceLineEndings(" ")}";
        // Only one row can be taken back.
        var room = Math.Max(4, _console.Profile.Width - 1);
        _console.Write(new Text(line.Length > room ? line[..room] : line, new Style(decoration: Decoration.Dim)));
        _hasLine = true;
    }

    private void PrintCard(string marker, IReadOnlyList<Block> blocks, IReadOnlyList<Button> buttons)
    {
        var keys = blocks.Select(block => JsonSerializer.Serialize(block)).ToList();
        var before = _printed.GetValueOrDefault(marker);
        if (before is not null && before.Keys.SetEquals(keys))
            return;

        _console.WriteLine();
        if (before is not null)
            _console.MarkupLine($"[dim]{Markup.Escape(TerminalMarkup.Plain($"Update of \"{before.Title}\":"))}[/]");
        for (var n = 0; n < blocks.Count; n++)
        {
            if (before?.Keys.Contains(keys[n]) != true)
                _view.Write(blocks[n]);
        }

        _view.WriteChoices(buttons);
        _printed[marker] = new(before?.Title ?? TitleOf(blocks), [.. keys], buttons, ++_prints);
    }

    private static IEnumerable<Block.Actions> ActionsOf(IReadOnlyList<Block> blocks) => blocks.OfType<Block.Actions>();

    private static string TitleOf(IReadOnlyList<Block> blocks)
    {
        var title = blocks.OfType<Block.Title>().FirstOrDefault()?.Words ?? "the answer above";
        return title.Length > LongestReference ? $"{title[..LongestReference]}..." : title;
    }

    private void ClearLine()
    {
        if (_hasLine)
            _console.Write(new ControlCode("\r\u001b[2K"));
        _hasLine = false;
    }

    /// <param name="Keys">The blocks as printed, to tell what is new in an edit.</param>
    /// <param name="At">Grows; the latest choices are those that a number means.</param>
    private sealed record PrintedReply(string Title, HashSet<string> Keys, IReadOnlyList<Button> Buttons, int At);
}
