using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;

namespace Lapwing.Casework.Access;

/// <summary>
/// Who is in a case: derived from its entries, as the table of who sees what has it, and never stored as truth. The author of a report and the
/// safeguarding lead of their setting see the report; the team that a referral was made to sees the report until somebody else has it; whoever may sign of
/// a team that is asked to sign sees it until they have answered.
/// </summary>
public static class Circle
{
    /// <summary>The memberships of a whole case.</summary>
    public static IReadOnlyList<Membership> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<Membership> members = [];
        foreach (var report in file.All<Concern.Reported>())
        {
            var by = report.Entry.Act.By;
            members.Add(new(by.Account, null, Relation.Author, report.Entry.Paper, report.Entry.Act.RecordedAt));
            if (report.Content.LeadMaySee == true) members.Add(new(null, by.Team, Relation.SafeguardingLead, report.Entry.Paper, report.Entry.Act.RecordedAt));
        }

        foreach (var made in file.All<Referral.Made>())
            if (made.Content.ToTeam is { } team) members.Add(new(null, team, Relation.Receiver, made.Entry.Paper, made.Entry.Act.RecordedAt, UntilFedBack(file, made)));
        foreach (var asked in file.All<Concern.LessAsked>())
            if (asked.Content.AskedOf is { } team) members.Add(new(null, team, Relation.Asked, asked.Entry.Paper, AskedFrom(file, asked, team), UntilAnswered(file, asked)));
        return members;
    }

    private static DateTimeOffset AskedFrom(CaseFile file, Recorded<Concern.LessAsked> asked, Guid team) =>
        (asked.Entry.Content as Concern.LessAsked)?.AskedOf == team ? asked.Entry.Act.RecordedAt : file.LastCorrection(asked.Id)!.Act.RecordedAt;

    // Whoever answered sees what came of it until the end of that London day.
    private static DateTimeOffset? UntilAnswered(CaseFile file, Recorded<Concern.LessAsked> asked) =>
        Concern.Answer(file, asked.Entry) is { } answer ? London.InstantOf(London.DayOf(file.RecordedBy(answer.Id)).AddDays(1), default) : null;

    // A referral that was not accepted ends with the feedback: the receiver sees it until the end of that London day.
    private static DateTimeOffset? UntilFedBack(CaseFile file, Recorded<Referral.Made> made)
    {
        if (Referral.DecisionOn(file, made) is not { Content.Outcome: Referral.Outcome.NotAccepted } decided) return null;
        return Referral.Feedback(file, decided) is { } told ? London.InstantOf(London.DayOf(file.RecordedBy(told.Id)).AddDays(1), default) : null;
    }
}
