using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What came of bringing an older database forward.</summary>
/// <param name="From">The version that it had.</param>
/// <param name="To">The version that it has now.</param>
/// <param name="Copy">The copy that was made before: it is kept, and nothing takes it away but whoever runs the system.</param>
public sealed record BroughtForward(long From, long To, string Copy)
{
    /// <summary>
    /// Brings a database forward, in one transaction, after a copy of it: all steps or none. While it lasts nobody else writes, so that the copy holds all
    /// that was there. Null where there is nothing to do. Refuses, and changes nothing, where the copy cannot be made or a step fails.
    /// </summary>
    internal static BroughtForward? Do(string database, DateTimeOffset now, IReadOnlyList<string> scripts)
    {
        string? copy = null;
        try
        {
            using var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite);
            using var transaction = connection.BeginTransaction(deferred: false);
            var (from, to) = (Schema.VersionOf(connection, database), Schema.Oldest + scripts.Count - 1);
            if (from == to) return null;      // also where another process was first
            copy = CopyOf(database, from, now);
            Schema.Apply(connection, from, scripts);
            if (connection.Value<long>("PRAGMA user_version") != to) throw new InvalidOperationException($"the steps do not lead to version {to}");
            connection.Run("INSERT INTO brought_forward SELECT id, ?1, ?2, NULL FROM partnership", from, now.UtcTicks);
            transaction.Commit();
            return new(from, to, copy);
        }
        catch (SqliteException e)
        {
            if (copy is not null) File.Delete(copy);      // it says nothing that the database does not say
            var why = $"{database} cannot be brought forward ({e.Message.ReplaceLineEndings(" ")}) and was left as it is";
            throw new LedgerRefusedException($"{why}: make room if the disk is full, end what else has it open, or run the version that wrote it.", e);
        }
    }

    /// <summary>
    /// When a database was brought forward from a version whose program read the procedure otherwise: what was recorded before is decided anew. Null where
    /// it never was.
    /// </summary>
    internal static DateTimeOffset? DecidedAnewAt(SqliteConnection connection, byte[] partnership)
    {
        const long FirstThatReadsItAsNow = 3;
        var at = connection.Value<long>("SELECT coalesce(max(at), 0) FROM brought_forward WHERE partnership = ?1 AND was < ?2", partnership, FirstThatReadsItAsNow);
        return at == 0 ? null : new(at, TimeSpan.Zero);
    }

    /// <summary>Whether lists are still as an older program derived them.</summary>
    internal static bool LeftLists(SqliteConnection connection, byte[] partnership) =>
        connection.Value<long>("SELECT count(*) FROM brought_forward WHERE partnership = ?1 AND lists_at IS NULL", partnership) > 0;

    /// <summary>Lists are as this program derives them.</summary>
    internal static void ListsMade(SqliteConnection connection, byte[] partnership, DateTimeOffset at) =>
        connection.Run("UPDATE brought_forward SET lists_at = ?2 WHERE partnership = ?1 AND lists_at IS NULL", partnership, at.UtcTicks);

    // Under another name until it is whole and on the disk. Its mode is set before anything is in it.
    private static string CopyOf(string database, long version, DateTimeOffset now)
    {
        var folder = Path.GetDirectoryName(database)!;
        var name = string.Create(CultureInfo.InvariantCulture, $"lapwing-version-{version}-{now:yyyyMMdd-HHmmss}");
        var copy = Path.Combine(folder, name + ".db");
        // It was ended before the step, and began anew in the same second.
        for (var again = 2; File.Exists(copy); again++) copy = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{again}.db"));
        var half = copy + ".half";
        try
        {
            // Nobody else copies meanwhile: what was left was ended.
            foreach (var left in Directory.EnumerateFiles(folder, "lapwing-version-*.db.half*")) File.Delete(left);
            var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) how.UnixCreateMode = KeyFile.OwnerOnly;
            new FileStream(half, how).Dispose();
            using (var reader = Sql.Connect(database, SqliteOpenMode.ReadWrite)) reader.Run("VACUUM INTO ?1", half);
            using (var written = new FileStream(half, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);      // which SQLite does not
            File.Move(half, copy);
            return copy;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            if (File.Exists(half)) File.Delete(half);
            var why = $"{database} has version {version}, and the copy {copy}, which comes before it is brought forward, cannot be made";
            const string WhatToDo = "make room for it, or run the version that wrote it. Nothing was changed.";
            throw new LedgerRefusedException($"{why} ({e.Message.ReplaceLineEndings(" ")}): {WhatToDo}", e);
        }
    }
}
