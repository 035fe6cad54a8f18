using System.Text.Json;
using Lapwing.Storage;

namespace Lapwing.Web.Simulation;

/// <summary>
/// The folder of a simulation: new, or begun by the same one before. A file in it says that all of it is fictional, and of which simulation it is; a
/// folder with anything in it and no such file is somebody's, and stays as it is.
/// </summary>
internal static class SimulationFolder
{
    private const string Mark = "simulation.json";

    /// <summary>Makes sure that a folder may be filled, and marks it; gives what is simulated in it. Refuses any other folder.</summary>
    /// <param name="folder">The folder, and that of its keys.</param>
    /// <param name="cases">How many cases are wanted.</param>
    /// <param name="seed">Which.</param>
    /// <param name="until">The last day; where it is none, that with which it was begun, or today.</param>
    /// <param name="today">The London day.</param>
    public static Simulated Take(LedgerFolder folder, int cases, long seed, DateOnly? until, DateOnly today)
    {
        var file = Path.Combine(folder.Data, Mark);
        if (File.Exists(file))
        {
            var begun = Read(file);
            return begun == new Simulated(cases, seed, until ?? begun.Until) ? begun
                : throw new LedgerRefusedException($"{folder.Data} was begun with {begun.Words}: give these to go on, or name a new folder.");
        }

        foreach (var place in new[] { folder.Data, folder.Keys })
            if (File.Exists(place) || (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()))
                throw new LedgerRefusedException($"{place} is there already and holds something else: a simulation goes into a new folder, never into "
                    + "one that is in use. Name another. Nothing in it was changed.");
        var made = new Simulated(cases, seed, until ?? today);
        PrivateFolder.Make(folder.Data);
        var half = file + ".new";
        File.WriteAllText(half, JsonSerializer.Serialize(new Marked("All cases in this folder are fictional: lapwing simulate made them.", made.Cases,
            made.Seed, made.Until), options));
        File.Move(half, file);
        return made;
    }

    private static readonly JsonSerializerOptions options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    private static Simulated Read(string file)
    {
        try
        {
            if (JsonSerializer.Deserialize<Marked>(File.ReadAllText(file), options) is { } marked) return new(marked.Cases, marked.Seed, marked.Until);
        }
        catch (JsonException)      // said below
        {
        }

        throw new LedgerRefusedException($"{file} does not say what was begun there: name a new folder.");
    }

    private sealed record Marked(string What, int Cases, long Seed, DateOnly Until);
}
