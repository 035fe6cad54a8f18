using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Cases;

/// <summary>Words on the pages of a case.</summary>
internal static class CaseWords
{
    /// <summary>The pages of a case, by the end of their address.</summary>
    public static readonly IReadOnlyList<(string Path, string Words)> Pages =
        [("", "Summary"), ("/duties", "To do"), ("/history", "Timeline"), ("/people", "People"), ("/decision", "Decision"), ("/access", "Access")];

    private const int MostInLine = 4;

    /// <summary>Who it is about: the children, with their ages; of many the first.</summary>
    public static string Names(CaseFile file)
    {
        var all = string.Join(" · ", InShort([.. People.All(file).Where(one => one.IsChild).Select(one => one.NameAndAge)], MostInLine));
        return all.Length > 0 ? all : "Nobody named yet";
    }

    /// <summary>The first of many, and how many more there are. One more than the most is told too: its words take no more room than the count.</summary>
    public static IReadOnlyList<string> InShort(IReadOnlyList<string> all, int most) =>
        all.Count <= most + 1 ? all : [.. all.Take(most), $"and {all.Count - most} more"];

    /// <summary>Why somebody sees a case, after "because".</summary>
    public static string Why(CaseAccess standing, Staff staff)
    {
        if (standing.As.Through is { } through) return Why(standing.As, through, staff);
        var since = DecisionWords.Day(London.DayOf(standing.Since));
        return standing.By switch
        {
            Relation.Author => $"you reported it on {since}",
            Relation.SafeguardingLead => $"your setting reported it on {since}, and you lead its safeguarding",
            Relation.StandIn => $"you have stood in for the setting's safeguarding lead since {since}",
            Relation.Receiver => $"it was referred to your team on {since}",
            Relation.ReceiverInConfidence => $"it was referred to your team on {since}; you alone of it see it, until it is said who must not",
            Relation.BreakGlass => $"you opened it in an emergency on {since}: it ends 24 hours later",
            Relation.Asked => $"you were asked to sign on {since}",
            Relation.Lead => $"you have led it since {since}",
            Relation.ActingLead => $"you took it on ({since}), and lead it until somebody is named",
            Relation.Cover => $"you have stood in for whoever leads it since {since}",
            Relation.Manager => $"your team has led it since {since}",
            Relation.Worker => $"you have worked on it since {since}",
            _ => $"you were added on {since}",
        };
    }

    private static string Why(Viewer place, Relation through, Staff staff)
    {
        var (who, team) = (place.For is { } covered ? staff.NameOf(covered) : "", staff.TeamName(place.Team));
        return through switch
        {
            Relation.Covering => $"you cover for {who}{(place.ThroughUntil is { } last ? $", until {DecisionWords.Day(last)}" : "")}",
            Relation.OutOfHours => $"your team covers {team} outside its hours",
            Relation.ForTheTeam => $"you answer for {team}, and of it {who} has left or is away",
            _ => $"of {team} nobody is there, and your team stands in",
        };
    }

    /// <summary>In whose place somebody looked, behind their name; nothing where it was their own.</summary>
    public static string Through(Relation? by) => by switch
    {
        Relation.Covering => ", covering for somebody who is away",
        Relation.OutOfHours => ", covering out of hours",
        Relation.ForTheTeam => ", for somebody of their team who has left or is away",
        Relation.LastResort => ", standing in where nobody is there",
        Relation.BreakGlass => ", in an emergency",
        _ => "",
    };

    /// <summary>Why somebody else is in a case, after their name.</summary>
    public static string WhyIn(Relation by) => by switch
    {
        Relation.Author => "wrote the report",
        Relation.SafeguardingLead => "leads safeguarding where it was reported",
        Relation.StandIn => "stands in for the safeguarding lead there",
        Relation.Receiver => "it was referred to them",
        Relation.ReceiverInConfidence => "it was referred to their team, and they alone see it until it is said who must not",
        Relation.Asked => "were asked to sign",
        Relation.Lead => "leads it",
        Relation.ActingLead => "took it on, and leads until somebody is named",
        Relation.Cover => "stands in for whoever leads",
        Relation.Manager => "manages the team that leads",
        Relation.Worker => "works on it",
        Relation.BreakGlass => "opened it in an emergency",
        _ => "was added",
    };

    /// <summary>How much of a case somebody has.</summary>
    public static string HowMuch(Paper paper) => paper == Paper.Whole ? "the whole case" : "the report and what is recorded for it";

    /// <summary>A kind of organisation.</summary>
    public static string Agency(Casework.Cases.Agency agency) => agency switch
    {
        Casework.Cases.Agency.SocialCare => "children's social care",
        Casework.Cases.Agency.Police => "the police",
        Casework.Cases.Agency.Lado => "the LADO",
        Casework.Cases.Agency.Health => "health",
        _ => "the setting",
    };

    /// <summary>A kind of organisation, beside what somebody of it recorded: its colour only repeats it.</summary>
    public static string AgencyTag(Casework.Cases.Agency agency) => agency switch
    {
        Casework.Cases.Agency.Education => "Education",
        Casework.Cases.Agency.SocialCare => "Social care",
        Casework.Cases.Agency.Police => "Police",
        Casework.Cases.Agency.Health => "Health",
        Casework.Cases.Agency.Lado => "LADO",
        Casework.Cases.Agency.Voluntary => "Voluntary",
        _ => "Partnership",
    };

    /// <summary>The end of the class that has an agency's colour.</summary>
    public static string AgencyMark(Casework.Cases.Agency agency) => $"{agency}".ToLowerInvariant();

    /// <summary>What became of duties, to stand before them.</summary>
    public static string Turn(DutyTurn turn) => turn switch
    {
        DutyTurn.Done => "Done",
        DutyTurn.Furthered => "Done in part",
        DutyTurn.NoLongerNeeded => "No longer needed",
        DutyTurn.Opened => "New",
        DutyTurn.OpenAgain => "Open again",
        DutyTurn.Changed => "Changed",
        _ => "No longer asked for",
    };

    /// <summary>A duty of which something became: "Receive the referral, due Monday 30 March, for children's social care".</summary>
    public static string Changed(DutyTurn turn, Duty duty, string whom) => turn switch
    {
        DutyTurn.Furthered => $"{duty.What} ({duty.PartsMet} of {duty.Parts.Count})",
        DutyTurn.Opened or DutyTurn.OpenAgain or DutyTurn.Changed => $"{duty.What}{Due(duty, whom)}",
        _ => duty.What,
    };

    /// <summary>How a duty stands, in words: colour only repeats them.</summary>
    public static string State(Duty duty, DateOnly today) => duty.On(today) switch
    {
        DutyState.Overdue => $"Overdue, was due {DecisionWords.Day(duty.Due!.Value)}",
        DutyState.DueToday => "Due today",
        DutyState.Open => duty.Due is { } due ? $"Due {DecisionWords.Day(due)}" : duty.Kind.Undated switch
        {
            Undated.Answer => "To be answered, no day is set",
            Undated.Care => "Goes on, no day is set",
            _ => "No day is set",
        },
        DutyState.Met => $"Done {DecisionWords.Day(duty.MetBy!.HappenedOn)}",
        DutyState.MetLate => $"Done late, {DecisionWords.Day(duty.MetBy!.HappenedOn)}; was due {DecisionWords.Day(duty.Due!.Value)}",
        _ => "No longer needed",
    };

    /// <summary>The place of a duty among others: by its day, of one day whom to call first; advice no earlier than a call that meets it too.</summary>
    public static (DateOnly Due, bool IsNoCall) Place(DutyKind? kind, DateOnly? due, IReadOnlyList<(DutyKind Kind, DateOnly? Due)> calls)
    {
        var day = due ?? DateOnly.MaxValue;
        if (kind?.MetByReferralTo is not { } to) return (day, kind?.IsCall != true);
        var call = calls.Where(one => Casework.Procedures.Referral.Called(one.Kind) is { } called && DecisionWords.Each(called).Contains(to))
            .Max(one => one.Due);
        return (call > day ? call.Value : day, true);
    }

    /// <summary>What stands above what has no day, and what is meant by it.</summary>
    public static (string Heading, string Lead) Without(Undated what) => what switch
    {
        Undated.Answer => ("To be answered", "No day is set, and each needs an answer on record: that it was done, or why it is not needed."),
        Undated.Care => ("Care that goes on", "No day is set. Look at it again each time that something changes, and record what was done."),
        _ => ("Others do this", "No day is set for them: expect it, and ask."),
    };

    /// <summary>How a duty stands, in two words and a colour that repeats them.</summary>
    public static (string Words, string Colour) Tag(Duty duty, DateOnly today) => duty.On(today) switch
    {
        DutyState.Open when duty is { Due: null, Kind.Undated: Undated.Answer } => ("To answer", "blue"),
        DutyState.Open when duty is { Due: null, Kind.Undated: Undated.Care } => ("Goes on", "grey"),
        DutyState.Overdue or DutyState.DueToday or DutyState.Open => Tag(duty.Due, today),
        DutyState.Met => ("Done", "green"),
        DutyState.MetLate => ("Done late", "yellow"),
        _ => ("Not needed", "grey"),
    };

    /// <summary>The same of a day alone, of something that is still to be done.</summary>
    public static (string Words, string Colour) Tag(DateOnly? due, DateOnly today) => due switch
    {
        { } day when day < today => ($"Overdue {Days(today.DayNumber - day.DayNumber)}", "red"),
        { } day when day == today => ("Today", "orange"),
        { } day => ($"By {day.ToString("d MMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}", "blue"),
        _ => ("No date", "grey"),
    };

    /// <summary>By when, beside a tag that says how it stands; nothing where that says it.</summary>
    public static string ByWhen(DateOnly? due, DateOnly today) => due is not { } day || day == today ? ""
        : $"{(day < today ? "was due" : "due")} {day.ToString("ddd d MMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}";

    /// <summary>The London day of an instant, in short.</summary>
    public static string Day(DateTimeOffset at) => London.DayOf(at).ToString("ddd d MMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>A time of day, as a clock on a London wall showed it.</summary>
    public static string Time(DateTimeOffset at) => $"{London.TimeOf(at):h:mm}{(London.TimeOf(at).Hour < 12 ? "am" : "pm")}";

    /// <summary>When something was, in a sentence: at a time of today, or on another day.</summary>
    public static string When(DateTimeOffset at, DateOnly today) =>
        $"{(London.DayOf(at) is var day && day == today ? "" : $"on {DecisionWords.Day(day)} ")}at {Time(at)}";

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Due(Duty duty, string whom) => $", {(duty.Due is { } due ? $"due {DecisionWords.Day(due)}" : "without a date")}, for {whom}";
}
