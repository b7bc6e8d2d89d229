namespace GitAIOps.Memory;

/// <summary>The folder that holds all state of this machine.</summary>
public sealed class DataFolder
{
    /// <summary>Makes the folder when it is missing.</summary>
    /// <exception cref="MemoryException">The folder cannot be made or written to.</exception>
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
            using var probe = new FileStream(
                File(".writable"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1,
                FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MemoryException(
                $"The data folder '{Path}' cannot be written to ({exception.Message}). Name another one with --data.", exception);
        }
    }

    public string Path { get; }

    /// <summary>Where state goes when nobody says: the user's own application data.</summary>
    public static string Default =>
        System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "gitaiops");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Holds a name in this folder for as long as the result lives, also against other processes; freed by the system when the process dies.</summary>
    /// <returns>Null when somebody holds it.</returns>
    public IDisposable? TryHold(string name)
    {
        try
        {
            return new FileStream(File($"{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
