using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>The facts of a report as they stood when one entry had told them.</summary>
/// <param name="Entry">The report, or a change of its facts.</param>
/// <param name="Facts">All of them, as whoever reads the case knew them then.</param>
public sealed record FactsVersion(Entry Entry, ConcernFacts Facts)
{
    /// <summary>
    /// The report and its changes, in the order of recording. A setting that writes down its facts anew does not know what stands in the case alone:
    /// it changes what it changed, and takes nothing of that away: what somebody answered yes in the case, the case alone takes back. None where it is no
    /// report.
    /// </summary>
    public static IReadOnlyList<FactsVersion> Of(CaseFile file, EntryId report)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.At(report) is not { } entry || file.Counting(report) is not Concern.Reported reported) return [];
        List<FactsVersion> all = [new(entry, reported.Told)];
        var (ofReport, now, ofCase) = (reported.Told, reported.Told, (ConcernFacts?)null);
        var changes = file.All<Concern.FactsChanged>().Where(change => change.Content.Of == report).OrderBy(change => file.PlaceOf(change.Id));
        foreach (var change in changes)
        {
            var told = change.Content.Told;
            var isOfReport = change.Entry.Paper == entry.Paper;
            now = isOfReport && ofCase is not null ? now.With(told, since: ofReport).Keeping(ofCase, now.ArrestedAt) : told;
            if (isOfReport) ofReport = told;
            else ofCase = (ofCase ?? reported.Told with { Forms = [], Yes = [] }).SaidBy(told, ofReport);
            all.Add(new(change.Entry, now));
        }

        return all;
    }

    /// <summary>The newest facts as those know them who read the report, and nothing that stands in the case alone.</summary>
    internal static ConcernFacts InReport(CaseFile file, Recorded<Concern.Reported> report) => OfReport(file, report.Id)[^1].Facts;

    /// <summary>The report and its changes as those know them who read the report, in the order of recording. None where it is no report.</summary>
    internal static IReadOnlyList<FactsVersion> OfReport(CaseFile file, EntryId report) => file.Once(AsReported.Of).By.GetValueOrDefault(report, []);

    // Those of every report of a case: each duty of a referral asks for them.
    private sealed record AsReported(Dictionary<EntryId, IReadOnlyList<FactsVersion>> By)
    {
        public static AsReported Of(CaseFile file)
        {
            var changes = file.All<Concern.FactsChanged>().OrderBy(change => file.PlaceOf(change.Id)).ToList();
            return new(file.All<Concern.Reported>().ToDictionary(report => report.Id, report => (IReadOnlyList<FactsVersion>)[new(report.Entry,
                report.Content.Told), .. changes.Where(change => change.Content.Of == report.Id && change.Entry.Paper == report.Entry.Paper)
                .Select(change => new FactsVersion(change.Entry, change.Content.Told))]));
        }
    }
}
