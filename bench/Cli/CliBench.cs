namespace Lapwing.Bench.Cli;

/// <summary>The command line as a user starts it, start-up included.</summary>
internal static class CliBench
{
    private const int Few = 100_000;
    private const int Many = 2_000_000;
    private const int Pairs = 9;

    public static async Task<int> Run()
    {
        var taskset = Processes.Has("taskset");
        string[] Cored(string[] command) => taskset ? Processes.OnOneCore(command) : command;
        Machine.Print();
        Console.WriteLine(taskset ? "One core: both processes run under taskset -c 0." : "taskset is not installed: both processes may use every core.");
        Console.WriteLine("Memory: VmHWM of /proc/PID/status, looked at every 10 ms; processor time from /proc/PID/stat. Output goes to /dev/null.");
        Console.WriteLine();

        var figures = new Figures();
        using (var file = new ConcernFile(Few)) await Speed(figures, file, Cored);
        using (var file = new ConcernFile(Many))
        {
            Memory(figures, "on one core", await Processes.Run(Cored(Processes.Lapwing("triage", file.Name))));
            if (Environment.ProcessorCount > 1 && taskset) Memory(figures, "on all cores", await Processes.Run(Processes.Lapwing("triage", file.Name)));
        }

        figures.Print();
        return 0;
    }

    private static async Task Speed(Figures figures, ConcernFile file, Func<string[], string[]> cored)
    {
        string[][] commands = [cored(Processes.Lapwing("triage", file.Name)), cored(Processes.Bench(ParseOnly.Documents, file.Name)),
            cored(Processes.Bench(ParseOnly.Tokens, file.Name))];
        var ended = commands.Select(_ => new Ended[Pairs]).ToArray();
        foreach (var command in commands) await Processes.Run(command);      // the file and the programs come into memory
        for (var pair = 0; pair < Pairs; pair++)
            for (var i = 0; i < commands.Length; i++) ended[i][pair] = await Processes.Run(commands[i]);

        using var one = new ConcernFile(1);
        var start = await Processes.Run(cored(Processes.Lapwing("triage", one.Name)));
        double Median(Ended[] all, Func<Ended, double> of) => Timing.Of([.. all.Select(of)]);
        double Ratio(Ended[] least, Func<Ended, double> of) => Timing.Of([.. least.Zip(ended[0], (l, o) => of(l) / of(o))]);
        void Against(string what, Ended[] least)
        {
            figures.Tell($"  {what}", Median(least, l => l.Seconds), "s", $" (processor {Median(least, l => l.Processor):0.00} s)");
            figures.AtLeast("    … ÷ ours", Ratio(least, e => e.Seconds), 0.4, "",
                $" (by processor time {Ratio(least, e => e.Processor):0.00}; {Pairs} pairs)");
        }

        figures.AtLeast("Decisions a second, start-up included", Few / Median(ended[0], o => o.Seconds), 100_000, "");
        figures.Tell($"  time for {Few:N0} ({file.Bytes / 1e6:0} MB)", Median(ended[0], o => o.Seconds), "s",
            $" (processor {Median(ended[0], o => o.Processor):0.00} s)");
        figures.Tell("  start-up and one concern", start.Seconds, "s", $" (processor {start.Processor:0.00} s)");
        Against("only parsing: each line into a document", ended[1]);
        Against("only looking at the tokens, keeping none", ended[2]);
    }

    private static void Memory(Figures figures, string where, Ended ended) => figures.AtMost(
        $"Peak memory on {Many:N0} concerns, {where}", ended.PeakKilobytes / 1024.0, 100, "MB", $" ({Many / ended.Seconds:N0} decisions a second)");
}
