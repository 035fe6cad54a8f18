using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Cases;

/// <summary>Who reads a part of a case, in words: as far as whoever asks knows who is in it.</summary>
internal static class Readers
{
    /// <summary>Those who read any of these parts now, but those whose place something ends.</summary>
    public static string Of(CaseView view, IReadOnlyList<Paper> papers, Staff accounts, DateTimeOffset now, Relation? ends = null)
    {
        // Who has the whole is known to those who have it.
        var all = Now(view, accounts, now).Where(member =>
            member.Relation != ends && (papers.Contains(member.Paper) || (view.File.Scope.IsWhole && member.Paper == Paper.Whole)))
            .Select(member => Named(member, accounts)).Distinct().ToList();
        if (!view.File.Scope.IsWhole && view.File.All<Referral.Received>().Any()) all.Add("whoever works on it in a service that has it");
        return string.Join("; ", all);
    }

    /// <summary>Every place in a case that holds now, but those of accounts that are left out: they read nothing.</summary>
    public static IEnumerable<Membership> Now(CaseView view, Staff accounts, DateTimeOffset now) => view.Members.Where(member =>
        (member.Until is not { } until || now < until)
        && !IsLeftOut(view, accounts, member.Account));

    /// <summary>Whether an account is left out of a case; nobody's is not.</summary>
    public static bool IsLeftOut(CaseView view, Staff accounts, Guid? account) =>
        account is { } one && accounts.Find(one) is { } person && view.Circle.LeavesOut(Staff.ViewerOf(person));

    /// <summary>Somebody who is in a case, or those of a team with whom its place is shared.</summary>
    public static string Named(Membership member, Staff accounts) => member switch
    {
        { Account: { } account } => accounts.NameOf(account),
        { Relation: Relation.SafeguardingLead, Team: { } team } => $"{accounts.TeamName(team)}, its safeguarding lead",
        { Relation: Relation.Manager, Team: { } team } => $"{accounts.TeamName(team)}, its manager",
        { Relation: Relation.Asked or Relation.StandIn or Relation.ReceiverInConfidence, Team: { } team } => $"{accounts.TeamName(team)}, whoever may sign",
        _ => accounts.TeamName(member.Team ?? default),
    };
}
