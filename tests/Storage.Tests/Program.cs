using Lapwing.Storage.Tests.Faults;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Lapwing.Storage.Tests;

/// <summary>The tests; or, as a process of its own, the load that a test ends in the middle.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args is ["load", .. var rest]
        ? Load.Run(rest)
        : args is ["forward", var database] ? ForwardWithoutEnd(database)
        : args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);

    // Brings a database forward by every step, and one more that never ends: whoever started it ends it in the middle.
    private static Task<int> ForwardWithoutEnd(string database)
    {
        const string Endless = "WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT count(*) FROM endless";
        BroughtForward.Do(database, new(2026, 5, 1, 9, 29, 0, TimeSpan.Zero), [.. Schema.Scripts, Endless]);
        return Task.FromResult(1);
    }
}
