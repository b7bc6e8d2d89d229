using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using GitAIOps.Memory.Messages;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Approval;

/// <summary>What pressing a button means; kept here, never sent to a platform.</summary>
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Confirm), "confirm")]
[JsonDerivedType(typeof(Dismiss), "dismiss")]
internal abstract record Choice
{
    private Choice()
    {
    }

    /// <summary>Call a kernel function, as if it had been asked for in words.</summary>
    public sealed record Ask(string Label, string Function, IReadOnlyDictionary<string, string> Arguments) : Choice;

    /// <summary>Carry out a saved call.</summary>
    public sealed record Confirm(string SavedCall) : Choice;

    /// <summary>Take a saved call off this message.</summary>
    public sealed record Dismiss(string SavedCall) : Choice;

    public static Choice Read(StoredButton button) =>
        JsonSerializer.Deserialize<Choice>(button.Choice)
        ?? throw new InvalidOperationException($"The button {button.Token} stands for nothing.");

    /// <summary>A button for this choice, and what is kept of it.</summary>
    public (Button Button, StoredButton Stored) MakeButton(
        string label, ButtonStyle style, string marker, ConversationId conversation)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return (new(label, style, token), new(token, marker, conversation, JsonSerializer.Serialize(this)));
    }
}
