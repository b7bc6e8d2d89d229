namespace GitAIOps.Memory;

/// <summary>State cannot be kept or read. The message is a sentence for the person who started the product.</summary>
public sealed class MemoryException(string sentence, Exception? cause = null) : Exception(sentence, cause);
