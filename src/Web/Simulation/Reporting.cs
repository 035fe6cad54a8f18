using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Lapwing.Web.Reports;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using Concern = Lapwing.Casework.Procedures.Concern;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Simulation;

/// <summary>How a case begins: the report, who is in it, and what will be recorded besides what is asked for.</summary>
internal static class Reporting
{
    private static readonly LinkKind[] near = [LinkKind.LivesWith, LinkKind.Knows, LinkKind.Knows, LinkKind.UnsupervisedContactWith, LinkKind.WorksWith];

    /// <summary>Begins it.</summary>
    public static void Begin(History history)
    {
        var (chance, plan) = (history.Chance, history.Plan);
        var people = Beginning.Of(chance, plan.Form);
        var aware = plan.At.AddMinutes(-chance.From(5, 90)).AddDays(chance.Is(0.1) ? -chance.From(1, 2) : 0);
        var children = people.Where(one => one.IsChild).ToList();
        var facts = Answers.Of(chance, London.InstantOf(DateOnly.FromDateTime(aware), TimeOnly.FromDateTime(aware)), [plan.Form, .. Second(chance, plan.Form)],
            [.. children.Select(child => child.Told).OfType<ChildTold>()]);
        var (sees, instead) = LeadSees(chance, plan);
        List<Content> said = [.. children.Select(child => child.Added), new Concern.Reported(facts, sees, instead)];
        if (chance.Is(0.35)) said.Add(Story(chance));
        history.Begins(plan.Reporter, new(plan.At), act => [.. said, .. Rang(history, new(act, children.Count), said.Count)]);
        Introduce(history, people);
        if (sees == true && chance.Is(0.01)) history.Later(plan.Reporter, chance.From(60, 600), then => ShutOut(history, then));
        for (var i = 0; i < plan.Extras; i++) Besides.Later(history);
    }

    /// <summary>What happened, in words.</summary>
    public static Concern.StoryWritten Story(Chance chance) => new(Invented.Story(chance), chance.Is(0.5) ? Invented.OwnWords(chance) : null,
        chance.Is(0.5) ? Invented.Devices(chance) : null);

    // Most of what social care and the police report themselves came to them by telephone.
    private static IEnumerable<Content> Rang(History history, EntryId report, int before)
    {
        var plan = history.Plan;
        if (plan.Number % 4 == 0 || !Referral.TakesCalls(plan.Reporter.Author)) return [];
        var who = Enum.GetValues<ReferralSource>()[plan.Number % 8];
        return new Origin(who, who == ReferralSource.Anonymous ? null : "01632 960 4" + (10 + (plan.Number % 80)), Referral.Means.Telephone)
            .With(report, history.Report, plan.Reporter, before).Select(one => one.Content);
    }

    // Whom a name was not known of is named later; the adult comes in at once; parents as they are reached.
    private static void Introduce(History history, IReadOnlyList<Somebody> people)
    {
        var (chance, plan) = (history.Chance, history.Plan);
        var adults = people.Where(one => !one.IsChild).ToList();
        var child = people.First(one => one.IsChild);
        var at = plan.At;
        foreach (var adult in adults) history.Records(plan.Reporter, new(at = at.AddMinutes(2)), adult.Added);
        foreach (var adult in adults.Where(one => one.Parts.Contains(Involvement.Alleged) && chance.Is(0.4)))
            history.Records(plan.Reporter, new(at = at.AddMinutes(2)), new People.Linked(adult.Id,
                people.Any(one => one.Parts.Contains(Involvement.Household)) ? LinkKind.LivesWith : chance.Of(near), child.Id));
        foreach (var partner in adults.Where(one => one.Parts.Contains(Involvement.Partner)))
            history.Records(plan.Reporter, new(at = at.AddMinutes(2)), new People.Linked(partner.Id, LinkKind.ParentOrCarerOf, child.Id));
        if (adults.Count < 2 && chance.Is(0.22)) AddParent(history, child, at.AddMinutes(6));
        foreach (var one in people.Where(one => one is { IsChild: true, Name: null }))
            history.Later(plan.Reporter, chance.From(200, 3000), then => history.Records(plan.Reporter, then,
                new People.Named(one.Id, Invented.Child(chance))));
    }

    private static void AddParent(History history, Somebody child, DateTime at)
    {
        var parent = Beginning.Parent(history.Chance);
        if (history.Records(history.Plan.Reporter, new(at), parent.Added))
            history.Records(history.Plan.Reporter, new(at.AddMinutes(1)), new People.Linked(parent.Id, LinkKind.ParentOrCarerOf, child.Id));
    }

    // It turns out that it is, or may be, about the lead of the setting.
    private static void ShutOut(History history, Moment at)
    {
        if (Concern.LeadSees(history.View.File, history.Plan.Reporter.Author) is { } report)
            history.Records(history.Plan.Reporter, at, new Concern.LeadShutOut(report, new(null, Manager.Author.Team, Agency.SocialCare),
                "They know the family well"));
    }

    private static (bool? Sees, Concern.StandIn? Instead) LeadSees(Chance chance, Plan plan) => !Concern.HasLead(plan.Reporter.Author) ? (null, null)
        : chance.Is(0.992) ? (true, null) : (false, new(null, Manager.Author.Team, Agency.SocialCare));

    private static IEnumerable<Form> Second(Chance chance, Form first)
    {
        if (!chance.Is(0.1)) yield break;
        if (first == Forms.YouthProducedImagery) yield return chance.Of(Forms.BlackmailOrPayment, Forms.OnlineBullying);
        else if (first == Forms.OnlineBullying) yield return Forms.HarmfulWebsites;
        else if (first == Forms.Grooming) yield return Forms.SexualCommunication;
    }
}
