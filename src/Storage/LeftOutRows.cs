using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>Who is left out of a case, as the tables have it.</summary>
/// <param name="Hash">The first 8 bytes of a keyed hash, of an account or of how a name sounds, as text.</param>
/// <param name="But">The accounts to whom it does not apply.</param>
internal readonly record struct LeftOutRow(string Hash, string But);

/// <summary>
/// Who must not know that a case exists, as keyed hashes. Every list, count and search asks it of each case that it comes upon, whether anybody is left out
/// of it or not: so nobody learns from an answer, nor from how long it takes, that they are.
/// </summary>
internal static class LeftOutRows
{
    /// <summary>How many parameters it takes to ask whether somebody is left out.</summary>
    public const int Parameters = Keys + 1;

    /// <summary>Under how many keys somebody can be left out: their account, how their name sounds, and the setting that they lead.</summary>
    private const int Keys = 2 + NameSounds.MostOfAccount;

    /// <summary>That a case does not leave somebody out, for a statement.</summary>
    /// <param name="caseId">The case's column.</param>
    /// <param name="first">The number of the first of its parameters: <see cref="Of(Ledger, Viewer)"/>.</param>
    public static string NotLeftOut(string caseId, int first) => $"NOT EXISTS (SELECT 1 FROM {Those(caseId, first)})";

    /// <summary>Whether somebody is left out of a case, or whom they stand in for.</summary>
    public static bool Has(SqliteConnection connection, Ledger ledger, Viewer viewer, byte[] caseId) => Has(connection, ledger, caseId, Of(ledger, viewer))
        || (viewer.For is not null && Has(connection, ledger, caseId, OfCovered(ledger, viewer)));

    /// <summary>The keys of somebody, and their account: the values of <see cref="NotLeftOut"/>.</summary>
    public static object?[] Of(Ledger ledger, Viewer viewer) => Of(ledger, viewer.Account, viewer.Sounds, viewer.For is null ? null : viewer.Leads);

    /// <summary>The same of whom they stand in for; none where it is their own place, or a team's.</summary>
    public static object?[] OfCovered(Ledger ledger, Viewer viewer) => viewer.For is { } covered ? Of(ledger, covered, viewer.ForSounds) : [];

    /// <summary>How many parameters that takes.</summary>
    public static int ParametersOfCovered(Viewer viewer) => viewer.For is null ? 0 : Parameters;

    /// <summary>The rows of who is left out of a case, each once.</summary>
    public static HashSet<LeftOutRow> Of(Ledger ledger, IEnumerable<LeftOut> all) => [.. all.Select(one =>
        new LeftOutRow(Convert.ToHexString(HashOf(ledger, TextOf(one))), one.But))];

    /// <summary>All of a case as the table has them.</summary>
    public static HashSet<LeftOutRow> In(SqliteConnection connection, byte[] partnership, byte[] caseId) => [.. connection.Rows(
        r => new LeftOutRow(Convert.ToHexString(r.Bytes(0)), r.Text(1)), "SELECT hash, but_for FROM left_out WHERE partnership = ?1 AND case_id = ?2",
        partnership, caseId)];

    /// <summary>Writes all of a case in the place of what is there, in the writer's turn.</summary>
    public static void Write(SqliteConnection connection, byte[] partnership, byte[] caseId, IEnumerable<LeftOutRow> rows)
    {
        connection.Run("DELETE FROM left_out WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);
        foreach (var row in rows)
            connection.Insert("INSERT INTO left_out (partnership, case_id, hash, but_for) VALUES (?1, ?2, ?3, ?4)", partnership, caseId,
                Convert.FromHexString(row.Hash), row.But);
    }

    private static bool Has(SqliteConnection connection, Ledger ledger, byte[] caseId, object?[] keys) =>
        connection.Value<long>($"SELECT count(*) FROM {Those("?2", 3)}", [ledger.Partnership, caseId, .. keys]) > 0;

    private static object?[] Of(Ledger ledger, Guid whose, IReadOnlyList<string> sounds, Guid? leads = null)
    {
        var account = HashOf(ledger, AccountText(whose));
        var values = Enumerable.Repeat((object?)account, Keys + 1).ToArray();
        for (var i = 0; i < sounds.Count && i < NameSounds.MostOfAccount; i++) values[i + 1] = HashOf(ledger, SoundText(sounds[i]));
        if (leads is { } setting) values[Keys - 1] = HashOf(ledger, LeadsText(setting));
        values[Keys] = whose.ToString("N");
        return values;
    }

    private static string Those(string caseId, int first) => $"left_out o WHERE o.partnership = ?1 AND o.case_id = {caseId} "
        + $"AND o.hash IN ({string.Join(", ", Enumerable.Range(first, Keys).Select(i => $"?{i}"))}) AND instr(o.but_for, ?{first + Keys}) = 0";

    private static string TextOf(LeftOut one) => one.Sound is { } sound ? SoundText(sound) : one.LeadsOf is { } setting ? LeadsText(setting)
        : AccountText(one.Account ?? default);

    private static string LeadsText(Guid setting) => $"leads {setting:N}";

    private static string AccountText(Guid account) => $"account {account:N}";

    private static string SoundText(string sound) => $"sound {sound}";

    private static byte[] HashOf(Ledger ledger, string text) => KeyedHash.Of(ledger.Key.ForLeavingOut, ledger.Partnership, text);
}
