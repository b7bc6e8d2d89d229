using System.CommandLine;
using GitAIOps.Host.Hosting;
using GitAIOps.Memory;
using Microsoft.Extensions.Options;

namespace GitAIOps.Host;

/// <summary>The entry of every verb: 0 done, 2 bad input with one sentence on standard error, 3 a dependency failed.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
        if (parsed.Errors.Count > 0)
            return Tell(2, $"{parsed.Errors[0].Message} See gitaiops --help.");
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is Refusal or MemoryException)
        {
            return Tell(2, exception.Message);
        }
        catch (OptionsValidationException exception)
        {
            return Tell(2, string.Join(' ', exception.Failures.Select(WithoutMember)));
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception exception)
        {
            return Tell(3, $"Something went wrong on our side: {exception.Message} ({exception.GetType().Name}).");
        }
    }

    // The generated validators put the property's name in front of our sentence.
    private static string WithoutMember(string failure) => failure[(failure.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    private static int Tell(int code, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
