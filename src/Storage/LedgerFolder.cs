using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>Where a ledger and its keys lie, and how it is opened: nothing is made that was not asked for, nothing doubtful is opened.</summary>
/// <param name="Data">The folder of the database.</param>
/// <param name="Keys">The folder of the keys: another disk, and not in the database's backups. In a demonstration it lies beside the data.</param>
public sealed record LedgerFolder(string Data, string Keys)
{
    /// <summary>The keys in a folder of their own beside the data, for a demonstration.</summary>
    public static LedgerFolder WithKeysBeside(string data) => new(data, Path.Combine(data, "keys"));

    /// <summary>The keys where somebody says that they are; without that beside the data.</summary>
    public static LedgerFolder At(string data, string? keys) => keys is null ? WithKeysBeside(data) : new(data, keys);

    /// <summary>The database.</summary>
    public string Database => Path.Combine(Data, "lapwing.db");

    /// <summary>The partnership key.</summary>
    public string PartnershipKeyFile => Path.Combine(Keys, "partnership-key");

    /// <summary>The key that signs checkpoints.</summary>
    public string CheckpointKeyFile => Path.Combine(Keys, "checkpoint-key.pem");

    /// <summary>Its public half, for whoever verifies.</summary>
    public string PublicKeyFile => Path.Combine(Data, "checkpoint-public-key.pem");

    private bool HasLog => new FileInfo(Database + "-wal") is { Exists: true, Length: > 0 };

    /// <summary>Makes both keys. Refuses where one is there already.</summary>
    public void MakeKeys()
    {
        foreach (var file in new[] { PartnershipKeyFile, CheckpointKeyFile, PublicKeyFile })
            if (File.Exists(file))
                throw new LedgerRefusedException($"{file} is there already and is never overwritten: what it sealed would be lost for good.");
        if (File.Exists(Database)) throw new LedgerRefusedException($"{Database} was sealed by another key, and a new one cannot open it: put its "
            + "key back, or restore it from its shares with lapwing keys restore.");
        try
        {
            PrivateFolder.Make(Data);
            PartnershipKey.Make(PartnershipKeyFile).Dispose();
            using var key = CheckpointKey.Make(CheckpointKeyFile);
            File.WriteAllText(PublicKeyFile, key.PublicPem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // none of them sealed or signed anything yet
            foreach (var file in new[] { PartnershipKeyFile, CheckpointKeyFile, PublicKeyFile }.Where(File.Exists)) File.Delete(file);
            throw new LedgerRefusedException($"The keys cannot be made in {Keys}, and their public half in {Data} ({e.Message}): make room, or "
                + "name folders that this account may write to. Nothing was left of them.", e);
        }
    }

    /// <summary>Opens the ledger, or refuses with one sentence that says what is wrong and what to do.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="create">Whether to make the database, and the keys too, where there are none. Never beside what is there already.</param>
    public Ledger Open(TimeProvider time, bool create = false) => Open(time, create, "FULL");

    /// <summary>Opens the ledger, in a test with less care for power cuts.</summary>
    internal Ledger Open(TimeProvider time, bool create, string synchronous)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (!File.Exists(Database))
        {
            if (!create) throw new LedgerRefusedException($"There is no database in {Data}: name its folder, restore it from a backup, or ask for a new one.");
            if (HasLog) throw new LedgerRefusedException($"{Database} is missing and its log is still there: put the database back beside it, or "
                + "take the log away to where it is kept.");
            if (!File.Exists(PartnershipKeyFile)) MakeKeys();
            Create(time);
        }

        var key = PartnershipKey.Read(PartnershipKeyFile);
        try
        {
            var partnership = Check(key);
            var done = BroughtForward.Do(Database, time.GetUtcNow(), Schema.Scripts);
            return new(Database, partnership, key, synchronous) { BroughtForward = done };
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether the file is shorter than the database says that it is, and no log holds the rest. It is asked twice: somebody else who opens it at the same
    /// moment may have begun a log, or written it back, since the first was counted.
    /// </summary>
    internal bool IsEndMissing(SqliteConnection connection)
    {
        bool IsShort() => !HasLog
            && connection.Value<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") > new FileInfo(Database).Length;
        return IsShort() && IsShort();
    }

    // Under another name until it is whole, so that a cut leaves nothing that looks like a ledger.
    private void Create(TimeProvider time)
    {
        using var key = PartnershipKey.Read(PartnershipKeyFile);
        PrivateFolder.Make(Data);
        var half = Database + ".new";
        foreach (var left in new[] { half, half + "-wal", half + "-shm" }) File.Delete(left);
        using (var connection = Sql.Connect(half, SqliteOpenMode.ReadWriteCreate))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Schema.Apply(connection, 0, Schema.Scripts);
            connection.Run("INSERT INTO partnership VALUES (?1, ?2, ?3)", NewId.Id().Bytes(), key.IdBytes, time.GetUtcNow().UtcTicks);
            transaction.Commit();
        }

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(half, KeyFile.OwnerOnly);      // its log takes the same mode
        File.Move(half, Database);
    }

    /// <summary>Looks whether the database can be opened, and by this key; gives the partnership.</summary>
    private Guid Check(PartnershipKey key)
    {
        try
        {
            var hasLog = HasLog;      // then pages may stand there alone
            using (var look = Verify.Open(Database)) Schema.VersionOf(look, Database);      // what belongs to something else is not changed by looking at it
            StartChecks.CanBeWritten(this);
            using var connection = Sql.Connect(Database, SqliteOpenMode.ReadWrite);
            var wrong = connection.Rows(r => r.GetString(0), "PRAGMA quick_check(1)")[0];
            if (!hasLog && IsEndMissing(connection)) wrong = "its end is missing";
            if (wrong != "ok")
                throw new LedgerRefusedException($"{Database} is damaged ({wrong.ReplaceLineEndings(" ")}): keep it as it is, and restore the last "
                    + "backup to another folder.");
            var (id, keyId) = connection.Rows(r => (r.Id(0), Convert.ToHexStringLower(r.Blob(1))), "SELECT id, key_id FROM partnership")[0];
            return key.Id == keyId ? id : throw new LedgerRefusedException($"{PartnershipKeyFile} is not the key of {Database}: its id is "
                + $"{key.Id}, and the one that is wanted is {keyId}. Put that one back, or restore it from its shares with lapwing keys restore.");
        }
        catch (Exception e) when (e is SqliteException or ArgumentOutOfRangeException)
        {
            throw new LedgerRefusedException($"{Database} cannot be read ({e.Message.ReplaceLineEndings(" ")}): if it is damaged, keep it as it "
                + "is, and restore the last backup to another folder.", e);
        }
    }
}
