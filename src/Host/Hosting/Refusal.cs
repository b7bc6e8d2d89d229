namespace GitAIOps.Host.Hosting;

/// <summary>A command that cannot be carried out as it was given; the message is the one sentence that the person reads.</summary>
internal sealed class Refusal(string sentence) : Exception(sentence);
