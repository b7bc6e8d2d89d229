namespace GitAIOps.Sandbox.Logs;

/// <summary>The lines that fill real logs and mean nothing: downloads, compiled files, passing tests.</summary>
internal static class LogBulk
{
    /// <param name="kind">A bulk directive's name.</param>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static IEnumerable<string> Lines(string kind, int count, Dice dice)
    {
        Func<Dice, int, string> line = kind switch
        {
            "dotnet-restore" => DotNetRestore,
            "dotnet-build" => DotNetBuild,
            "dotnet-pass" => DotNetPass,
            "npm-fetch" => NpmFetch,
            "jest-pass" => JestPass,
            "vite-module" => ViteModule,
            "go-download" => GoDownload,
            "go-pass" => GoPass,
            "docker-layer" => DockerLayer,
            "apt-get" => AptGet,
            "apk-add" => ApkAdd,
            _ => throw new FormatException($"There is no bulk of the kind \"{kind}\"."),
        };
        return Enumerable.Range(0, count).Select(number => line(dice, number));
    }

    private static string DotNetRestore(Dice dice, int number)
    {
        var project = Project(dice);
        return $"  Restored /builds/shop/api/src/{project}/{project}.csproj (in {dice.Between(40, 900)} ms).";
    }

    private static string DotNetBuild(Dice dice, int number)
    {
        var project = Project(dice);
        return $"  {project} -> /builds/shop/api/src/{project}/bin/Release/net10.0/{project}.dll";
    }

    private static string DotNetPass(Dice dice, int number)
    {
        var thing = dice.Of(LogWords.Things);
        var time = dice.Between(0, 9) == 0 ? "< 1 ms" : $"{dice.Between(1, 340)} ms";
        return $"  \e[32mPassed\e[0m Shop.Api.Tests.{thing}s.{thing}Tests.It_{dice.Of(LogWords.Deeds)} [{time}]";
    }

    private static string NpmFetch(Dice dice, int number)
    {
        var package = dice.Of(LogWords.NpmPackages);
        var time = $"{dice.Between(20, 700)}ms (cache {dice.Of("miss", "hit", "revalidated")})";
        return $"2> npm http fetch GET 200 https://registry.npmjs.org/{package} {time}";
    }

    private static string JestPass(Dice dice, int number)
    {
        var thing = dice.Of(LogWords.Things);
        var file = $"\e[2msrc/{Lower(thing)}/\e[22m\e[1m{thing}{number}.test.ts\e[22m";
        return $"\e[0m\e[7m\e[1m\e[32m PASS \e[39m\e[22m\e[27m\e[0m {file}";
    }

    private static string ViteModule(Dice dice, int number)
    {
        var file = $"dist/assets/{Lower(dice.Of(LogWords.Things))}-{dice.Hex(8)}.js";
        return $"{file}   {Decimal(dice, 90)} kB │ gzip: {Decimal(dice, 30)} kB";
    }

    private static string GoDownload(Dice dice, int number)
    {
        var version = $"v{dice.Between(0, 2)}.{dice.Between(0, 40)}.{dice.Between(0, 9)}";
        return $"2> go: downloading {dice.Of(LogWords.GoModules)} {version}";
    }

    private static string GoPass(Dice dice, int number)
    {
        var test = $"Test{LogWords.Things[number / 2 % LogWords.Things.Count]}_{number / 2}";
        return number % 2 == 0 ? $"=== RUN   {test}" : $"--- PASS: {test} (0.{dice.Between(0, 99):00}s)";
    }

    private static string DockerLayer(Dice dice, int number) =>
        $"#{dice.Between(5, 9)} sha256:{dice.Hex(64)} {Decimal(dice, 60)}MB / 61.40MB {Decimal(dice, 9)}s";

    private static string AptGet(Dice dice, int number)
    {
        var package = $"{dice.Of(LogWords.DebianPackages)} amd64 {dice.Between(1, 9)}.{dice.Between(0, 40)}-1";
        var size = $"[{dice.Between(9, 900)} kB]";
        return $"Get:{number + 2} http://deb.debian.org/debian bookworm/main amd64 {package} {size}";
    }

    private static string ApkAdd(Dice dice, int number) =>
        $"({number + 1}/64) Installing {dice.Of(LogWords.AlpinePackages)} ({Decimal(dice, 9)}-r{dice.Between(0, 4)})";

    private static string Project(Dice dice) =>
        $"Shop.{dice.Of(LogWords.Things)}{dice.Of("", ".Contracts", ".Storage", ".Web")}";

    private static string Decimal(Dice dice, int most) => $"{dice.Between(1, most)}.{dice.Between(10, 99)}";

    private static string Lower(string word) => word.ToLowerInvariant();
}
