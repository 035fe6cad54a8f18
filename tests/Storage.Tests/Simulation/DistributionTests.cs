using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Web;
using Lapwing.Web.Simulation;
using Xunit;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Storage.Tests.Simulation;

/// <summary>Whether simulated cases are as cases are, within wide limits: when they come, of what kind, how long, how much of them is left to do.</summary>
public sealed class DistributionTests : IDisposable
{
    private static readonly Simulated simulated = new(900, 3, SimulatedLedger.Until);
    private readonly SimulatedLedger ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task They_come_and_go_as_cases_do()
    {
        await ledger.Fill(simulated);
        var files = await SimulatedLedger.Cases(ledger.Data);
        var arrived = files.Select(file => London.TimeOf(file.Entries[0].Act.RecordedAt)).ToList();
        double Share(Func<DateTime, bool> of) => (double)arrived.Count(of) / arrived.Count;
        Assert.InRange(Share(at => at.Hour is < 7 or > 21), 0, 0.06);      // no peak at night
        Assert.InRange(Share(at => at.DayOfWeek == DayOfWeek.Monday), 0.19, 0.40);
        Assert.True(Share(at => at.DayOfWeek == DayOfWeek.Monday) > Share(at => at.DayOfWeek == DayOfWeek.Thursday));
        Assert.InRange(Share(at => at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday), 0.001, 0.10);
        Assert.InRange(Share(at => at.Month == 8) * 12, 0, 0.5);      // a summer holiday
        var forms = files.SelectMany(file => file.All<Concern.Reported>().First().Content.Told.Forms.Take(1)).CountBy(form => form)
            .OrderByDescending(form => form.Value).Select(form => form.Key).ToList();
        Assert.Equal("youth-produced-imagery", forms[0]);
        Assert.True(forms.Count > 8);
        var lengths = files.Select(file => file.Version).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 7, 12);
        Assert.InRange((double)lengths.Count(length => length <= 10) / lengths.Count, 0.4, 0.75);
        Assert.InRange(lengths[^1], 30, 62);
        var entries = files.SelectMany(file => file.Entries).ToList();
        Assert.InRange((double)entries.Count(entry => London.DayOf(entry.Act.RecordedAt) > entry.HappenedOn) / entries.Count, 0.01, 0.10);
        Assert.All(Enum.GetValues<Agency>().Take(5), agency => Assert.Contains(entries, entry => entry.Act.By.Agency == agency));
        Assert.Empty(MissingKinds(entries));
    }

    // What is fresh is open and in time as a rule; what is old is done as a rule; and some of it is late.
    [Fact]
    public async Task On_the_last_day_a_lead_has_late_and_fresh_cases_and_most_are_done()
    {
        await ledger.Fill(simulated);
        await using var opened = await DemonstrationCases.Open(ledger.Data, ledger.Clock);
        var (lead, today) = (Told.Of(DemonstrationPeople.SafeguardingLead), SimulatedLedger.Until);
        var mine = await Told.CasesOf(DemonstrationCases.Store(opened.Ledger, ledger.Clock), lead, TestContext.Current.CancellationToken);
        double Share(Func<WorkRow, bool> of) => (double)mine.Count(item => item.Work.Any(of)) / mine.Count;
        bool IsTheirs(WorkRow row) => row.By.Team == lead.Team;
        Assert.InRange(mine.Count, 400, 700);
        Assert.InRange(Share(row => IsTheirs(row) && row.Due < today), 0.01, 0.10);
        Assert.InRange(Share(row => IsTheirs(row) && row.Due == today), 0.002, 0.08);
        Assert.InRange(Share(row => IsTheirs(row) && row.Due > today), 0.002, 0.08);
        Assert.InRange(Share(IsTheirs), 0.05, 0.35);
        Assert.InRange(Share(row => !IsTheirs(row)), 0.01, 0.15);
    }

    // Each kind of thing that a form records comes up.
    private static IEnumerable<string> MissingKinds(List<Entry> entries)
    {
        var there = entries.Select(entry => entry.Content.GetType()).ToHashSet();
        Procedure[] ofTheCircle = [WhoIsIn.Procedure, LeavingOut.Procedure, BreakGlass.Procedure];      // the simulation adds nobody, and leaves nobody out
        return Catalogue.Records.Except(ofTheCircle.SelectMany(procedure => procedure.Records))
            .Where(kind => !kind.IsSuperseded && !there.Contains(kind.Type)).Select(kind => kind.Name);
    }
}
