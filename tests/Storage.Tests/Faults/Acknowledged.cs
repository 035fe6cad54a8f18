using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>What a load was told is recorded, held against what is there.</summary>
internal static class Acknowledged
{
    /// <summary>Which of the acts are not in a database.</summary>
    public static IReadOnlyList<int> Lost(string database, IEnumerable<int> acts)
    {
        var there = There(database);
        return [.. acts.Where(act => !there.Contains(act))];
    }

    /// <summary>All acts in a database.</summary>
    public static HashSet<int> There(string database)
    {
        using var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite);
        return [.. connection.Rows(r => (int)Convert.ToUInt32(Convert.ToHexString(r.Blob(0))[..8], 16), "SELECT act_id FROM entries")];
    }

    /// <summary>Starts the load as a process of its own, under other programs where they are named.</summary>
    public static Process Start(IEnumerable<string> under, string data, int first, string synchronous, int number, params string[] more)
    {
        string[] command = [.. under, "dotnet", typeof(Load).Assembly.Location, "load", data, $"{first}", synchronous, $"{number}", .. more];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>The act that a line says; none where the line was cut.</summary>
    public static int? Read(string? line) => int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var act) ? act : null;
}
