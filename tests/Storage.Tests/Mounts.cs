using System.Diagnostics;

namespace Lapwing.Storage.Tests;

/// <summary>Disks that are full or cannot be written to: root alone can make them.</summary>
internal static class Mounts
{
    /// <summary>Runs a program and says whether it did what it was told.</summary>
    public static bool Ran(string program, params string[] args)
    {
        try
        {
            using var ran = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, UseShellExecute = false })!;
            ran.StandardError.ReadToEnd();
            ran.WaitForExit();
            return ran.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
