using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Lapwing.Storage;

/// <summary>What keeps a ledger from going on though nothing of it is damaged: whoever runs the machine can mend it, and then it goes on by itself.</summary>
public static class Fault
{
    private const int NoSpace = 28, NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>
    /// What is wrong and what to do, in a sentence for whoever runs the machine that holds nothing of what was typed; null where it is something
    /// else.
    /// </summary>
    public static string? OfTheDisk(Exception e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e switch
        {
            SqliteException { SqliteErrorCode: SQLITE_FULL } or IOException { HResult: NoSpace or NoSpaceOnWindows } =>
                "The disk is full: make room; nothing needs to be started again.",
            SqliteException { SqliteErrorCode: SQLITE_IOERR } =>
                "The disk cannot be read or written to, or is full: look at it; nothing needs to be started again.",
            SqliteException { SqliteErrorCode: SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM } =>
                "The database, or the folder it lies in, cannot be written to: give both to the account that runs Lapwing.",
            SqliteException { SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED } => "Another program has held the database for long: end it.",
            { InnerException: { } inner } => OfTheDisk(inner),
            _ => null,
        };
    }

    /// <summary>Whether a row or a value does not read as it was written. What reads many names such a one, leaves it as it is and goes on.</summary>
    internal static bool IsDamage(Exception e) =>
        e is LedgerRefusedException or FormatException or ArgumentException or InvalidCastException or OverflowException;
}
