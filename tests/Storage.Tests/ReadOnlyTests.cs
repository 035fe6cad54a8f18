using System.Text;
using Lapwing.Web.Verbs;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>A database, or its folder, that cannot be written to is refused at the start, in one sentence.</summary>
public sealed class ReadOnlyTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-read-only-");
    private readonly List<string> mounted = [];

    private LedgerFolder Folder => new(Path.Combine(root.FullName, "data"), Path.Combine(root.FullName, "keys"));

    public void Dispose()
    {
        foreach (var place in mounted) Mounts.Ran("umount", place);
        root.Delete(recursive: true);
    }

    [Theory]
    [InlineData("lapwing.db", "checkpoint")]
    [InlineData("lapwing.db", "migrate")]
    [InlineData("lapwing.db", "rebuild")]
    [InlineData("", "checkpoint")]
    [InlineData("", "migrate")]
    [InlineData("", "rebuild")]
    public async Task What_cannot_be_written_to_is_one_line_and_2_and_as_it_was(string what, string verb)
    {
        await Made();
        MakeReadOnly(Path.Combine(Folder.Data, what));
        var before = await File.ReadAllBytesAsync(Folder.Database, stop);
        Assert.Contains("cannot be written to", await Refused(verb, "--data", Folder.Data, "--keys", Folder.Keys), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Folder.Database, stop));
    }

    [Theory]
    [InlineData("lapwing.db")]
    [InlineData("")]
    public async Task The_demonstration_is_not_served_from_it(string what)
    {
        var data = Path.Combine(root.FullName, "data");
        await (await Web.DemonstrationCases.Open(data, TimeProvider.System)).DisposeAsync();
        MakeReadOnly(Path.Combine(data, what));
        Assert.StartsWith("lapwing: ", await Refused("demo", "--urls", "http://127.0.0.1:0", "--data", data), StringComparison.Ordinal);
    }

    private async Task Made()
    {
        var clock = new StandingClock();
        await using var ledger = Folder.Open(clock, create: true);
        await Told.Append(new(ledger, clock, Told.Circle, Told.NoWork), new(Told.Id(7)), 70);
    }

    // Whoever is root writes to what no mode lets them, so it is mounted read-only.
    private void MakeReadOnly(string place)
    {
        Assert.SkipUnless(Mounts.Ran("mount", "--bind", place, place), "a place can be made read-only by root alone, where mounting is allowed");
        mounted.Add(place);
        Assert.True(Mounts.Ran("mount", "-o", "remount,ro,bind", place));
    }

    private static async Task<string> Refused(params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(2, await CommandLine.Run(args, Stream.Null, output, error));
        Assert.Equal("", Encoding.UTF8.GetString(output.ToArray()));
        return Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
