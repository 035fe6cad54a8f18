using Lapwing.Storage.Tests.Faults;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Lapwing.Storage.Tests;

/// <summary>The tests; or, as a process of its own, the load that a test ends in the middle.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args is ["load", .. var rest]
        ? Load.Run(rest)
        : args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);
}
