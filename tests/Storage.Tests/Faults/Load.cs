using System.Globalization;
using Lapwing.Casework.Cases;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>Appends without end, by several at once, and says each act once its append was answered: what was said must never be lost.</summary>
internal static class Load
{
    private const int Writers = 4;

    /// <summary>Runs until it is ended or has done its number.</summary>
    /// <param name="args">The data folder, a first number for ids, FULL or NORMAL, how many acts a writer does.</param>
    public static async Task<int> Run(string[] args)
    {
        var first = int.Parse(args[1], CultureInfo.InvariantCulture);
        var number = int.Parse(args[3], CultureInfo.InvariantCulture);
        await using var ledger = LedgerFolder.WithKeysBeside(args[0]).Open(TimeProvider.System, create: false, synchronous: args[2]);
        var store = new CaseStore(ledger, TimeProvider.System, Told.Circle, Told.NoWork);
        using var output = Console.OpenStandardOutput();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < number; i++)
            {
                var id = first + (i * Writers) + writer;
                await Told.Append(store, new CaseId(Told.Id(first + writer + (i / 10 * Writers))), id);
                lock (output)
                {
                    output.Write(System.Text.Encoding.ASCII.GetBytes($"{id}\n"));
                    output.Flush();
                }
            }
        })));
        return 0;
    }
}
