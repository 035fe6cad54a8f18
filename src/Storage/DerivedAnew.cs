using Lapwing.Casework.Cases;

namespace Lapwing.Storage;

/// <summary>What came of deriving lists anew.</summary>
/// <param name="Cases">How many cases were read.</param>
/// <param name="Differing">References of those whose lists were not as their entries say; they are now.</param>
/// <param name="Unreadable">What was found of those that do not open, each named. Their lists are left as they were.</param>
public sealed record Rebuilt(int Cases, IReadOnlyList<string> Differing, IReadOnlyList<string> Unreadable);

/// <summary>Derives what lists show of cases from their entries anew.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
/// <param name="derive">What lists show of a case.</param>
internal sealed class DerivedAnew(Ledger ledger, TimeProvider time, Func<CaseFile, ListRows> derive)
{
    /// <summary>Derives who is in and the duties of every case from its entries anew, puts right what differs, and says where.</summary>
    public async Task<Rebuilt> All(CancellationToken cancel)
    {
        var ids = ledger.Read(connection =>
            connection.Rows(r => new CaseId(r.Id(0)), "SELECT case_id FROM cases WHERE partnership = ?1 ORDER BY case_id", ledger.Partnership));
        List<string> differing = [], unreadable = [];
        foreach (var id in ids)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                if (await One(id) is { } reference) differing.Add(reference);
            }
            catch (LedgerRefusedException e)      // one case that does not open keeps no other from being put right
            {
                unreadable.Add(e.Message);
            }
            catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or ArithmeticException)
            {
                unreadable.Add($"Case {id}: its lists cannot be derived ({e.GetType().Name}). It is left as it is; report this.");
            }
        }

        await ledger.Commit.Write((connection, _) =>
        {
            BroughtForward.ListsMade(connection, ledger.Partnership, time.GetUtcNow());
            return true;
        });
        return new(ids.Count, differing, unreadable);
    }

    private async Task<string?> One(CaseId id)
    {
        while (true)
        {
            var (stored, head, derived) = ledger.Read(connection =>
            {
                var found = StoredCase.Find(connection, ledger.Partnership, id)!;
                using var sealing = found.Unlock(ledger.Key);
                return (found, found.Head(connection), derive(found.Load(connection, sealing)));
            });
            var differed = await ledger.Commit.Write<bool?>((connection, _) =>
            {
                if (stored.Head(connection) != head) return null;
                if (derived.Stands(connection, ledger, id.Value.Bytes())) return false;
                derived.Whole(ledger, id.Value.Bytes()).Write(connection, ledger.Partnership, id.Value.Bytes(), stored.OpenedAt);
                return true;
            });
            if (differed is { } told) return told ? stored.Reference : null;
        }
    }
}
