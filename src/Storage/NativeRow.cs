using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// Columns of the row that a reader stands on, straight from SQLite. The usual way counts the uses of the statement's handle around each call, which costs more
/// than the call, and an entry has sixty of them. Whoever reads keeps the reader open, so there is nothing to count.
/// </summary>
internal static class NativeRow
{
    private const string Library = "e_sqlite3";

    /// <summary>The row that a reader stands on.</summary>
    public static nint Row(this SqliteDataReader reader) => reader.Handle!.DangerousGetHandle();

    /// <summary>The kind of value: one of SQLite's own numbers.</summary>
    public static int Kind(nint row, int column) => sqlite3_column_type(row, column);

    /// <summary>A whole number.</summary>
    public static long Number(nint row, int column) => sqlite3_column_int64(row, column);

    /// <summary>A blob, or the bytes of a text, until the reader goes on; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Bytes(nint row, int column)
    {
        var first = sqlite3_column_blob(row, column);      // before its length: it can change it
        return first == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), first),
            sqlite3_column_bytes(row, column));
    }

    [DllImport(Library), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int sqlite3_column_type(nint row, int column);

    [DllImport(Library), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern long sqlite3_column_int64(nint row, int column);

    [DllImport(Library), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern nint sqlite3_column_blob(nint row, int column);

    [DllImport(Library), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int sqlite3_column_bytes(nint row, int column);
}
