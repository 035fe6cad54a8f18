using System.Diagnostics;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Lapwing.Bench;

/// <summary>Where it was measured.</summary>
internal static class Machine
{
    public static void Print()
    {
        var collector = GCSettings.IsServerGC ? "server" : "workstation";
        Console.WriteLine($"CPU      {Cpu()}, {Environment.ProcessorCount} cores");
        Console.WriteLine($"System   {RuntimeInformation.OSDescription}");
        Console.WriteLine($".NET     {RuntimeInformation.FrameworkDescription}, {collector} garbage collector");
        Console.WriteLine($"Commit   {Commit()}");
        Console.WriteLine();
    }

    private static string Cpu()
    {
        const string Line = "model name";
        return File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith(Line, StringComparison.Ordinal)) is { } name
            ? name[(name.IndexOf(':') + 2)..]
            : RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string Commit()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["describe", "--always", "--dirty=, with changes"])
            {
                WorkingDirectory = AppContext.BaseDirectory,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = Process.Start(start)!;
            var commit = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? commit : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown, git is not installed";
        }
    }
}
