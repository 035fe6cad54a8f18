using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;

namespace Lapwing.Casework.Access;

/// <summary>
/// Who is in a case: derived from its entries, as the table of who sees what has it, and never stored as truth. The author of a report and the
/// safeguarding lead of their setting see the report; the team that a referral was made to sees the report until somebody else has it; whoever may sign of
/// a team that is asked to sign sees it until they have answered, or for five working days. A place ends as that table says, and by no correction of
/// somebody else's.
/// </summary>
public static class Circle
{
    // A setting of the partnership; this is its default. Nothing was signed, or nothing is left to sign: nobody stays in a case for being asked once.
    private static readonly Limit answering = Limit.WorkingDaysBySetting(5);

    /// <summary>The memberships of a whole case.</summary>
    public static IReadOnlyList<Membership> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<Membership> members = [];
        foreach (var entry in file.Entries)
        {
            switch (entry.Content)
            {
                case Concern.Reported when file.Counting(entry.Id) is Concern.Reported reported: members.AddRange(OfSetting(file, entry, reported)); break;
                case Referral.Made made: members.AddRange(OfReceiver(file, entry, made)); break;
                case Concern.LessAsked when file.Counting(entry.Id) is Concern.LessAsked { AskedOf: { } team }:
                    var answer = SecondPerson.Answer(file, file.All<Concern.LessAsked>().First(one => one.Id == entry.Id))?.Entry;
                    members.Add(new(null, team, Relation.Asked, entry.Paper, AskedBy(file, entry, team).Act.RecordedAt, UntilAnswered(file, entry, answer)));
                    break;
                case Concern.FactsChanged { AskedOf: { } team } when file.Counting(entry.Id) is not null:
                    members.Add(new(null, team, Relation.Asked, entry.Paper, entry.Act.RecordedAt, UntilAnswered(file, entry, AnswerOf(file, entry, team))));
                    break;
            }
        }

        return members;
    }

    /// <summary>
    /// The last London day on which a team that is asked to sign sees the report, unless it answers before. Refuses an entry that is not of the case.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="asked">The entry that asks.</param>
    public static DateOnly AskedUntil(CaseFile file, Entry asked)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(asked);
        var by = file.Counting(asked.Id) is Concern.LessAsked { AskedOf: { } team } ? AskedBy(file, asked, team) : asked;
        return answering.Due(London.DayOf(file.RecordedBy(by.Id)), null, RuleBook.Standard.Calendar)!.Value;
    }

    // The lead sees it unless the author said that they must not: then whoever was named in their place does.
    private static IEnumerable<Membership> OfSetting(CaseFile file, Entry report, Concern.Reported reported)
    {
        var (by, from) = (report.Act.By, report.Act.RecordedAt);
        yield return new(by.Account, null, Relation.Author, report.Paper, from);
        // Whoever is shut out is out when it is recorded, and not when a clock that was ahead has caught up.
        DateTimeOffset? shut = Concern.ShutOut(file, report.Id) is { } shuts ? file.RecordedBy(shuts.Id) : null;
        if (reported.LeadMaySee == true && shut is null) yield return new(null, by.Team, Relation.SafeguardingLead, report.Paper, from);
        if (reported.LeadMaySee == false && reported.Instead is { } first) yield return StandIn(first, report.Paper, from);
        if (shut is { } then && Concern.InsteadOf(file, report.Id) is { } instead) yield return StandIn(instead, report.Paper, then);
    }

    private static Membership StandIn(Concern.StandIn instead, Paper paper, DateTimeOffset from) =>
        new(instead.Account, instead.Account is null ? instead.Team : null, Relation.StandIn, paper, from);

    // The team that it was made to; where an older correction said another, that one from then on. Whoever has it, or owes something, stays.
    private static IEnumerable<Membership> OfReceiver(CaseFile file, Entry entry, Referral.Made was)
    {
        var counts = file.Counting(entry.Id) as Referral.Made;
        if (was.ToTeam is { } team)
        {
            var ends = counts?.ToTeam == team || Stays(file, entry, was, team) ? UntilFedBack(file, new(entry, was), team) : file.RecordedBy(file.LastCorrection(entry.Id)!.Id);
            yield return new(null, team, Relation.Receiver, entry.Paper, entry.Act.RecordedAt, ends);
        }

        if (counts?.ToTeam is { } now && now != was.ToTeam)
            yield return new(null, now, Relation.Receiver, entry.Paper, file.LastCorrection(entry.Id)!.Act.RecordedAt, UntilFedBack(file, new(entry, counts), now));
    }

    private static bool Stays(CaseFile file, Entry made, Referral.Made was, Guid team) => Corrections.IsReliedOn(file, made)
        || Catalogue.DutiesOf(file, RuleBook.Standard).Any(duty => !duty.IsSettled && (duty.By.Team == team || (duty.By is { Team: null, Account: null } && duty.By.Agency == Referral.AgencyOf(was.To))));

    private static Entry AskedBy(CaseFile file, Entry asked, Guid team) =>
        (asked.Content as Concern.LessAsked)?.AskedOf == team ? asked : file.LastCorrection(asked.Id)!;

    private static Entry? AnswerOf(CaseFile file, Entry change, Guid team) => file.First<Concern.LessSigned>(signed => signed.Content.Asked == change.Id && signed.Entry.Act.By.Team == team && signed.HappenedOn >= change.HappenedOn)?.Entry;

    // Whoever answered sees what came of it until the end of that London day.
    private static DateTimeOffset UntilAnswered(CaseFile file, Entry asked, Entry? answer) =>
        London.InstantOf((answer is null ? AskedUntil(file, asked) : London.DayOf(file.RecordedBy(answer.Id))).AddDays(1), default);

    // A referral that its receiver did not accept ends with their feedback: they see it until the end of that London day.
    private static DateTimeOffset? UntilFedBack(CaseFile file, Recorded<Referral.Made> made, Guid team)
    {
        if (Referral.DecisionOn(file, made) is not { Content.Outcome: Referral.Outcome.NotAccepted } decided || decided.Entry.Act.By.Team != team) return null;
        return Referral.Feedback(file, decided) is { } told && told.Act.By.Team == team ? London.InstantOf(London.DayOf(file.RecordedBy(told.Id)).AddDays(1), default) : null;
    }
}
