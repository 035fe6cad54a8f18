using System.Text;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web;
using Lapwing.Web.Verbs;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// A folder whose cases were decided by an earlier reading of the procedure is decided by this one, and says so: what is due is worked out anew, once, and it
/// is known what was recorded before.
/// </summary>
public sealed class DecidedAnewTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset now = new(2026, 5, 1, 9, 30, 0, TimeSpan.Zero);
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-anew-");
    private readonly StandingClock clock = new() { Now = now };
    private readonly Casework.Access.Viewer teacher = new(DemonstrationPeople.Teacher.Author.Account, DemonstrationPeople.Teacher.Author.Role,
        DemonstrationPeople.Teacher.Author.Agency, DemonstrationPeople.Teacher.Author.Team);

    private LedgerFolder Folder => LedgerFolder.WithKeysBeside(root.FullName);

    public void Dispose() => root.Delete(recursive: true);

    // The child of the frozen folder speaks of self-harm: social care was not asked then.
    [Fact]
    public async Task What_is_due_is_worked_out_anew_once_also_where_the_first_start_was_cut_off()
    {
        Thaw();
        await Folder.Open(clock).DisposeAsync();      // brought forward, and then the program ended
        await using (var ledger = Folder.Open(clock))
        {
            var store = DemonstrationCases.Store(ledger, clock);
            Assert.DoesNotContain(await Told.WorkOf(store, teacher, stop), row => row.Duty == "consult-social-care");
            Assert.NotEmpty((await store.AfterBringingForward(stop))!.Differing);
            Assert.Contains(await Told.WorkOf(store, teacher, stop), row => row.Duty == "consult-social-care");
            Assert.Null(await store.AfterBringingForward(stop));
        }

        await using var again = Folder.Open(clock);
        Assert.Null(await DemonstrationCases.Store(again, clock).AfterBringingForward(stop));
        Assert.Equal(now, DemonstrationCases.Store(again, clock).DecidedAnewAt);
    }

    [Fact]
    public async Task A_folder_that_is_made_has_nothing_that_was_decided_otherwise()
    {
        await using var ledger = Folder.Open(clock, create: true);
        var store = DemonstrationCases.Store(ledger, clock);
        Assert.Equal((null, null), (store.DecidedAnewAt, await store.AfterBringingForward(stop)));
    }

    [Fact]
    public async Task Whoever_brings_it_forward_is_told_which_cases_differ()
    {
        Thaw();
        var first = await Migrate();
        Assert.StartsWith($"The database was brought forward from version 2 to {Schema.Newest}. A copy of it as it was is kept: "
            + $"{Path.Combine(root.FullName, "lapwing-version-2-")}", first, StringComparison.Ordinal);
        Assert.Contains("are decided by version 4 of the decision from now on", first, StringComparison.Ordinal);
        Assert.Contains("(6NNC", first, StringComparison.Ordinal);
        Assert.Equal("There was nothing to bring forward.\n", await Migrate());
    }

    [Theory]
    [InlineData("PRAGMA user_version=99; UPDATE partnership SET created_at = 1", "run the version that wrote it, or a later one")]
    [InlineData("UPDATE partnership SET key_id = x'00'", "is not the key of")]
    public async Task What_cannot_be_brought_forward_is_one_line_and_2_and_left_as_it_is(string damage, string says)
    {
        Thaw();
        Tampering.Do(Folder.Database, damage);
        var before = await File.ReadAllBytesAsync(Folder.Database, stop);
        var (exit, output, error) = await RunMigrate();
        Assert.Equal((2, ""), (exit, output));
        Assert.Matches("^lapwing: [^\n]*\n$", error);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Folder.Database, stop));
        Assert.Empty(root.EnumerateFiles("lapwing-version-*"));
    }

    private async Task<string> Migrate()
    {
        var (exit, output, error) = await RunMigrate();
        Assert.Equal((0, ""), (exit, error));
        return output;
    }

    private async Task<(int Exit, string Output, string Error)> RunMigrate()
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.Run(["migrate", "--data", root.FullName], Stream.Null, output, error);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private void Thaw()
    {
        var frozen = Repository.Path("tests", "Storage.Tests", "Folders", "version-2");
        foreach (var file in Directory.EnumerateFiles(frozen, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(root.FullName, Path.GetRelativePath(frozen, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
