using System.Buffers.Binary;
using Lapwing.Casework.Access;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>A word by which a case is found, as the tables have it.</summary>
/// <param name="Hash">The first 8 bytes of its keyed hash.</param>
/// <param name="Paper">The part of the case in which it stands; zeros for the whole.</param>
internal readonly record struct HashedWord(ulong Hash, Guid Paper)
{
    /// <summary>The hash as the tables have it.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Hash);
        return bytes;
    }
}

/// <summary>
/// The words by which cases are found, as keyed hashes: whoever has the file and no key sees that two cases have a word in common, and not which. A word
/// is found by whoever has the part of the case in which it stands.
/// </summary>
internal static class SearchWords
{
    /// <summary>How many words are looked for at most.</summary>
    public const int MostWords = 6;

    /// <summary>All of a case, each once.</summary>
    public static IReadOnlyList<HashedWord> Of(Ledger ledger, IEnumerable<FoundBy> words) =>
        [.. words.Distinct().Select(found => new HashedWord(HashOf(ledger, found.Word), found.Paper.Id)).Distinct()];

    /// <summary>All of a case as the table has them.</summary>
    public static IReadOnlyList<HashedWord> In(SqliteConnection connection, byte[] partnership, byte[] caseId) =>
        connection.Rows(r => new HashedWord(BinaryPrimitives.ReadUInt64BigEndian(r.Bytes(0)), r.Id(1)),
            "SELECT word, paper_id FROM case_words WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);

    /// <summary>Writes one, in the writer's turn.</summary>
    public static void Insert(SqliteConnection connection, byte[] partnership, byte[] caseId, HashedWord word) => connection.Run(
        "INSERT OR IGNORE INTO case_words (partnership, case_id, paper_id, word) VALUES (?1, ?2, ?3, ?4)", partnership, caseId, word.Paper.Bytes(),
        word.Bytes());

    /// <summary>Takes all of a case away, in the writer's turn.</summary>
    public static void DeleteAll(SqliteConnection connection, byte[] partnership, byte[] caseId) =>
        connection.Run("DELETE FROM case_words WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);

    /// <summary>Takes one away, in the writer's turn.</summary>
    public static void Delete(SqliteConnection connection, byte[] partnership, byte[] caseId, HashedWord word) => connection.Run(
        "DELETE FROM case_words WHERE partnership = ?1 AND case_id = ?2 AND paper_id = ?3 AND word = ?4", partnership, caseId, word.Paper.Bytes(),
        word.Bytes());

    /// <summary>
    /// Cases in which somebody is that have all of these words in a part that they have; the first few. It goes through the viewer's own places and asks of
    /// each whether the words stand there: what stands in cases that they are not in makes it neither longer nor shorter.
    /// </summary>
    public static IReadOnlyList<Guid> Find(SqliteConnection connection, Ledger ledger, Viewer viewer, IReadOnlyList<string> words, DateTimeOffset now, int most)
    {
        var hashes = Hashes(ledger, words);
        if (hashes.Count == 0) return [];
        return [.. viewer.Places.SelectMany(place => connection.Rows(r => r.Id(0), Sql(place, hashes.Count),
            [ledger.Partnership, place.Holder.Bytes(), place.Team.Bytes(), now.UtcTicks, most, .. LeftOutRows.Of(ledger, place),
                .. LeftOutRows.OfCovered(ledger, place), .. hashes])).Distinct().Take(most)];
    }

    /// <summary>
    /// Cases of some teams that have all of these words in one part, with those parts, whoever of them is in them: for <see cref="Pointers"/> alone, which
    /// says of each whether it may be told. One of which whoever asks is left out does not count among them.
    /// </summary>
    public static IEnumerable<(Guid Case, IReadOnlySet<Guid> Papers)> Anywhere(SqliteConnection connection, Ledger ledger, Viewer viewer,
        IReadOnlyCollection<Guid> teams, IReadOnlyList<string> words, int most)
    {
        var hashes = Hashes(ledger, words);
        if (hashes.Count == 0) return [];
        const int Keys = 4;
        var others = string.Concat(Enumerable.Range(Keys + LeftOutRows.Parameters, hashes.Count - 1).Select(i =>
            $" AND EXISTS (SELECT 1 FROM case_words o WHERE o.partnership = ?1 AND o.case_id = w.case_id AND o.paper_id = w.paper_id AND o.word = ?{i})"));
        var first = Keys + LeftOutRows.Parameters + hashes.Count - 1;
        var theirs = string.Join(", ", Enumerable.Range(first, teams.Count).Select(i => $"?{i}"));
        return connection.Rows(r => (Case: r.Id(0), Paper: r.Id(1)), "SELECT w.case_id, w.paper_id FROM case_words w INDEXED BY case_words_of_word "
            + $"WHERE w.partnership = ?1 AND w.word = ?2 AND {LeftOutRows.NotLeftOut("w.case_id", Keys)}{others} "
            + "AND EXISTS (SELECT 1 FROM memberships m WHERE m.partnership = ?1 AND m.case_id = w.case_id "
            + $"AND (m.team IN ({theirs}) OR m.in_team IN ({theirs}))) "
            + "ORDER BY w.case_id LIMIT ?3",
            [ledger.Partnership, hashes[0], most, .. LeftOutRows.Of(ledger, viewer), .. hashes.Skip(1), .. teams.Select(team => team.Bytes())])
            .GroupBy(row => row.Case).Select(rows => (rows.Key, (IReadOnlySet<Guid>)rows.Select(row => row.Paper).ToHashSet()));
    }

    private static List<byte[]> Hashes(Ledger ledger, IReadOnlyList<string> words) =>
        [.. words.Distinct(StringComparer.Ordinal).Take(MostWords).Select(word => new HashedWord(HashOf(ledger, word), default).Bytes())];

    private static string Sql(Viewer place, int words)
    {
        const int Keys = 6, Covered = Keys + LeftOutRows.Parameters;
        var has = string.Concat(Enumerable.Range(Covered + LeftOutRows.ParametersOfCovered(place), words).Select(i =>
            " AND EXISTS (SELECT 1 FROM case_words w WHERE w.partnership = ?1 "
            + $"AND w.case_id = m.case_id AND w.paper_id = m.paper_id AND w.word = ?{i})"));
        var covered = place.For is null ? "" : $" AND {LeftOutRows.NotLeftOut("m.case_id", Covered)}";
        string Theirs(string by, string value, string more) => $"SELECT m.case_id FROM memberships m INDEXED BY memberships_of_{by} WHERE m.partnership = ?1 "
            + $"AND m.{by} = {value} AND m.relation IN ({ListRows.Shared(place)}) AND (m.until_at IS NULL OR m.until_at > ?4){more} "
            + $"AND {LeftOutRows.NotLeftOut("m.case_id", Keys)}{covered}{has}";
        return $"SELECT DISTINCT case_id FROM ({Theirs("account", "?2", " AND (m.in_team IS NULL OR m.in_team = ?3)")} "
            + $"UNION ALL {Theirs("team", "?3", "")}) LIMIT ?5";
    }

    private static ulong HashOf(Ledger ledger, string word) =>
        BinaryPrimitives.ReadUInt64BigEndian(KeyedHash.Of(ledger.Key.ForWords, ledger.Partnership, word));
}
