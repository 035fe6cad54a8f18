using System.Globalization;
using System.Text;
using Lapwing.Casework.Cases;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>
/// Appends by several at once, makes checkpoints all the time, and says each act once its append was answered: what was said must never be lost.
/// </summary>
internal static class Load
{
    public const int Writers = 4;

    /// <summary>Runs until it is ended or has done its number.</summary>
    /// <param name="args">The data folder, a first number for ids, FULL or NORMAL, how many acts a writer does; "early" says acts before they are
    /// answered.</param>
    public static async Task<int> Run(string[] args)
    {
        var (first, number, isEarly) = (int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture),
            args is [.., "early"]);
        var folder = LedgerFolder.WithKeysBeside(args[0]);
        await using var ledger = folder.Open(TimeProvider.System, create: false, synchronous: args[2]);
        using var key = CheckpointKey.Read(folder.CheckpointKeyFile);
        var (store, checkpoints) = (new CaseStore(ledger, TimeProvider.System, Told.Circle, Told.NoWork), new Checkpoints(ledger, key, TimeProvider.System));
        using var output = Console.OpenStandardOutput();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < number; i++)
            {
                var id = first + (i * Writers) + writer;
                var said = Encoding.ASCII.GetBytes($"{id}\n");
                if (isEarly) Say(output, said);
                await Told.Append(store, new CaseId(Told.Id(first + writer + (i / 10 * Writers))), id);
                if (!isEarly) Say(output, said);
                if (writer == 0 && i % 5 == 0) await checkpoints.Make();
            }
        })));
        return 0;
    }

    private static void Say(Stream output, byte[] line)
    {
        lock (output) output.Write(line);
    }
}
