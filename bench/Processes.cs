using System.Diagnostics;
using System.Globalization;

namespace Lapwing.Bench;

/// <summary>A process that has ended.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="Processor">Seconds of processor time, which other programs on the machine disturb less; to a few hundredths.</param>
/// <param name="PeakKilobytes">The most memory that it held.</param>
internal sealed record Ended(double Seconds, double Processor, long PeakKilobytes);

/// <summary>Starting programs of the checkout, all with the runtime settings of lapwing, so that only the work differs.</summary>
internal static class Processes
{
    private static readonly string lapwing = Testing.Repository.Path("src", "Web", "bin", "Release", "net10.0", "lapwing.dll");

    /// <summary>The command line of lapwing as it was built.</summary>
    public static string[] Lapwing(params string[] args) => File.Exists(lapwing)
        ? ["dotnet", lapwing, .. args]
        : throw new CannotMeasureException("lapwing is not built; run ./dev build first.");

    /// <summary>The command line of one of this program's own modes.</summary>
    public static string[] Bench(params string[] args)
    {
        var bench = typeof(Processes).Assembly.Location;
        return ["dotnet", "exec", "--runtimeconfig", Path.ChangeExtension(lapwing, "runtimeconfig.json"), "--depsfile",
            Path.ChangeExtension(bench, "deps.json"), bench, .. args];
    }

    /// <summary>The same command line, kept to the first core.</summary>
    public static string[] OnOneCore(string[] command) => ["taskset", "-c", "0", .. command];

    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Starts a command line. What it prints is given to <paramref name="onLine"/>, or goes to /dev/null without passing through here.</summary>
    public static Process Start(string[] command, Action<string>? onLine = null, bool compileAtOnce = false)
    {
        var start = onLine is null
            ? new ProcessStartInfo("sh", ["-c", "exec \"$@\" > /dev/null", "sh", .. command])
            : new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["DOTNET_TC_QuickJit"] = compileAtOnce ? "0" : "1";
        var process = Process.Start(start)!;
        if (onLine is null) return process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text) onLine(text);
        };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>
    /// Runs a command line to its end as ./dev runs a batch (compiled fully at once), output to /dev/null, and looks every hundredth of a second at
    /// what it uses. Refuses one that fails.
    /// </summary>
    public static async Task<Ended> Run(string[] command)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(command, compileAtOnce: true);
        var (processor, peak) = (0.0, 0L);
        while (!process.WaitForExit(10)) (processor, peak) = Used(process.Id) ?? (processor, peak);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? new(seconds, processor, peak)
            : throw new CannotMeasureException($"'{string.Join(' ', command)}' ended with {process.ExitCode}.");
    }

    // Neither ever falls, so the last look is right but for the last hundredth of a second. None once the process has ended.
    private static (double Processor, long Peak)? Used(int process)
    {
        try
        {
            var peak = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');      // hundredths of a second: user, then system
            var hundredths = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return peak is null ? null : (hundredths / 100.0, long.Parse(peak.AsSpan(6).TrimEnd("kB").Trim(), CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
