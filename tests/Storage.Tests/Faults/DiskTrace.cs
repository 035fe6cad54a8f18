using System.Globalization;
using System.Text.RegularExpressions;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>
/// What a process did to the files of a ledger and what it said, in order, as strace saw it. From it the disk can be made as a power cut would have left it:
/// what was synced is there, and of what came later any part may be.
/// </summary>
internal sealed partial class DiskTrace
{
    private readonly List<Step> steps = [];

    private enum Kind { Write, Sync, Cut, Remove, Said }

    /// <summary>Reads what strace wrote.</summary>
    public static DiskTrace Read(string file)
    {
        var trace = new DiskTrace();
        Dictionary<string, string> syncing = [];
        foreach (var line in File.ReadLines(file))
        {
            var match = Call().Match(line);
            if (!match.Success)
            {
                // A sync counts from when it was done; it may have begun lines before.
                if (Resumed().Match(line) is { Success: true } done && syncing.Remove(done.Groups["thread"].Value, out var synced))
                    trace.steps.Add(new(Kind.Sync, synced));
                continue;
            }

            var (call, name, rest) = (match.Groups["call"].Value, FileOf(match.Groups["path"].Value), match.Groups["rest"].Value);
            if (call == "write" && Said(name, rest) is { } act) trace.steps.Add(new(Kind.Said, "", act));
            if (name is not ("lapwing.db" or "lapwing.db-wal")) continue;
            if (call is "fsync" or "fdatasync" && rest.Contains("unfinished", StringComparison.Ordinal)) syncing[match.Groups["thread"].Value] = name;
            else if (call is "fsync" or "fdatasync") trace.steps.Add(new(Kind.Sync, name));
            else if (call is "unlink") trace.steps.Add(new(Kind.Remove, name));
            else if (call is "ftruncate") trace.steps.Add(new(Kind.Cut, name, Number(rest, 1)));
            else if (call is "pwrite64") trace.steps.Add(new(Kind.Write, name, Number(rest, 3), Bytes(rest.Split('"')[1])));
        }

        return trace;
    }

    /// <summary>How many calls there were that changed or synced a file.</summary>
    public int Calls => steps.Count(step => step.Kind != Kind.Said);

    /// <summary>Makes the files as a power cut at a random moment may have left them.</summary>
    /// <param name="random">Which moment, and what of the rest is there.</param>
    /// <param name="before">The database as it was before the process began.</param>
    /// <returns>The files, and the acts that had been said.</returns>
    public (Dictionary<string, MemoryStream> Files, List<int> Said) CutPower(Random random, byte[] before)
    {
        var (first, last) = (steps.FindIndex(step => step.Kind == Kind.Said), steps.FindLastIndex(step => step.Kind == Kind.Said));
        var cut = random.Next(first + 1, last + 1);
        var synced = new Dictionary<string, int> { ["lapwing.db"] = -1, ["lapwing.db-wal"] = -1 };
        for (var i = 0; i < cut; i++)
            if (steps[i].Kind == Kind.Sync) synced[steps[i].File] = i;
        var files = synced.Keys.ToDictionary(name => name, _ => new MemoryStream());
        files["lapwing.db"].Write(before);
        List<int> said = [];
        for (var i = 0; i < cut; i++)
        {
            var step = steps[i];
            if (step.Kind == Kind.Said) said.Add((int)step.At);
            else if (i <= synced[step.File] || step.Kind == Kind.Remove || random.Next(2) == 0)
                Apply(step, files[step.File], i <= synced[step.File] ? int.MaxValue : 512 * random.Next(1, 17));
        }

        return (files, said);
    }

    private static void Apply(Step step, MemoryStream file, int most)
    {
        if (step.Kind == Kind.Remove) file.SetLength(0);
        else if (step.Kind == Kind.Cut) file.SetLength(step.At);
        else if (step.Kind == Kind.Write)
        {
            file.Position = step.At;
            file.Write(step.Data!, 0, Math.Min(most, step.Data!.Length));
        }
    }

    private static int? Said(string name, string rest) =>
        name.StartsWith("pipe:", StringComparison.Ordinal) && rest.Split('"') is [_, var hex, ..]
            && System.Text.Encoding.ASCII.GetString(Bytes(hex)) is { Length: > 4 } text && text[^1] == '\n'
            ? Acknowledged.Read(text[..^1]) : null;

    private static string FileOf(string hex) => Path.GetFileName(System.Text.Encoding.UTF8.GetString(Bytes(hex)));

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace("\\x", "", StringComparison.Ordinal));

    private static long Number(string rest, int place) => long.Parse(Digits().Match(rest.Split(", ")[place]).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<thread>\d+) +(?<call>\w+)\((?:\d+<|"")(?<path>(?:\\x[0-9a-f]{2})*)(?<rest>.*)$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?<thread>\d+) +<\.\.\. f(data)?sync resumed>.*= 0$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    private sealed record Step(Kind Kind, string File, long At = 0, byte[]? Data = null);
}
