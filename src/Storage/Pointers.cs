using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// A case in which one's own service is or was, and in which one is not oneself: that there is one, and whom to ring. It says nothing of what it is about.
/// </summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Lead">The account of whoever leads it; none where nobody does yet.</param>
/// <param name="Team">The team that leads it, or that it was referred to.</param>
public sealed record Pointer(CaseId Case, string Reference, DateTimeOffset OpenedAt, Guid? Lead, Guid? Team);

/// <summary>Whether somebody is known to a service at all: asked by its front door, by whoever covers it, and by a referral desk.</summary>
/// <param name="connection">A reader's.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="viewer">Who asks, as they stand now.</param>
/// <param name="teams">Every team of their service.</param>
/// <param name="now">The moment.</param>
internal sealed class Pointers(SqliteConnection connection, Ledger ledger, Viewer viewer, IReadOnlySet<Guid> teams, DateTimeOffset now)
{
    // A name that stands in more cases of one service than these is no answer to whether somebody is known.
    private const int MostLookedAt = 500;

    // A place of these says that the service has the case; one that was asked in confidence, or stands in for a lead, says it to nobody else.
    private static readonly HashSet<Relation> told =
        [Relation.Receiver, Relation.Added, Relation.Worker, Relation.Manager, Relation.ActingLead, Relation.Lead];

    /// <summary>The first cases that have a reference, or all of these words in a part that the service has or had.</summary>
    public IReadOnlyList<Pointer> Find(string? reference, IReadOnlyList<string> words, int most)
    {
        if (viewer.IsGone) return [];
        var called = connection.Rows(r => r.Id(0), "SELECT case_id FROM cases WHERE partnership = ?1 AND reference = ?2", ledger.Partnership, reference ?? "");
        using var sealing = SealedLists.Unlock(ledger.Key);
        return [.. called.Select(id => Of(id, sealing, null))
            .Concat(SearchWords.Anywhere(connection, ledger, viewer, teams, words, MostLookedAt).Select(found => Of(found.Case, sealing, found.Papers)))
            .OfType<Pointer>().DistinctBy(one => one.Case).Take(most)];
    }

    private Pointer? Of(Guid id, Sealing sealing, IReadOnlySet<Guid>? papers)
    {
        if (LeftOutRows.Has(connection, ledger, viewer, id.Bytes()) || ListRows.StandingOf(connection, ledger, viewer, new(id), now) is not null) return null;
        if (ListRows.CircleOf(connection, ledger, id, sealing) is not { } circle || circle.LeavesOut(viewer)) return null;
        if (circle.Members.Any(member => member.Relation == Relation.ReceiverInConfidence && IsOurs(member))) return null;
        if (!circle.Members.Any(member => told.Contains(member.Relation) && IsOurs(member)
            && (papers is null || member.Paper == Paper.Whole || papers.Contains(member.Paper.Id)))) return null;
        var (opened, text) = connection.Rows(r => (r.Instant(0), r.Text(1)), "SELECT opened_at, reference FROM cases WHERE partnership = ?1 AND case_id = ?2",
            ledger.Partnership, id.Bytes())[0];
        var holds = circle.Members.Where(member => member.Until is null || now < member.Until).OrderByDescending(member => member.Relation).ToList();
        var lead = holds.Find(member => member.Relation is Relation.Lead or Relation.ActingLead);
        return new(new(id), text, opened, lead?.Account, lead?.In ?? holds.Find(member => member.Relation is Relation.Manager or Relation.Receiver)?.Team);
    }

    private bool IsOurs(Membership member) => (member.Team ?? member.In) is { } team && teams.Contains(team);
}
