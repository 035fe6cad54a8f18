using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What verifying found.</summary>
/// <param name="Cases">How many cases were looked at.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Looks">How many rows of the access log.</param>
/// <param name="Checkpoints">How many checkpoints.</param>
/// <param name="Findings">What is not as it was written, the first bad rows by name.</param>
/// <param name="Limits">What this cannot find, in plain words.</param>
/// <param name="Unusable">Why nothing could be verified, or null.</param>
public sealed record VerifyReport(long Cases, long Entries, long Looks, long Checkpoints, IReadOnlyList<string> Findings,
    IReadOnlyList<string> Limits, string? Unusable = null)
{
    /// <summary>What whoever verifies is to know though nothing is wrong: each time that a backup was put back, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>0: all is as it was written. 1: something is not. 2: it could not be verified.</summary>
    public int ExitCode => Unusable is not null ? 2 : Findings.Count > 0 ? 1 : 0;

    /// <summary>Nothing could be verified.</summary>
    internal static VerifyReport Cannot(string why) => new(0, 0, 0, 0, [], [], why);
}

/// <summary>
/// Whether a ledger is as it was written. It needs no server and no sealing key, reads nothing that is personal, and changes nothing.
/// </summary>
public static class Verify
{
    private const int MostFindings = 20;

    /// <summary>Verifies a folder, or a copy of one.</summary>
    /// <param name="dataFolder">The folder of the database.</param>
    /// <param name="checkpointFile">A checkpoint that somebody else kept: with it a tail that was cut off and a history told anew are found too.</param>
    public static VerifyReport Run(string dataFolder, string? checkpointFile = null)
    {
        var folder = new LedgerFolder(dataFolder, "");
        if (!File.Exists(folder.Database)) return VerifyReport.Cannot($"There is no database in {dataFolder}: name its folder.");
        try
        {
            var kept = checkpointFile is null ? ((byte[] Partnership, Checkpoint Checkpoint, CheckpointKey Key)?)null : CheckpointFile.Read(checkpointFile);
            using var key = kept?.Key;
            using var connection = Open(folder.Database);
            var version = Schema.VersionOf(connection, folder.Database);
            var report = Run(folder, connection, kept);
            return version == Schema.Newest ? report : report with { Limits = [.. report.Limits, Older(version)] };
        }
        catch (LedgerRefusedException e)
        {
            return VerifyReport.Cannot(e.Message);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return VerifyReport.Cannot($"{folder.Database} cannot be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>
    /// A connection that changes nothing. Where nobody has the database open it takes no lock and leaves no file, so that a copy on a medium that
    /// cannot be written will do.
    /// </summary>
    internal static SqliteConnection Open(string database) => Sql.Connect(
        File.Exists(database + "-wal") || File.Exists(database + "-shm") ? database
        : new Uri(Path.GetFullPath(database)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);

    // Later versions only add: what is read here is the same in all of them.
    private static string Older(long version) =>
        $"It has version {version}, and this Lapwing writes version {Schema.Newest}: it is brought forward, after a copy, "
        + "when Lapwing opens it or by lapwing migrate. Its entries, log and checkpoints stay as they are.";

    private static VerifyReport Run(LedgerFolder folder, SqliteConnection connection, (byte[] Partnership, Checkpoint Checkpoint, CheckpointKey Key)? kept)
    {
        var cases = new VerifiedCases();
        var checkpoints = new VerifiedCheckpoints(folder, kept);
        List<string> findings = [];
        try
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            cases.Read(connection);
            checkpoints.Read(connection, cases);      // before the entries: what is added meanwhile only makes them more
            cases.ReadEntries(folder.Database);
            findings.AddRange([.. cases.Findings, .. checkpoints.Findings]);
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or ArgumentException)
        {
            findings.AddRange([.. cases.Findings, .. checkpoints.Findings,
                $"The database is damaged where it should be read ({e.Message.ReplaceLineEndings(" ")})."]);
        }

        if (findings.Count > MostFindings) findings = [.. findings[..MostFindings], $"There are {findings.Count - MostFindings} more."];
        return new(cases.Count, cases.Entries, checkpoints.Looks, checkpoints.Count, findings,
            Limits(checkpoints, cases, kept?.Checkpoint))
        { Notes = checkpoints.Restored };
    }

    private static List<string> Limits(VerifiedCheckpoints checkpoints, VerifiedCases cases, Checkpoint? kept)
    {
        List<string> limits = [];
        var last = checkpoints.Last;
        if (last.Number == 0) limits.Add("There is no checkpoint yet, so nothing is signed: somebody who works out the hashes anew can change "
            + "everything, or cut off the last of it, without being found.");
        else if (cases.Entries > last.Entries || checkpoints.Looks > last.LogTo)
            limits.Add($"{cases.Entries - last.Entries} entries and {checkpoints.Looks - last.LogTo} rows of the access log came after checkpoint "
                + $"{last.Number}: they are not signed yet. Somebody who works out the hashes anew can change them, or cut off the last of them, "
                + "without being found.");
        limits.Add(kept is { } by
            ? $"What came after checkpoint {by.Number}, which somebody else kept, could have been cut off together with its own checkpoints."
            : "Without a checkpoint that somebody else kept, a tail cut off together with its checkpoints and a whole history signed anew cannot "
            + "be found: the public key beside the data is trusted.");
        limits.Add("Lists are not looked at (who is in, what is due: lapwing rebuild derives them anew), nor the wrapped keys of cases (a case "
            + "with another key does not open).");
        return limits;
    }
}
