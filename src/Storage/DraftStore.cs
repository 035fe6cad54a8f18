using System.Security.Cryptography;
using System.Text;
using Lapwing.Casework.Access;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What somebody typed and has not recorded.</summary>
/// <param name="Id">Its id, among theirs.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="Text">What they typed.</param>
public sealed record Draft(Guid Id, DateTimeOffset SavedAt, string Text);

/// <summary>A draft that does not open where it stands. It is named, and left as it is: nothing takes it away but its author.</summary>
/// <param name="Id">Its id, among theirs.</param>
/// <param name="SavedAt">When it was last saved, as far as its row says.</param>
public sealed record DamagedDraft(Guid Id, DateTimeOffset SavedAt);

/// <summary>
/// Drafts: a row for each, of one person and seen by nobody else, sealed with a key of its own. They survive a closed lid and another device; they are no
/// part of a case, and recording takes them away.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class DraftStore(Ledger ledger, TimeProvider time)
{
    private const int IdSize = 16;
    private const string Columns = "draft_id, saved_at, wrapped_key, sealed, account";

    /// <summary>Somebody's draft; null where they have none of that id that opens, whoever else has one.</summary>
    public Draft? Find(Viewer viewer, Guid id)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return ledger.Read(connection => Find(connection, viewer.Account, id, TryRead));
    }

    /// <summary>All of somebody's drafts that open, the last saved first.</summary>
    public IReadOnlyList<Draft> Of(Viewer viewer) => Of(viewer, out _);

    /// <summary>All of somebody's drafts that open, the last saved first; and those that do not.</summary>
    public IReadOnlyList<Draft> Of(Viewer viewer, out IReadOnlyList<DamagedDraft> damaged)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (drafts, left) = (new List<Draft>(), new List<DamagedDraft>());
        ledger.Read(connection =>
        {
            connection.Each(
                r =>
                {
                    if (TryRead(r) is { } draft) drafts.Add(draft);
                    else left.Add(new(r.Bytes(0).Length == IdSize ? r.Id(0) : default, At(r.Number(1))));
                },
                $"SELECT {Columns} FROM drafts WHERE partnership = ?1 AND account = ?2 ORDER BY saved_at DESC", ledger.Partnership, viewer.Account.Bytes());
            return true;
        });
        damaged = left;
        return drafts;
    }

    /// <summary>Saves a draft, in the place of what it was; what does not open is kept beside it, and named.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="id">Its id, among theirs.</param>
    /// <param name="text">All of it.</param>
    public Task Save(Guid account, Guid id, string text) => ledger.Commit.Write((connection, _) => Write(connection, account, id, text));

    /// <summary>
    /// Goes on with a draft: in the writer's turn, so that two devices that go on at once both do, one after the other. Null, and nothing changed,
    /// where there is none; refuses one that does not open.
    /// </summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="id">Its id, among theirs.</param>
    /// <param name="change">What it becomes, and what else comes of that.</param>
    public Task<T?> Change<T>(Guid account, Guid id, Func<string, (string Text, T Result)> change) where T : class => ledger.Commit.Write((connection, _) =>
    {
        if (Find(connection, account, id, Read) is not { } draft) return null;
        var (text, result) = change(draft.Text);
        Write(connection, account, id, text);
        return result;
    });

    /// <summary>Whether somebody has a draft of that id: it is not opened.</summary>
    public bool Has(Guid account, Guid id) => ledger.Read(connection => connection.Value<long>(
        "SELECT count(*) FROM drafts WHERE partnership = ?1 AND account = ?2 AND draft_id = ?3", ledger.Partnership, account.Bytes(), id.Bytes())) > 0;

    /// <summary>Saves a draft in the writer's turn, as what is there already allows; says whether it did.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="id">Its id, among theirs.</param>
    /// <param name="text">All of it, from what is there or from nothing; null leaves what is there.</param>
    public Task<bool> Put(Guid account, Guid id, Func<string?, string?> text) => ledger.Commit.Write((connection, _) =>
        text(Find(connection, account, id, TryRead)?.Text) is { } whole && Write(connection, account, id, whole));

    /// <summary>Settles two drafts that belong together, in one writer's turn, as what is there then allows; says whether it did.</summary>
    /// <param name="account">Whose they are.</param>
    /// <param name="one">The one, which stays as it is where nothing takes its place.</param>
    /// <param name="other">The other, which is taken away where nothing takes its place.</param>
    /// <param name="texts">What they become, from what is there; null leaves both.</param>
    public Task<bool> Settle(Guid account, Guid one, Guid other, Func<string?, string?, (string? One, string? Other)?> texts) =>
        ledger.Commit.Write((connection, _) =>
        {
            string? TextOf(Guid id) => Find(connection, account, id, TryRead)?.Text;
            if (texts(TextOf(one), TextOf(other)) is not var (first, second)) return false;
            if (first is not null) Write(connection, account, one, first);
            return second is not null ? Write(connection, account, other, second) : Take(connection, account, other) > 0;
        });

    /// <summary>Takes a draft away: it was recorded, or its author gives it up.</summary>
    public Task Remove(Guid account, Guid id) => ledger.Commit.Write((connection, _) => Take(connection, account, id));

    /// <summary>
    /// Takes away what nobody went on with for long, and says how much that was: so many days ago by the clock, and on so many days since the
    /// program ran for an hour. What does not open is left.
    /// </summary>
    /// <param name="days">How many days.</param>
    /// <param name="isKept">Whether a draft is kept all the same.</param>
    public async Task<int> Purge(int days, Func<Draft, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(isKept);
        var old = ledger.Read(connection => connection.Rows(
            r => (Account: r.Blob(4), Draft: TryRead(r)),
                $"SELECT {Columns} FROM drafts WHERE partnership = ?1 AND saved_at < ?2 AND saved_day + ?3 <= {RunningDays.SoFar}",
            ledger.Partnership, time.GetUtcNow().AddDays(-days).UtcTicks, days));
        var gone = old.Where(one => one.Draft is { } draft && !isKept(draft)).Select(one => (one.Account, Draft: one.Draft!)).ToList();
        if (gone.Count == 0) return 0;
        return await ledger.Commit.Write((connection, _) => gone.Sum(one => connection.Run(
            "DELETE FROM drafts WHERE partnership = ?1 AND account = ?2 AND draft_id = ?3 AND saved_at = ?4", ledger.Partnership, one.Account,
            one.Draft.Id.Bytes(), one.Draft.SavedAt.UtcTicks)));
    }

    private int Take(SqliteConnection connection, Guid account, Guid id) =>
        connection.Run("DELETE FROM drafts WHERE partnership = ?1 AND account = ?2 AND draft_id = ?3", ledger.Partnership, account.Bytes(), id.Bytes());

    private Draft? Find(SqliteConnection connection, Guid account, Guid id, Func<SqliteDataReader, Draft?> read) => connection.Rows(
        read, $"SELECT {Columns} FROM drafts WHERE partnership = ?1 AND account = ?2 AND draft_id = ?3", ledger.Partnership, account.Bytes(),
        id.Bytes()).FirstOrDefault();

    private Draft Read(SqliteDataReader r)
    {
        var (id, savedAt, owner) = (r.Id(0), r.GetInt64(1), Owner(r.Blob(4), r.Blob(0)));
        var key = ledger.Key.Unwrap(r.Blob(2), ledger.Partnership, owner, "of a draft");
        using var sealing = new Sealing(key);
        CryptographicOperations.ZeroMemory(key);
        return new(id, new(savedAt, TimeSpan.Zero), Encoding.UTF8.GetString(sealing.Open(r.Blob(3), PlaceOf(owner, savedAt), () => "a draft")));
    }

    private Draft? TryRead(SqliteDataReader r)
    {
        try
        {
            return Read(r);
        }
        catch (Exception e) when (Fault.IsDamage(e))
        {
            return null;
        }
    }

    // A row that was altered may say any number.
    private static DateTimeOffset At(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new(ticks, TimeSpan.Zero) : default;

    // A fresh key each time: what stood there before opens with nothing that is left.
    private bool Write(SqliteConnection connection, Guid account, Guid id, string text)
    {
        var (savedAt, owner) = (time.GetUtcNow().UtcTicks, Owner(account.Bytes(), id.Bytes()));
        PutAside(connection, account, id);
        var key = RandomNumberGenerator.GetBytes(Sealing.KeySize);
        using var sealing = new Sealing(key);
        var wrapped = ledger.Key.Wrap(key, ledger.Partnership, owner);
        CryptographicOperations.ZeroMemory(key);
        connection.Insert("INSERT OR REPLACE INTO drafts (partnership, account, draft_id, saved_at, wrapped_key, sealed, saved_day) "
            + $"VALUES (?1, ?2, ?3, ?4, ?5, ?6, {RunningDays.SoFar})",
            ledger.Partnership, account.Bytes(), id.Bytes(), savedAt, wrapped, sealing.Seal(Encoding.UTF8.GetBytes(text), PlaceOf(owner, savedAt)));
        return true;
    }

    // What does not open is not written over. Its id beside follows from the one that it had, so that whoever can mend it knows where it stood.
    private void PutAside(SqliteConnection connection, Guid account, Guid id)
    {
        if (Opens(connection, account, id) is not [false]) return;
        var aside = Beside(id);
        while (Opens(connection, account, aside).Count > 0) aside = Beside(aside);
        connection.Run("UPDATE drafts SET draft_id = ?4 WHERE partnership = ?1 AND account = ?2 AND draft_id = ?3",
            ledger.Partnership, account.Bytes(), id.Bytes(), aside.Bytes());
    }

    private IReadOnlyList<bool> Opens(SqliteConnection connection, Guid account, Guid id) => connection.Rows(
        r => TryRead(r) is not null,
        $"SELECT {Columns} FROM drafts WHERE partnership = ?1 AND account = ?2 AND draft_id = ?3", ledger.Partnership, account.Bytes(), id.Bytes());

    private static Guid Beside(Guid id) => new(SHA256.HashData([.. "beside "u8, .. id.Bytes()]).AsSpan(0, IdSize), bigEndian: true);

    // Twice as long as a case's id, so that no key of a case is ever taken for one of a draft.
    private static byte[] Owner(byte[] account, byte[] id) => [.. account, .. id];

    private byte[] PlaceOf(byte[] owner, long savedAt) => new CanonicalBytes().Add("draft/1", ledger.Partnership, owner, savedAt).Written.ToArray();
}
