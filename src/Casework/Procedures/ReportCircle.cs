using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Guidance;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Whom a report lets into a case: its author, and the safeguarding lead of their setting or whoever stands in; and whoever may sign of a team that
/// is asked to sign, until they have answered, or for five working days. A place ends as the table of who sees what says, and by no correction of
/// somebody else's.
/// </summary>
internal static class ReportCircle
{
    // A setting of the partnership; this is its default. Nothing was signed, or nothing is left to sign: nobody stays in a case for being asked once.
    private static readonly Limit answering = Limit.WorkingDaysBySetting(5);

    /// <summary>The places that an entry gives.</summary>
    public static IEnumerable<Membership> Of(CaseView view, Entry entry)
    {
        var file = view.File;
        if (entry.Paper == Paper.Whole) return [];      // nobody is let into the whole case by being asked
        switch (entry.Content)
        {
            case Concern.Reported when file.Counting(entry.Id) is Concern.Reported reported: return OfSetting(view, entry, reported);
            case Concern.LessAsked when file.Counting(entry.Id) is Concern.LessAsked { AskedOf: { } team } less:
                var answer = SecondPerson.Answer(view, new(entry, less))?.Entry;
                return [new(null, team, Relation.Asked, entry.Paper, AskedBy(file, entry, team).Act.RecordedAt, UntilAnswered(view, entry, answer))];
            case Concern.FactsChanged { AskedOf: { } team } when file.Counting(entry.Id) is not null:
                return [new(null, team, Relation.Asked, entry.Paper, entry.Act.RecordedAt, UntilAnswered(view, entry, AnswerOf(file, entry, team)))];
            default: return [];
        }
    }

    /// <summary>
    /// The safeguarding leads of a setting of which a report says that its lead must not see it: nobody of them comes to it by standing in for its author, or
    /// for whoever sees it in their place.
    /// </summary>
    public static IEnumerable<LeftOut> LeadsShutOut(CaseView view)
    {
        var file = view.File;
        foreach (var (entry, told) in file.All<Concern.Reported>().Select(report => (report.Entry, report.Content)))
        {
            if (told.LeadMaySee != false && Concern.ShutOut(file, entry.Id) is null) continue;
            var instead = Concern.InsteadOf(file, entry.Id)?.Account;
            yield return new(null, null, LeftOut.Named([entry.Act.By.Account, .. instead is { } one ? [one] : (Guid[])[]])) { LeadsOf = entry.Act.By.Team };
        }
    }

    /// <summary>The last London day on which a team that is asked to sign sees the report, unless it answers before.</summary>
    public static DateOnly AskedUntil(CaseView view, Entry asked)
    {
        var file = view.File;
        var by = file.Counting(asked.Id) is Concern.LessAsked { AskedOf: { } team } ? AskedBy(file, asked, team) : asked;
        return answering.Due(London.DayOf(file.RecordedBy(by.Id)), null, view.Rules.Calendar)!.Value;
    }

    // The lead sees it unless the author said that they must not: then whoever was named in their place does.
    private static IEnumerable<Membership> OfSetting(CaseView view, Entry report, Concern.Reported reported)
    {
        var file = view.File;
        var (by, from) = (report.Act.By, report.Act.RecordedAt);
        // Whoever covers a front door by the clock hands on to it what they record: it is there when it opens, and they read it in their own team too.
        var isHandedOn = by.Role == Role.OutOfHoursWorker;
        yield return new(by.Account, null, Relation.Author, report.Paper, from) { In = isHandedOn ? null : by.Team };
        if (isHandedOn) yield return ReferralCircle.OfHandedOn(view, report);
        if (by.For is { } covered) yield return new(covered, null, Relation.Author, report.Paper, from) { In = by.Team };
        // Whoever is shut out is out when it is recorded, and not when a clock that was ahead has caught up.
        DateTimeOffset? shut = Concern.ShutOut(file, report.Id) is { } shuts ? file.RecordedBy(shuts.Id) : null;
        if (reported.LeadMaySee == true && shut is null) yield return new(null, by.Team, Relation.SafeguardingLead, report.Paper, from);
        if (reported.LeadMaySee == false && reported.Instead is { } first) yield return StandIn(first, report.Paper, from);
        if (shut is { } then && Concern.InsteadOf(file, report.Id) is { } instead) yield return StandIn(instead, report.Paper, then);
    }

    private static Membership StandIn(Concern.StandIn instead, Paper paper, DateTimeOffset from) =>
        new(instead.Account, instead.Account is null ? instead.Team : null, Relation.StandIn, paper, from);

    private static Entry AskedBy(CaseFile file, Entry asked, Guid team) => (asked.Content as Concern.LessAsked)?.AskedOf == team ? asked
        : file.LastCorrection(asked.Id)!;

    private static Entry? AnswerOf(CaseFile file, Entry change, Guid team) =>
        file.First<Concern.LessSigned>(signed =>
        signed.Content.Asked == change.Id && signed.Entry.Act.By.Team == team && signed.HappenedOn >= change.HappenedOn)?.Entry;

    // Whoever answered sees what came of it until the end of that London day.
    private static DateTimeOffset UntilAnswered(CaseView view, Entry asked, Entry? answer) =>
        London.InstantOf((answer is null ? AskedUntil(view, asked) : London.DayOf(view.File.RecordedBy(answer.Id))).AddDays(1), default);
}
