using System.Globalization;
using System.Threading.Channels;
using GitAIOps.Turns;

namespace GitAIOps.Channels.Terminal;

/// <summary>The conversation at a terminal: reads lines, delivers them, leaves when told to.</summary>
public sealed class TerminalChat
{
    private readonly TerminalSeat _seat;
    private readonly TerminalScreen _screen;
    private readonly TerminalDeliveries _deliveries;
    private readonly Channel<Input> _inputs = Channel.CreateUnbounded<Input>();
    private readonly Queue<InboundMessage> _lines = new();
    private bool _hasEnded;
    private bool _isStopping;

    internal TerminalChat(TerminalSeat seat, TerminalScreen screen, TerminalDeliveries deliveries)
    {
        (_seat, _screen, _deliveries) = (seat, screen, deliveries);
        _screen.Answered += (marker, reply) =>
        {
            _deliveries.Answered(marker, reply);
            _inputs.Writer.TryWrite(new Input.Answer());
        };
        _deliveries.Following.Overdue += marker => _inputs.Writer.TryWrite(new Input.Overdue(marker));
    }

    /// <summary>Ctrl+C: stops a running turn; when none runs, or the second time, leaves.</summary>
    public void Interrupt() => _inputs.Writer.TryWrite(new Input.Interruption());

    /// <summary>
    /// Talks until <c>exit</c> or the end of the input, both after pending answers and the outcome of confirmed
    /// changes have come, or Ctrl+C.
    /// </summary>
    /// <param name="input">
    /// Must read without blocking its caller: a reader over the standard input's stream, not <see cref="Console.In"/>.
    /// </param>
    public async Task RunAsync(TextReader input, CancellationToken cancellationToken)
    {
        if (_screen.IsTerminal)
            _screen.Say($"You are {_seat.Persona.Name} ({_seat.Persona.Role}). Ask in your own words; exit leaves.");
        await _deliveries.ReplayAsync(cancellationToken);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(input, leaving.Token);
        await TalkAsync(cancellationToken);
        await leaving.CancelAsync();
        await reading;
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        Prompt();
        await foreach (var input in _inputs.Reader.ReadAllAsync(cancellationToken))
        {
            if (input is Input.Interruption && (_isStopping || !_deliveries.Pending.Any))
                return;
            await TakeAsync(input, cancellationToken);
            while (_lines.TryPeek(out var line) && !Waits(line))
                await SayAsync(_lines.Dequeue(), cancellationToken);
            if (_hasEnded && _lines.Count == 0 && !_deliveries.IsAwaited)
                return;
            Prompt();
        }
    }

    /// <summary>
    /// Whether a line waits for the pending answer: a number means its choices, and from a pipe the next line may.
    /// </summary>
    private bool Waits(InboundMessage line) =>
        _screen.IsTerminal ? _deliveries.Pending.Any && Choice(line.Text) is not null : _deliveries.IsAwaited;

    private async Task TakeAsync(Input input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case Input.Line { Message: { IsStop: true } stop }:
                await _deliveries.SayAsync(stop, cancellationToken);
                break;
            case Input.Line line:
                _lines.Enqueue(line.Message);
                break;
            case Input.End:
                _hasEnded = true;
                break;
            case Input.Interruption:
                _isStopping = true;
                await _deliveries.SayAsync(_deliveries.Message("stop"), cancellationToken);
                break;
            case Input.Answer:
                _isStopping &= _deliveries.Pending.Any;
                break;
            case Input.Overdue overdue when _deliveries.Following.GiveUp(overdue.Marker):
                _screen.Say("This is still under way on GitLab and goes on without waiting here; ask again later how it stands.");
                break;
        }
    }

    private async Task SayAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Text is "exit" or "quit")
        {
            _lines.Clear();
            _hasEnded = true;
            if (_screen.IsTerminal && _deliveries.IsAwaited)
                _screen.Say("Leaving after the answer; Ctrl+C leaves now.");
        }
        else if (Choice(message.Text) is { } number && _screen.Choices is { } choices)
        {
            if (number <= choices.Buttons.Count)
                await _deliveries.PressAsync(choices.Marker, choices.Buttons[number - 1], cancellationToken);
            else
                _screen.Say($"There is no choice {number}; the open ones are 1 to {choices.Buttons.Count}.");
        }
        else if (message.Text.Length > 0)
        {
            await _deliveries.SayAsync(message, cancellationToken);
        }
    }

    /// <summary>What "2" or "2." chooses, from 1; null when the text is a message.</summary>
    private static int? Choice(string text) =>
        int.TryParse(text.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private void Prompt()
    {
        if (!_hasEnded && !_deliveries.Pending.Any)
            _screen.Prompt();
    }

    private async Task ReadAsync(TextReader input, CancellationToken cancellationToken)
    {
        try
        {
            // A read of a terminal does not end when cancelled; it is left behind when the process leaves.
            while (await input.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(cancellationToken) is { } line)
                _inputs.Writer.TryWrite(new Input.Line(_deliveries.Message(line.Trim())));
            _inputs.Writer.TryWrite(new Input.End());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private abstract record Input
    {
        public sealed record Line(InboundMessage Message) : Input;

        public sealed record End : Input;

        public sealed record Interruption : Input;

        public sealed record Answer : Input;

        public sealed record Overdue(string Marker) : Input;
    }
}
