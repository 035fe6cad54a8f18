using System.Globalization;
using Lapwing.Casework.Cases;

namespace Lapwing.Storage;

/// <summary>How a ledger is opened to be served.</summary>
public sealed record Opening
{
    /// <summary>Whether to make the ledger, and its keys, where there are none.</summary>
    public bool Create { get; init; }

    /// <summary>The folder in which the newest checkpoint is kept. Without it: beside the keys, where they can be written beside.</summary>
    public string? Checkpoints { get; init; }

    /// <summary>
    /// Why an older ledger than the kept checkpoint's is put back: then it is opened all the same, and that stands in the access log. Without it
    /// such a one is refused.
    /// </summary>
    public string? Restored { get; init; }
}

/// <summary>
/// A ledger that is opened to be served: what is needed was tried, the key that signs is its own, and it still holds what the checkpoint that was
/// kept says that it held.
/// </summary>
public sealed class OpenedLedger : IAsyncDisposable
{
    private const int LongestReason = 200;
    private readonly CheckpointKey key;

    private OpenedLedger(Ledger ledger, CheckpointKey key, Checkpoints checkpoints, IReadOnlyList<string> told) =>
        (Ledger, this.key, Checkpoints, Told) = (ledger, key, checkpoints, told);

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <summary>Its checkpoints.</summary>
    public Checkpoints Checkpoints { get; }

    /// <summary>What whoever runs it is to know, in a sentence each; it goes on all the same.</summary>
    public IReadOnlyList<string> Told { get; }

    /// <summary>Opens it, or refuses with one sentence that says what is wrong and what to do.</summary>
    public static async Task<OpenedLedger> Open(LedgerFolder folder, TimeProvider time, Opening opening)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(opening);
        if (opening.Restored is { } why && (ComparedText.IsEmpty(why) || why.Length > LongestReason || why.Any(char.IsControl)))
            throw new LedgerRefusedException($"--restored takes a reason in one line of at most {LongestReason} characters, such as \"disk of 3 "
                + "April failed, backup of 2 April\".");
        StartChecks.TemporarySpace();
        var isNew = opening.Create && !File.Exists(folder.Database);
        if (!isNew || File.Exists(folder.PartnershipKeyFile)) CheckpointKey.Read(folder.CheckpointKeyFile).Dispose();      // before anything is made
        var kept = opening.Checkpoints is null || isNew ? null : KeptCheckpoint.In(opening.Checkpoints);
        var ledger = folder.Open(time, opening.Create);
        CheckpointKey? signs = null;
        try
        {
            signs = CheckpointKey.Read(folder.CheckpointKeyFile);
            kept ??= opening.Checkpoints is null ? KeptCheckpoint.BesideKeys(folder) : KeptCheckpoint.In(opening.Checkpoints);
            var state = LedgerState.Read(ledger);
            state.Check(folder, signs);
            var checkpoints = new Checkpoints(ledger, signs, time, kept);
            await Compare(folder, ledger, signs, kept, checkpoints, opening.Restored, time);
            return new(ledger, signs, checkpoints, [.. Tell(state, kept, time)]);
        }
        catch
        {
            signs?.Dispose();
            await ledger.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        key.Dispose();
    }

    private static async Task Compare(LedgerFolder folder, Ledger ledger, CheckpointKey key, KeptCheckpoint? kept, Checkpoints checkpoints,
        string? restored, TimeProvider time)
    {
        var gone = kept is not null && File.Exists(kept.Path) ? Gone(folder, ledger, key, kept) : null;
        if (gone is null)
        {
            if (restored is not null)
                throw new LedgerRefusedException($"{folder.Database} holds all that the kept checkpoint says, so nothing was restored: start "
                    + "without --restored.");
            return;
        }

        var (number, at, newest) = gone.Value;
        if (restored is null)
        {
            throw new LedgerRefusedException(
                $"{folder.Database} does not hold checkpoint {number} of {at}, which {kept!.Path} "
                + $"kept{(newest is null ? "" : $"; its newest is {newest}")}: its end was cut off, or an older state was put back. "
                + "Keep it as it is and ask who did; if you restored a backup yourself, start once with --restored REASON.");
        }

        await ledger.Commit.Write((connection, _) =>
        {
            connection.Run("DELETE FROM sessions WHERE partnership = ?1", ledger.Partnership);      // of those that the backup holds, some had ended since
            return AccessLogEntry.Restored(restored.Trim(), number, time.GetUtcNow()).Insert(connection, ledger.Partnership);
        });
        kept!.PutAside(number);
        await checkpoints.Make();
    }

    // What the kept checkpoint says and the ledger does not hold: its number, its day, and the newest that is there.
    private static (long Number, string At, long? Newest)? Gone(LedgerFolder folder, Ledger ledger, CheckpointKey key, KeptCheckpoint kept)
    {
        var (partnership, checkpoint, signer) = CheckpointFile.Read(kept.Path);
        using (signer)
        {
            if (!partnership.AsSpan().SequenceEqual(ledger.Partnership) || signer.Id != key.Id)
                throw new LedgerRefusedException($"{kept.Path} is a checkpoint of another ledger than {folder.Database}: put the right database "
                    + "back, or name a folder of its own with --checkpoints.");
        }

        var here = ledger.Read(connection => connection.Rows(Checkpoint.Read,
            $"SELECT {Checkpoint.Columns} FROM checkpoints WHERE partnership = ?1 AND number = ?2", ledger.Partnership, checkpoint.Number)
            .FirstOrDefault());
        if (here is not null && here.Digest.Span.SequenceEqual(checkpoint.Digest.Span)) return null;
        var newest = ledger.Read(connection => connection.Value<long>("SELECT max(number) FROM checkpoints WHERE partnership = ?1", ledger.Partnership));
        return (checkpoint.Number, checkpoint.At.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture), newest == 0 ? null : newest);
    }

    private static IEnumerable<string> Tell(LedgerState state, KeptCheckpoint? kept, TimeProvider time)
    {
        if (kept is null) yield return "The newest checkpoint is kept nowhere but in the database, because nothing can be written beside the keys: "
            + "name another disk with --checkpoints, or nobody notices when an older database is put back.";
        if (state.Newest is { } newest && newest > time.GetUtcNow())
            yield return $"The clock of this machine says {Said(time.GetUtcNow())}, and the newest of the ledger was written at {Said(newest)}: "
                + "look which is wrong, and set the clock. It goes on meanwhile.";
    }

    private static string Said(DateTimeOffset at) => at.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
