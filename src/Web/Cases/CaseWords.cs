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
    public static readonly IReadOnlyList<(string Path, string Words)> Pages = [("", "Now"), ("/duties", "Duties"), ("/history", "History"), ("/people", "People"), ("/decision", "What to do"), ("/looked", "Who looked")];

    /// <summary>Who it is about: the children, with their ages.</summary>
    public static string Names(CaseFile file)
    {
        var children = file.All<People.Added>().Where(person => person.Content.IsChild).Select(child => $"{child.Content.Name ?? "A child not named yet"}{(child.Content.Age is { } age ? $", {age}" : "")}");
        var groups = file.All<People.GroupAdded>().Select(group => group.Content.Words);
        var all = string.Join(" · ", children.Concat(groups));
        return all.Length > 0 ? all : "Nobody named yet";
    }

    /// <summary>Why somebody sees a case, after "because".</summary>
    public static string Why(Standing standing)
    {
        var since = DecisionWords.Day(London.DayOf(standing.Since));
        return standing.By switch
        {
            Relation.Author => $"you reported it on {since}",
            Relation.SafeguardingLead => $"your setting reported it on {since}, and you lead its safeguarding",
            Relation.Receiver => $"it was referred to your team on {since}",
            Relation.Lead => $"you lead it since {since}",
            _ => $"you were added on {since}",
        };
    }

    /// <summary>How a duty stands, in words: colour only repeats them.</summary>
    public static string State(Duty duty, DateOnly today) => duty.On(today) switch
    {
        DutyState.Overdue => $"Overdue, was due {DecisionWords.Day(duty.Due!.Value)}",
        DutyState.DueToday => "Due today",
        DutyState.Open => duty.Due is { } due ? $"Due {DecisionWords.Day(due)}" : "No date",
        DutyState.Met => $"Done {DecisionWords.Day(duty.MetBy!.HappenedOn)}",
        DutyState.MetLate => $"Done late, {DecisionWords.Day(duty.MetBy!.HappenedOn)}; was due {DecisionWords.Day(duty.Due!.Value)}",
        _ => "No longer needed",
    };
}
