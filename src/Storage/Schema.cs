using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// The versions of the database: one script for each, which only adds, so that what was written under an older one is read as it is. A new ledger is made
/// by all of them, one after another, and so is the same as one that was brought forward.
/// </summary>
internal static class Schema
{
    /// <summary>The oldest version that can be brought forward. Older ones were never released.</summary>
    public const long Oldest = 2;

    private const long ApplicationId = 0x4C415057;

    /// <summary>The scripts: the first makes <see cref="Oldest"/>, each other one brings its predecessor one version on.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [.. Read()];

    /// <summary>The version that this program makes and works with.</summary>
    public static long Newest => Oldest + Scripts.Count - 1;

    /// <summary>Does every step after a version; 0 is nothing at all. The caller's transaction makes them one.</summary>
    public static void Apply(SqliteConnection connection, long after, IReadOnlyList<string> scripts)
    {
        foreach (var script in scripts.Skip((int)Math.Max(0, after - Oldest + 1))) connection.Run(script);
    }

    /// <summary>The version of a database. Refuses one of something else, and one that this program can neither read nor bring forward.</summary>
    public static long VersionOf(SqliteConnection connection, string file)
    {
        if (connection.Value<long>("PRAGMA application_id") != ApplicationId)
            throw new LedgerRefusedException($"{file} is no database of Lapwing: name the folder of one.");
        var version = connection.Value<long>("PRAGMA user_version");
        var known = $"{file} has version {version}, and this Lapwing";
        if (version > Newest) throw new LedgerRefusedException($"{known} knows version {Newest}: run the version that wrote it, or a later one.");
        const string OnlyThatOne = "only the Lapwing that wrote it opens it. Keep it as it is, and name another folder for new cases.";
        return version >= Oldest ? version : throw new LedgerRefusedException($"{known} brings forward only version {Oldest} and later: {OnlyThatOne}");
    }

    private static IEnumerable<string> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        for (var version = Oldest; ; version++)
        {
            using var script = assembly.GetManifestResourceStream(string.Create(CultureInfo.InvariantCulture, $"Schema.{version:0000}.sql"));
            if (script is null) yield break;
            using var reader = new StreamReader(script);
            yield return reader.ReadToEnd();
        }
    }
}
