using Lapwing.Casework.Access;

namespace Lapwing.Storage;

/// <summary>What is asked of a service as a whole, by whoever is not in its cases. It tells of a case that there is one, or how many duties are open.</summary>
public sealed class ServiceCases
{
    private const string IsKnown = "is known";

    private readonly Ledger ledger;
    private readonly TimeProvider time;
    private readonly Func<Viewer, DateTimeOffset, Viewer> known;

    internal ServiceCases(Ledger ledger, TimeProvider time, Func<Viewer, DateTimeOffset, Viewer> known) =>
        (this.ledger, this.time, this.known) = (ledger, time, known);

    /// <summary>
    /// The cases in which somebody's service is or was and they are not, that have this reference or all of these words: that there is one, and whom to
    /// ring. Each stands in the log before it is told, and of each that it was told.
    /// </summary>
    /// <param name="viewer">Who asks: of a front door, of whoever covers it, or of a referral desk.</param>
    /// <param name="teams">Every team of their service.</param>
    /// <param name="reference">A reference; null where it cannot be one.</param>
    /// <param name="words">Words in the form for comparison; of many the first few.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Heeded before anything is read, not after.</param>
    public async Task<IReadOnlyList<Pointer>> PointedTo(Viewer viewer, IReadOnlySet<Guid> teams, string? reference, IReadOnlyList<string> words, int most,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var asks = known(viewer, now);
        var found = ledger.Read(connection => new Pointers(connection, ledger, asks, teams, now).Find(reference, words, most));
        await Log(AccessLogEntry.By(viewer, now, null, null, IsKnown, Outcome.Listed));
        foreach (var one in found) await Log(AccessLogEntry.By(viewer, now, one.Case, null, IsKnown, Outcome.Pointed));
        return found;
    }

    /// <summary>
    /// How many duties are open with somebody in one of their teams: the number alone, for whoever says who has which post, and sees no case. A case of
    /// which whoever asks must not know does not count.
    /// </summary>
    public int OpenDuties(Viewer viewer, Guid account, Guid team)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return ledger.Read(connection => ListRows.OpenDuties(connection, ledger, viewer, account, team));
    }

    private Task<long> Log(AccessLogEntry look) => ledger.Commit.Write((connection, _) => look.Insert(connection, ledger.Partnership));
}
