using System.ComponentModel;
using Lapwing.Bench.Api;
using Lapwing.Bench.Calendar;
using Lapwing.Bench.Cases;
using Lapwing.Bench.Cli;
using Lapwing.Bench.Ledger;
using Lapwing.Bench.Triage;
using Lapwing.Bench.Web;
using Lapwing.Bench.Words;

namespace Lapwing.Bench;

/// <summary>What can be measured. Exit 0: measured, whether the targets were met or not; 1: two implementations disagree; 2: cannot be measured here.</summary>
internal static class Measuring
{
    private const string Usage = """
        ./dev bench triage      the decision over packed facts, beside hand-written rules and a rule engine (under a minute)
        ./dev bench calendar    a date in 45 working days, beside a loop over days (seconds)
        ./dev bench words       what looks through typed words for pictures: an ordinary text, and 1 MB of each text made to take long (a minute)
        ./dev bench cli         100,000 concerns on the command line on one core, and its memory on 2,000,000 (two minutes, 1.5 GB of temporary disk)
        ./dev bench api         requests a second, beside a bare endpoint (a minute and a half; needs wrk)
        ./dev bench web         the pages: start, memory, weight, and the decision page beside a bare one (two minutes; needs wrk)
        ./dev bench ledger      sealing, opening a long case, duties, commits, verifying a million entries (three minutes, 1.5 GB of temporary disk);
                                alone, each by its name: seal, open, duties, commits, verify
        ./dev bench simulate    making 40,000 fictional cases, three times (a minute and a half, 600 MB of temporary disk)
        ./dev bench cases       signed-in pages and durable appends beside bare ones, start and memory (five minutes; needs wrk);
                                alone, each by its name: append, pages, start
        ./dev bench lists       your work with 50, 5,000 and 100,000 cases of one team, and a search among them (six minutes, 1.5 GB of temporary disk;
                                needs wrk)
        """;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                [] or ["--help"] or ["-h"] => Print(Usage),
                ["triage"] => TriageBench.Run(),
                ["calendar"] => CalendarBench.Run(),
                ["words"] => WordsBench.Run(),
                ["cli"] => await CliBench.Run(),
                ["api"] => await ApiBench.Run(),
                ["web"] => await WebBench.Run(),
                ["ledger", .. var parts] => await LedgerBench.Run(parts),
                ["simulate"] => await SimulateBench.Run(),
                ["lists"] => await ListsBench.Run(),
                ["cases", .. var parts] => await CasesBench.Run(parts),
                [AppendServer.Mode, var url] => await AppendServer.Run(url),
                [BareStatement.Inserting, var url, var isGrouped] => await BareStatement.Insert(url, isGrouped == BareStatement.Grouped),
                [BareStatement.Reading, var url, var lines] =>
                    await BareStatement.ReadPage(url, int.Parse(lines, System.Globalization.CultureInfo.InvariantCulture)),
                [EmptyPage.Mode, var url, var bytes] => await EmptyPage.Run(url, int.Parse(bytes, System.Globalization.CultureInfo.InvariantCulture)),
                [ParseOnly.Documents or ParseOnly.Tokens, var file] => ParseOnly.Run(args[0], file),
                [BareEndpoint.Mode, var url] => await BareEndpoint.Run(url),
                [BarePage.Mode, var url, var lines] => await BarePage.Run(url, int.Parse(lines, System.Globalization.CultureInfo.InvariantCulture)),
                _ => Refuse($"there is no '{string.Join(' ', args)}' to measure; ./dev bench lists what there is."),
            };
        }
        catch (DisagreementException e)
        {
            return Refuse(e.Message, exit: 1);
        }
        catch (Exception e) when (e is CannotMeasureException or IOException or Win32Exception)
        {
            return Refuse(e.Message);
        }
    }

    private static int Print(string text)
    {
        Console.WriteLine(text);
        return 0;
    }

    private static int Refuse(string why, int exit = 2)
    {
        Console.Error.WriteLine($"bench: {why}");
        return exit;
    }
}

/// <summary>Something that the measurement needs is not here: one sentence for the person who started it.</summary>
internal sealed class CannotMeasureException(string message) : Exception(message);

/// <summary>Two implementations that are compared do not agree, so their times mean nothing.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
