using System.Globalization;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>An entry as it is stored. The columns have one order: in the table, in what is sealed, in the chain.</summary>
internal sealed record EntryRow(
    byte[] Partnership, byte[] CaseId, long Sequence, byte[] ActId, long ActIndex, string Name, long RecordedAt, string HappenedOn, string? HappenedAt,
    byte[] AuthorAccount, string AuthorRole, string AuthorAgency, byte[] AuthorTeam, string PaperKind, byte[] PaperId, string AboutScope, byte[] AboutPeople,
    byte[] Sealed, byte[] PreviousHash, byte[] Hash)
{
    /// <summary>The columns that an entry is read from, in order.</summary>
    public const string Shown =
        "partnership, case_id, sequence, act_id, act_index, name, recorded_at, happened_on, happened_at, author_account, author_role, "
            + "author_agency, author_team, "
        + "paper_kind, paper_id, about_scope, about_people, sealed";

    /// <summary>All columns, in order.</summary>
    public const string Columns = $"{Shown}, previous_hash, hash";

    /// <summary>Where what is sealed stands among them, after all that is in the clear.</summary>
    public const int SealedAt = 17;

    private const string Days = "yyyy-MM-dd";
    private const string Times = "HH:mm:ss.FFFFFFF";

    /// <summary>The row of an entry, not yet sealed and chained.</summary>
    public static EntryRow Of(byte[] partnership, CaseId id, long sequence, NamedEntry named)
    {
        var (act, entry) = (named.Entry.Act, named.Entry);
        return new(partnership, id.Value.Bytes(), sequence, act.Id.Bytes(), entry.Index, named.Name, act.RecordedAt.UtcTicks,
            act.HappenedOn.ToString(Days, CultureInfo.InvariantCulture), act.HappenedAt?.ToString(Times, CultureInfo.InvariantCulture),
            BytesOf(act.By), Names<Role>.Of(act.By.Role), Names<Agency>.Of(act.By.Agency), act.By.Team.Bytes(),
            Names<PaperKind>.Of(entry.Paper.Kind), entry.Paper.Id.Bytes(), Names<SubjectScope>.Of(entry.About.Scope),
            [.. entry.About.People.SelectMany(person => person.Bytes())],
            [], [], []);
    }

    /// <summary>The row under a reader that selected <see cref="Columns"/>.</summary>
    public static EntryRow Read(SqliteDataReader r) => new(
        r.Blob(0), r.Blob(1), r.GetInt64(2), r.Blob(3), r.GetInt64(4), r.GetString(5), r.GetInt64(6), r.GetString(7), r.TextOrNone(8), r.Blob(9),
        r.GetString(10), r.GetString(11), r.Blob(12),
        r.GetString(13), r.Blob(14), r.GetString(15), r.Blob(16), r.Blob(17), r.Blob(18), r.Blob(19));

    /// <summary>The entry under a reader that selected <see cref="Shown"/>, its content opened.</summary>
    public static Entry Entry(SqliteDataReader r, Content content)
    {
        var (account, covered) = AuthorAt(r.Bytes(9));
        var by = new Author(account, Names<Role>.Find(r.Bytes(10)), Names<Agency>.Find(r.Bytes(11)), r.Id(12)) { For = covered };
        var at = r.TextOrNone(8) is { } time ? TimeOnly.ParseExact(time, Times, CultureInfo.InvariantCulture) : (TimeOnly?)null;
        var act = new Act(r.Id(3), by, r.Instant(6), Day(r.Bytes(7)), at);
        var about = new Subjects(Names<SubjectScope>.Find(r.Bytes(15)), People(r.Bytes(16)));
        return new((int)r.Number(4), act, new(Names<PaperKind>.Find(r.Bytes(13)), r.Id(14)), about, content);
    }

    /// <summary>An account, and behind it the account in whose place it was used.</summary>
    internal static byte[] BytesOf(Author by) => by.For is { } covered ? [.. by.Account.Bytes(), .. covered.Bytes()] : by.Account.Bytes();

    /// <summary>The same, read.</summary>
    internal static (Guid Account, Guid? For) AuthorAt(ReadOnlySpan<byte> bytes) => bytes.Length == 32
        ? (new(bytes[..16], bigEndian: true), new Guid(bytes[16..], bigEndian: true)) : (new(bytes, bigEndian: true), null);

    // Read from its bytes: through text and a format it costs as much as opening the seal.
    private static DateOnly Day(ReadOnlySpan<byte> text) => text.Length == 10 && text[4] == '-' && text[7] == '-'
        && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(text[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(text[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        ? new(year, month, day) : throw new FormatException("a day is not as it is stored");

    private static Guid[] People(ReadOnlySpan<byte> ids)
    {
        var people = ids.Length == 0 ? [] : new Guid[ids.Length / 16];
        for (var i = 0; i < people.Length; i++) people[i] = new(ids.Slice(16 * i, 16), bigEndian: true);
        return people;
    }

    /// <summary>What its content is sealed to, under such a reader: the same as <see cref="AddIdentity(CanonicalBytes)"/>.</summary>
    public static ReadOnlySpan<byte> IdentityAt(SqliteDataReader r, CanonicalBytes place)
    {
        place.Clear();
        for (var (row, column) = (r.Row(), 0); column < SealedAt; column++) place.Add(row, column);
        return place.Written;
    }

    /// <summary>Who and what it is, all in the clear: what its content is sealed to.</summary>
    public CanonicalBytes AddIdentity(CanonicalBytes to) => to.Add(
        Partnership, CaseId, Sequence, ActId, ActIndex, Name, RecordedAt, HappenedOn, HappenedAt, AuthorAccount, AuthorRole, AuthorAgency, AuthorTeam,
        PaperKind, PaperId, AboutScope, AboutPeople);

    /// <summary>Every column but its hash: what its hash is over.</summary>
    public CanonicalBytes AddAll(CanonicalBytes to) => AddIdentity(to).Add(Sealed, PreviousHash);

    /// <summary>Stores it.</summary>
    public void Insert(SqliteConnection connection) => connection.Insert(
        $"INSERT INTO entries ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        Partnership, CaseId, Sequence, ActId, ActIndex, Name, RecordedAt, HappenedOn, HappenedAt, AuthorAccount, AuthorRole, AuthorAgency, AuthorTeam,
        PaperKind, PaperId, AboutScope, AboutPeople,
        Sealed, PreviousHash, Hash);
}
