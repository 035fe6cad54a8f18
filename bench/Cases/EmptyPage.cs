using Lapwing.Web;

namespace Lapwing.Bench.Cases;

/// <summary>The demonstration with one more page: so many bytes, behind the same sign-in, and nothing of a case.</summary>
internal static class EmptyPage
{
    public const string Mode = "empty-page", Address = "/work/empty";

    /// <summary>Serves until it is ended.</summary>
    public static async Task<int> Run(string url, int bytes)
    {
        var folder = Directory.CreateTempSubdirectory("lapwing-bench-");
        await using var cases = await DemonstrationCases.Open(folder.FullName, TimeProvider.System);
        await using var site = Site.Build(url, new Settings { RequestsPerMinute = int.MaxValue }, new() { IsDemonstration = true, Cases = cases });
        var text = $"<!DOCTYPE html><title>Empty</title>{new string('.', bytes)}";
        site.MapGet(Address, () => Results.Content(text, "text/html")).RequireAuthorization();
        await site.StartAsync();
        Console.WriteLine($"listening on {site.Urls.First()}");
        await site.WaitForShutdownAsync();
        folder.Delete(recursive: true);
        return 0;
    }
}
