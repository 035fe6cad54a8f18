using System.Text;
using Lapwing.Casework.Cases;
using Lapwing.Web;
using Lapwing.Web.Simulation;
using Lapwing.Web.Verbs;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage.Tests.Simulation;

/// <summary>A folder that is filled by a simulation, and goes away with the test.</summary>
internal sealed class SimulatedLedger : IDisposable
{
    /// <summary>The day in whose morning they end: a Friday in term.</summary>
    public static readonly DateOnly Until = new(2026, 3, 27);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-simulated-");

    /// <summary>A clock of that morning.</summary>
    public StandingClock Clock { get; } = new() { Now = Casework.Calendar.London.InstantOf(Until, new(9, 0)) };

    /// <summary>The folder: not there before it is filled.</summary>
    public string Data => Path.Combine(root.FullName, "data");

    /// <summary>A folder beside it.</summary>
    public string Beside(string name) => Path.Combine(root.FullName, name);

    public void Dispose() => root.Delete(recursive: true);

    /// <summary>Brings a simulation in, past the command line; ends when it is told to, once so many cases are there.</summary>
    public async Task Fill(Simulated simulated, int endAfter = int.MaxValue)
    {
        using var cancel = new CancellationTokenSource();
        await using var ledger = LedgerFolder.WithKeysBeside(Data).Open(Clock, create: true, "OFF");
        void Tell(Progress progress)
        {
            if (progress.Cases >= endAfter) cancel.Cancel();
        }

        await simulated.BringInto(DemonstrationCases.Store(ledger, Clock).Whole, Tell, cancel.Token);
    }

    /// <summary>All cases of a folder, whole.</summary>
    public static async Task<IReadOnlyList<CaseFile>> Cases(string data)
    {
        await using var ledger = LedgerFolder.WithKeysBeside(data).Open(new StandingClock());
        return ledger.Read(connection => Ids(connection).Select(id =>
        {
            var stored = StoredCase.Find(connection, ledger.Partnership, id)!;
            using var sealing = stored.Unlock(ledger.Key);
            return stored.Load(connection, sealing);
        }).ToList());
    }

    /// <summary>All that stands in a folder, a line for each entry: who, when, where, about whom, what. What is random is left out.</summary>
    public static async Task<IReadOnlyList<string>> Lines(string data) => [.. (await Cases(data)).SelectMany(file => file.Entries.Select(entry =>
        $"{file.Id} {entry.Id} {entry.Act} {entry.Paper} {string.Join(' ', entry.About.People)} {Encoding.UTF8.GetString(EntryJson.Write(entry.Content))}"))];

    /// <summary>Runs the program.</summary>
    public static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.Run(args, Stream.Null, output, error);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static List<CaseId> Ids(SqliteConnection connection) => connection.Rows(r => new CaseId(r.Id(0)), "SELECT case_id FROM cases ORDER BY case_id");
}
