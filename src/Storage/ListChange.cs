using Lapwing.Casework.Access;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What changes in the tables of lists with an entry of a case: most entries change a few rows.</summary>
/// <param name="Was">The value from which it is a change; none where nothing of what is there counts.</param>
/// <param name="Value">Its sealed lists.</param>
/// <param name="Members">Who is in; null where that stays.</param>
/// <param name="LeftOut">Who is left out; null where that stays.</param>
/// <param name="DaysGone">Rows of the index that go.</param>
/// <param name="Days">Rows of the index that come.</param>
/// <param name="WordsGone">Words that go.</param>
/// <param name="Words">Words that come.</param>
internal sealed record ListChange(byte[]? Was, byte[] Value, IReadOnlyList<Membership>? Members, IReadOnlyCollection<LeftOutRow>? LeftOut,
    IReadOnlyCollection<WorkDay> DaysGone,
    IReadOnlyCollection<WorkDay> Days, IReadOnlyCollection<HashedWord> WordsGone, IReadOnlyCollection<HashedWord> Words)
{
    /// <summary>What it is, from what was there; null where that is nothing, or nothing that counts.</summary>
    public static ListChange Between((SealedLists Lists, byte[] Value)? was, SealedLists now, Ledger ledger, byte[] caseId)
    {
        using var sealing = SealedLists.Unlock(ledger.Key);
        var (value, days) = (now.Seal(sealing, ledger.Partnership, caseId), WorkDay.Of(now));
        if (was is not var (before, bytes)) return new(null, value, now.Members, LeftOutRows.Of(ledger, now.Circle.LeftOut), [], days, [], now.Words);
        var old = WorkDay.Of(before);
        return new(bytes, value, before.Members.SequenceEqual(now.Members) ? null : now.Members,
            before.Circle.LeftOut.SequenceEqual(now.Circle.LeftOut) ? null : LeftOutRows.Of(ledger, now.Circle.LeftOut),
            [.. old.Except(days)], [.. days.Except(old)],
            [.. before.Words.Except(now.Words)], [.. now.Words.Except(before.Words)]);
    }

    /// <summary>Whether what is there is still that from which it is a change.</summary>
    public bool Stands(SqliteConnection connection, byte[] partnership, byte[] caseId) =>
        Was is null || Was.AsSpan().SequenceEqual(ListRows.ValueOf(connection, partnership, caseId));

    /// <summary>Writes it, in the writer's turn.</summary>
    /// <param name="connection">The writer's.</param>
    /// <param name="partnership">Of which partnership.</param>
    /// <param name="caseId">Of which case.</param>
    /// <param name="openedAt">When that was opened, in ticks.</param>
    public void Write(SqliteConnection connection, byte[] partnership, byte[] caseId, long openedAt)
    {
        if (Was is null)
        {
            WorkDay.DeleteAll(connection, partnership, caseId);
            SearchWords.DeleteAll(connection, partnership, caseId);
        }

        foreach (var day in DaysGone) day.Delete(connection, partnership, caseId);
        foreach (var day in Days) day.Insert(connection, partnership, caseId, openedAt);
        foreach (var word in WordsGone) SearchWords.Delete(connection, partnership, caseId, word);
        foreach (var word in Words) SearchWords.Insert(connection, partnership, caseId, word);
        if (Members is { } members) ListRows.Write(connection, partnership, caseId, members);
        if (LeftOut is { } leftOut) LeftOutRows.Write(connection, partnership, caseId, leftOut);
        connection.Insert("INSERT OR REPLACE INTO work_lists (partnership, case_id, sealed) VALUES (?1, ?2, ?3)", partnership, caseId, Value);
    }
}
