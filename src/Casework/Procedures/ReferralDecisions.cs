using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Procedures;

/// <summary>What was decided on a referral: about each child of what was passed on, the last decision counts.</summary>
/// <param name="file">The case.</param>
/// <param name="made">The referral.</param>
internal sealed class ReferralDecisions(CaseFile file, Recorded<Made> made)
{
    private IReadOnlyList<Recorded<Referral.Decided>> All => field ??= [.. file.All<Referral.Decided>()
        .Where(one => one.Content.Of == made.Id && one.HappenedOn >= made.HappenedOn).OrderBy(one => file.PlaceOf(one.Id))];

    /// <summary>The children and groups of the reports that were passed on, as those know them who read these, in the order in which they came in.</summary>
    public IReadOnlyList<Guid> Children => field ??= [.. Versions.SelectMany(version => version.Facts.Children.Select(child => child.Person)).Distinct()];

    /// <summary>Whom it was decided about first: the children who were known by then, or are known where nothing is decided yet.</summary>
    public IReadOnlyList<DutyPart> First => field ??= PartsOf(All is [var first, ..] ? KnownBefore(first) : Children);

    /// <summary>Children who came in after something was decided, with the change of facts in which they did.</summary>
    public IEnumerable<(Entry Cause, IReadOnlyList<DutyPart> Parts)> Further
    {
        get
        {
            if (All is not [var first, ..]) yield break;
            var known = First.Select(part => part.Person).ToHashSet();
            foreach (var version in Versions.Where(version => file.IsBefore(first.Id, version.Entry.Id)))
            {
                var parts = PartsOf(version.Facts.Children.Select(child => child.Person).Where(known.Add).ToList());
                if (parts.Count > 0) yield return (version.Entry, parts);
            }
        }
    }

    /// <summary>The decision after which each of the first children has one: the last of those that count; none while one is left.</summary>
    public Recorded<Referral.Decided>? Complete
    {
        get
        {
            if (All.Count == 0) return null;
            if (First.Count == 0) return All[^1];
            if (First.Any(part => part.MetBy is null)) return null;
            var last = First.MaxBy(part => file.PlaceOf(part.MetBy!.Id))!.MetBy!.Id;
            return All.First(one => one.Id == last);
        }
    }

    /// <summary>The decisions that count.</summary>
    public IEnumerable<Recorded<Referral.Decided>> Counting => Children.Count == 0 ? All.TakeLast(1)
        : All.Where(one => Children.Any(child => DecidedFor(child)?.Id == one.Id)
            || (one.Content.Child is null && KnownBefore(one).Count == 0 && First.Count == 0 && All[^1].Id == one.Id));

    /// <summary>
    /// The decision about a child that counts: the last; one about no child in particular is about each who was known by then, and about nobody who came in
    /// later.
    /// </summary>
    public Entry? DecidedFor(Guid child)
    {
        for (var i = All.Count - 1; i >= 0; i--)
            if (All[i].Content.Child is { } named ? named == child : KnownBefore(All[i]).Contains(child)) return All[i].Entry;
        return null;
    }

    /// <summary>What told the referrer that it was decided: nothing that was said before it.</summary>
    public Entry? Feedback => Complete is { } decided ? file.First<FedBack>(told => told.Content.Of == made.Id && told.HappenedOn >= decided.HappenedOn
        && file.IsBefore(decided.Id, told.Id))?.Entry : null;

    private IReadOnlyList<FactsVersion> Versions => field ??= [.. made.Content.Causes
        .Select(cause => file.At(cause)?.Content is Concern.FactsChanged change ? change.Of : cause).Distinct()
        .SelectMany(report => FactsVersion.OfReport(file, report).Where(version => version.Entry.Paper == made.Entry.Paper))];

    private List<Guid> KnownBefore(Recorded<Referral.Decided> decided)
    {
        List<Guid> known = [];
        foreach (var version in Versions)
        {
            if (!file.IsBefore(version.Entry.Id, decided.Id)) continue;
            foreach (var child in version.Facts.Children)
                if (!known.Contains(child.Person)) known.Add(child.Person);
        }

        return known;
    }

    private IReadOnlyList<DutyPart> PartsOf(IEnumerable<Guid> children) => [.. children.Distinct().Select(child => new DutyPart(child, DecidedFor(child)))];
}
