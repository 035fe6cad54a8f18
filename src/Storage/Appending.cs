using System.Security.Cryptography;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What came of an append.</summary>
public enum Appended
{
    /// <summary>It is recorded, and durable.</summary>
    Done,

    /// <summary>The same act was recorded before: nothing was written, and it counts as done.</summary>
    Already,

    /// <summary>Somebody added something within its sight after it was decided: load, show what was added, decide again.</summary>
    Overtaken,

    /// <summary>
    /// Whoever records it is no longer in the case, or not in the part that it would be written to: nothing was written, and there is no such case
    /// for them.
    /// </summary>
    NotAllowed,
}

/// <summary>
/// Entries made ready for one state of a case, before the writer's turn: numbered, sealed, chained, and what lists show derived. If the case has moved
/// on by then, nothing of it is used.
/// </summary>
internal sealed class Appending
{
    private readonly StoredCase stored;
    private readonly Head? after;
    private readonly Guid act;
    private readonly List<EntryRow> rows;
    private readonly ListChange lists;

    private Appending(StoredCase stored, Head? after, Guid act, List<EntryRow> rows, ListChange lists) =>
        (this.stored, this.after, this.act, this.rows, this.lists) = (stored, after, act, rows, lists);

    /// <summary>Makes ready, or says what stands against it by now.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="allowed">What is to be written.</param>
    /// <param name="standingIn">What whoever records it sees of a whole case.</param>
    /// <param name="derive">What lists show of a case.</param>
    public static (Appending? Ready, Appended Answer) Prepare(Ledger ledger, Allowed allowed, Func<CaseFile, CaseAccess?> standingIn,
        Func<CaseFile, ListRows> derive) => ledger.Read(connection =>
    {
        if (StoredCase.Find(connection, ledger.Partnership, allowed.Case) is not { } found)
            return allowed.Scope.IsNone ? (null, Appended.NotAllowed) : (PrepareFirst(ledger, allowed, derive), Appended.Done);
        if (found.Has(connection, allowed.Act.Id)) return (null, Appended.Already);
        using var sealing = found.Unlock(ledger.Key);
        var file = found.Load(connection, sealing);
        // Before anything else is said: whoever is out of the case does not learn that it went on.
        var standing = standingIn(file);
        if (standing is null || !allowed.Entries.All(named => Catalogue.Of(named.Entry.Content).Place.IsOpenTo(standing.Scope, named.Entry.Paper)))
            return (null, Appended.NotAllowed);
        if (file.Entries.Count(entry => allowed.Scope.Reaches(entry.Paper)) != allowed.Seen) return (null, Appended.Overtaken);
        var head = found.Head(connection);
        return ((Appending?)new Appending(found, head, allowed.Act.Id, Seal(found, head, sealing, allowed.Entries),
            derive(With(file, allowed)).After(connection, ledger, found.Id.Value.Bytes())), Appended.Done);
    });

    /// <summary>Writes, in the writer's turn; says null where the case has moved on, or another has its reference.</summary>
    public Appended? Write(SqliteConnection connection)
    {
        var now = StoredCase.Find(connection, stored.Partnership, stored.Id);
        if (now?.Has(connection, act) == true) return Appended.Already;
        if (now?.Head(connection) != after || !lists.Stands(connection, stored.Partnership, stored.Id.Value.Bytes())) return null;
        if (after is null)
        {
            if (connection.Value<long>("SELECT 1 FROM cases WHERE partnership = ?1 AND reference = ?2", stored.Partnership, stored.Reference) == 1) return null;
            stored.Insert(connection);
        }

        foreach (var row in rows) row.Insert(connection);
        lists.Write(connection, stored.Partnership, stored.Id.Value.Bytes(), stored.OpenedAt);
        return Appended.Done;
    }

    private static Appending PrepareFirst(Ledger ledger, Allowed allowed, Func<CaseFile, ListRows> derive)
    {
        if (allowed.Seen != 0) throw new InvalidOperationException("something was decided on a case of which there is nothing");
        return PrepareNew(ledger, allowed.Act, allowed.Entries, With(CaseFile.Of(allowed.Case, ReadScope.Whole), allowed), derive);
    }

    /// <summary>Makes a case ready of which there is nothing yet: under a key and a reference of its own.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="first">Its first act.</param>
    /// <param name="entries">All of its entries, in order.</param>
    /// <param name="file">The case that they make.</param>
    /// <param name="derive">What lists show of a case.</param>
    internal static Appending PrepareNew(Ledger ledger, Act first, IReadOnlyList<NamedEntry> entries, CaseFile file, Func<CaseFile, ListRows> derive)
    {
        Span<byte> key = stackalloc byte[Sealing.KeySize];
        RandomNumberGenerator.Fill(key);
        using var sealing = new Sealing(key);
        // Most have four characters; where it is taken the next try often has five.
        var made = new StoredCase(file.Id, ledger.Partnership, NewId.Reference(RandomNumberGenerator.GetInt32(16) == 0 ? 5 : 4),
            ledger.Key.Wrap(key, ledger.Partnership, file.Id.Value.Bytes()), ledger.Key.IdBytes, first.RecordedAt.UtcTicks);
        CryptographicOperations.ZeroMemory(key);
        var genesis = new Head(0, Chain.Genesis(made.Partnership, made.Id.Value.Bytes(), made.Reference, made.OpenedAt));
        return new(made, null, first.Id, Seal(made, genesis, sealing, entries), derive(file).Whole(ledger, made.Id.Value.Bytes()));
    }

    private static CaseFile With(CaseFile file, Allowed allowed) =>
        CaseFile.Of(file.Id, ReadScope.Whole, [.. file.Entries, .. allowed.Entries.Select(named => named.Entry)]);

    /// <summary>Numbers, seals and chains what follows on the head of a case.</summary>
    internal static List<EntryRow> Seal(StoredCase to, Head head, Sealing sealing, IReadOnlyList<NamedEntry> entries)
    {
        List<EntryRow> ready = [];
        var (place, previous) = (new CanonicalBytes(), head.Hash);
        foreach (var named in entries)
        {
            var row = EntryRow.Of(to.Partnership, to.Id, head.Sequence + ready.Count + 1, named);
            var value = sealing.Seal(EntryJson.Write(named.Entry.Content), row.AddIdentity(place.Clear()).Written);
            row = row with { Sealed = value, PreviousHash = previous };
            row = row with { Hash = Chain.HashOf(row) };
            ready.Add(row);
            previous = row.Hash;
        }

        return ready;
    }
}
