using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Rules;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// What is known of a case: its entries, read by a rule book. Each thing is worked out when it is first asked for, once. Like a case it never changes
/// and knows no more than its reader.
/// </summary>
/// <param name="file">The case, as far as its reader sees it.</param>
/// <param name="rules">The editions by which it is read: what arose under one keeps it.</param>
public sealed class CaseView(CaseFile file, RuleBook rules)
{
    private readonly Dictionary<EntryId, IReadOnlyList<FactsVersion>> versions = [];
    private CaseView? earlier;

    /// <summary>The case.</summary>
    public CaseFile File => file;

    /// <summary>The editions by which it is read.</summary>
    public RuleBook Rules => rules;

    /// <summary>Every duty as its entries tell it, those that are done included.</summary>
    public IReadOnlyList<Duty> Duties => field ??= [.. Catalogue.All.SelectMany(procedure => procedure.Opens(this))];

    /// <summary>Every rule that holds in it.</summary>
    public IReadOnlyList<StandingRule> Standing => field ??= [.. Catalogue.All.SelectMany(procedure => procedure.Holds(this))];

    /// <summary>Who is in it, in the order of what lets them in.</summary>
    public IReadOnlyList<Membership> Members => Circle.Members;

    /// <summary>Who is in it, and who must not know of it.</summary>
    public Circle Circle => field ??= new(Admitted(), [.. Catalogue.All.SelectMany(procedure => procedure.LeavesOut(this)).Distinct()]);

    /// <summary>What its decisions require, in the order in which it was first required.</summary>
    internal IReadOnlyList<Requirement> Requirements => field ??= Procedures.Requirements.Of(this);

    /// <summary>The facts of a report and of each change of them, in the order of recording; none where it is no report.</summary>
    public IReadOnlyList<FactsVersion> VersionsOf(EntryId report)
    {
        if (versions.TryGetValue(report, out var known)) return known;
        return versions[report] = FactsVersion.Of(file, report);
    }

    /// <summary>The newest facts of a report that are in force: what waits for a signature, or was refused, is not.</summary>
    public FactsVersion InForce(EntryId report) => VersionsOf(report).Last(version => version.Entry.Id == report || !Concern.Waits(this, version.Entry.Id));

    /// <summary>The same case as it was earlier. The last one stays: after one entry is before the next, wherever several are told one by one.</summary>
    internal CaseView At(CaseFile then) => earlier?.File.Version == then.Version ? earlier : earlier = Of(then);

    /// <summary>The same case with other entries, read by the same rule book.</summary>
    public CaseView Of(CaseFile other) => new(other, rules);

    // Every look at a case waits for it, and most entries let nobody in.
    private List<Membership> Admitted()
    {
        List<Membership> members = [];
        foreach (var entry in file.Entries)
            foreach (var procedure in Catalogue.All) members.AddRange(procedure.Admits(this, entry));
        return members;
    }
}
