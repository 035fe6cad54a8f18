using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Simulation;

/// <summary>What was made, counted: by form of harm, by who reported, by who recorded.</summary>
internal static class Summary
{
    /// <summary>A line each.</summary>
    public static IEnumerable<string> Of(Simulated simulated, IReadOnlyDictionary<Agency, long> entries)
    {
        var plans = simulated.Plans().ToList();
        yield return $"{simulated.Cases:#,0} fictional cases up to the morning of {DecisionWords.Day(simulated.Until)}, {entries.Values.Sum():#,0} entries.";
        yield return "By main form of harm:";
        foreach (var line in Counted(plans.GroupBy(plan => plan.Form.Words).Select(same => (same.Key, same.LongCount()))))
            yield return line;
        yield return "Reported by:";
        foreach (var line in Counted(plans.GroupBy(plan => plan.Reporter.Team).Select(same => (same.Key, same.LongCount())))) yield return line;
        yield return "Entries recorded by:";
        foreach (var line in Counted(entries.Select(one => (Words(one.Key), one.Value)))) yield return line;
    }

    private static IEnumerable<string> Counted(IEnumerable<(string What, long Count)> all) =>
        all.OrderByDescending(one => one.Count).Select(one => $"{one.Count,11:#,0}  {one.What}");

    private static string Words(Agency agency) => agency switch
    {
        Agency.Education => "schools and colleges",
        Agency.SocialCare => "children's social care",
        Agency.Police => "the police",
        Agency.Health => "health",
        Agency.Lado => "the LADO",
        _ => "others",
    };
}
