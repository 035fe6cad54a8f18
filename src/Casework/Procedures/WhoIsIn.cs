using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>Why somebody is added to a case.</summary>
public enum AddedBecause
{
    /// <summary>They work with a child of it.</summary>
    WorksWithChild,

    /// <summary>They take part in the enquiry or the assessment.</summary>
    TakesPart,

    /// <summary>They chair a conference or a review.</summary>
    Reviews,

    /// <summary>They supervise somebody who works on it.</summary>
    Supervises,

    /// <summary>Something else, in words.</summary>
    Other,
}

/// <summary>
/// Whom whoever leads a case adds to its circle, with a reason, and who leaves it (the table of who sees what: <em>added</em>). They have the whole.
/// </summary>
public static class WhoIsIn
{
    /// <summary>What is said wherever somebody cannot be added, whatever the reason: it tells nobody that somebody is left out.</summary>
    public const string PersonCannotBeAdded = "This person cannot be added";

    /// <summary>Somebody, or everybody of a team, is added to the case.</summary>
    /// <param name="Whom">The account, or the team.</param>
    /// <param name="Team">Their team; the same as <paramref name="Whom"/> where it is everybody of it.</param>
    /// <param name="Agency">The kind of organisation. The partnership's own office is refused: it sees no case.</param>
    /// <param name="Because">Why.</param>
    /// <param name="Words">Why, in words; needed where it is something else.</param>
    /// <param name="Until">The last London day on which they see it; null without an end. A day that has gone is refused.</param>
    /// <param name="AgreedWith">Who of police or social care agreed that they are added; needed while information is withheld, for anybody of a
    /// setting or service that is not in the case (S2.2.9).</param>
    public sealed record MemberAdded(Guid Whom, Guid Team, Agency Agency, AddedBecause? Because, string? Words, DateOnly? Until, string? AgreedWith) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Somebody was added: {BecauseWords(Because ?? AddedBecause.Other)}";
    }

    /// <summary>Somebody who was added is in it no more.</summary>
    /// <param name="Of">The entry that added them.</param>
    /// <param name="Why">Why.</param>
    public sealed record MemberRemoved(EntryId Of, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Somebody is in it no more: {Directed.Isolated(Why)}";
    }

    /// <summary>What it records, and whom it lets in.</summary>
    public static readonly Procedure Procedure = new("who-is-in",
        [
            Recordable.Of<MemberAdded>("member-added/1", Place.Case, GuardAdded, form: WhoIsInForms.Added, cites: ["S2.2.9"]),
            Recordable.Of<MemberRemoved>("member-removed/1", Place.Case, GuardRemoved, form: WhoIsInForms.Removed),
        ])
    {
        Admits = Admits,
    };

    /// <summary>Whoever was added and is in it still: each entry that added somebody and that nobody has ended.</summary>
    public static IEnumerable<Recorded<MemberAdded>> Added(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.All<MemberAdded>().Where(added => RemovedBy(file, added.Id) is null);
    }

    /// <summary>Why somebody is added, in words.</summary>
    public static string BecauseWords(AddedBecause because) => because switch
    {
        AddedBecause.WorksWithChild => "works with a child of the case",
        AddedBecause.TakesPart => "takes part in the enquiry or the assessment",
        AddedBecause.Reviews => "chairs a conference or a review",
        AddedBecause.Supervises => "supervises somebody who works on it",
        _ => "for another reason",
    };

    private static Entry? RemovedBy(CaseFile file, EntryId added) => file.First<MemberRemoved>(removed => removed.Content.Of == added)?.Entry;

    private static IEnumerable<Membership> Admits(CaseView view, Entry entry)
    {
        if (entry.Content is not MemberAdded || view.File.Counting(entry.Id) is not MemberAdded added) yield break;
        DateTimeOffset? ends = added.Until is { } last ? London.InstantOf(last.AddDays(1), default) : null;
        if (RemovedBy(view.File, entry.Id) is { } removed && view.File.RecordedBy(removed.Id) is var at && (ends is null || at < ends)) ends = at;
        var isTeam = added.Whom == added.Team;
        yield return new(isTeam ? null : added.Whom, isTeam ? added.Team : null, Relation.Added, Paper.Whole, entry.Act.RecordedAt, ends)
        { In = isTeam ? null : added.Team };
    }

    private static IEnumerable<Refusal> GuardAdded(CaseView view, Act act, MemberAdded added)
    {
        var file = view.File;
        if (!CaseLead.MayName(file, act.By)) yield return new("", "Whoever leads it, or a manager of the team that leads, adds people");
        if (added.Agency == Agency.Partnership || view.Circle.LeftOut.Any(one => one.Account == added.Whom)
            || (added.Whom == added.Team && NearPeople.Conflicted(file).Contains(added.Agency)))
            yield return new("whom", added.Whom == added.Team ? "This team cannot be added" : PersonCannotBeAdded);
        else if (Added(file).Any(one => one.Content.Whom == added.Whom && !(one.Content.Until < act.HappenedOn)))
            yield return new("whom", "They have been added already: end that first");
        if (added.Until < London.DayOf(act.RecordedAt)) yield return new("until", "Enter a day that has not gone");
        if (added.Because == AddedBecause.Other && ComparedText.IsEmpty(added.Words)) yield return new("words", "Say why they are added");
        if (ComparedText.IsEmpty(added.AgreedWith) && NeedsAgreement(view, added))
            yield return new("agreed-with", "While nobody is to be warned: enter who of police or social care agreed that they are added", "S2.2.9");
    }

    // Of a setting that is not in the case: another school than the one that reported is not.
    private static bool NeedsAgreement(CaseView view, MemberAdded added) => added.Agency is not (Agency.Police or Agency.SocialCare)
        && TellingParents.IsWithheld(view) && !view.File.Entries.Any(entry => entry.Act.By.Team == added.Team);

    private static IEnumerable<Refusal> GuardRemoved(CaseView view, Act act, MemberRemoved removed)
    {
        var added = Added(view.File).Where(one => one.Id == removed.Of).Select(one => one.Content).FirstOrDefault();
        if (added is null) yield return new("of", "Select who leaves");
        else if (added.Whom != act.By.Account && !CaseLead.MayName(view.File, act.By))
            yield return new("", "Whoever leads it, a manager of the team that leads, or they themselves end it");
    }
}
