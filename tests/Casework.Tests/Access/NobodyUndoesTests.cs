using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using ConcernFacts = Lapwing.Casework.Procedures.ConcernFacts;
using Involvement = Lapwing.Casework.Triage.Involvement;
using Questions = Lapwing.Casework.Triage.Questions;

namespace Lapwing.Casework.Tests.Access;

/// <summary>
/// Every kind of entry against every relation: whoever corrects, strikes out, sends elsewhere, changes facts or asks anew, alone, ends nobody else's
/// place in a case, lets nobody in by the correction of something old, ends no rule that stands, and no open duty of another team.
/// </summary>
public sealed class NobodyUndoesTests
{
    private const string SocialCare = "childrens-social-care";
    private static readonly Author supervisor = new(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
    private static readonly Author nurse = new(Story.IdOf("nurse"), Role.HealthProfessional, Agency.Health, Story.IdOf("nurses"));
    private static readonly Author lado = new(Story.IdOf("lado"), Role.Lado, Agency.Lado, Story.IdOf("lado service"));
    private static readonly IReadOnlyList<Author> everybody =
        [Teacher, SafeguardingLead, Teacher with { Account = Story.IdOf("colleague") }, OtherLead, SocialWorker, Manager, Officer, supervisor, nurse, lado];
    private static readonly DateTime then = Day(2, 4, 11);

    // What would stand in the case; null where it is refused.
    private delegate CaseFile? Deciding(Story story, Author by, Content content);

    [Fact]
    public void Nobody_alone_ends_opens_or_loosens_what_another_relies_on()
    {
        var (story, tried) = (Everything(), 0);
        Assert.Empty(Catalogue.Records.Where(kind => !kind.IsSuperseded && kind.Type != typeof(Corrected)).Select(kind => kind.Name)
            .Except(story.File.Entries.Select(entry => Catalogue.Of(entry.Content).Name)));
        Assert.Equal("", string.Join('\n', Undone(story, Ruled, ref tried).Distinct()));
        Assert.True(tried > 1500, $"{tried} tried");
    }

    // What was so where the rules were weaker is found: that anybody corrects anything, and that a team corrects anything of its own.
    [Theory]
    [InlineData(true, "ends the place", "lets in", "ends the rule", "ends the duty")]
    [InlineData(false, "lets in", "ends the rule", "ends the duty")]
    public void Planted_a_weaker_rule_is_caught(bool isByAnybody, params string[] harms)
    {
        var tried = 0;
        var found = Undone(Everything(), (one, by, content) =>
            content is Corrected of && (isByAnybody || one.File.At(of.Entry)!.Act.By.Team == by.Team) ? Past(one, by, of) : null, ref tried);
        Assert.All(harms, harm => Assert.Contains(found, one => one.Contains(harm, StringComparison.Ordinal)));
    }

    private static CaseFile? Ruled(Story story, Author by, Content content) =>
        story.Decide(by, then, content) is Allowed allowed ? allowed.Entries.Aggregate(story.File, (file, named) => file.With(named.Entry)) : null;

    // Recorded without asking any guard.
    private static CaseFile Past(Story story, Author by, Corrected content) =>
        story.File.With(new(0, new(story.Id("past every guard"), by, At(then), DateOnly.FromDateTime(then)), story.Report, Subjects.TheCase, content));

    private static List<string> Undone(Story story, Deciding decide, ref int tried)
    {
        List<string> found = [];
        foreach (var by in everybody)
        {
            foreach (var (what, content, struck) in Attempts(story).ToList())
            {
                tried++;
                if (decide(story, by, content) is not { } after) continue;
                found.AddRange(Harms(story.File, after, by, content, struck).Select(harm => $"{by.Role} {what}: {harm}"));
            }
        }

        return found;
    }

    // Each entry struck out and put otherwise; the facts changed to what drops the most; less asked of everything, of each team.
    private static IEnumerable<(string What, Content Content, Entry? Struck)> Attempts(Story story)
    {
        foreach (var entry in story.File.Entries.Where(entry => entry.Content is not Corrected))
        {
            yield return ($"strikes out {Catalogue.Of(entry.Content).Name}", new Corrected(entry.Id, null, "why"), entry);
            foreach (var other in Others(story, entry.Content))
                yield return ($"corrects {Catalogue.Of(entry.Content).Name} to {other}", new Corrected(entry.Id, other, "why"), entry);
        }

        var report = story.File.All<Concern.Reported>().First();
        foreach (var team in new Guid?[] { null, Manager.Team, Officer.Team, OtherLead.Team })
        {
            yield return ("changes the facts", new Concern.FactsChanged(report.Id, Nothing(story, "online-bullying"), "Nothing of it was so", team,
                team is null ? null : Agency.Police), null);
            yield return ("changes the facts", new Concern.FactsChanged(report.Id, Nothing(story, "youth-produced-imagery"), "Nothing of it was so",
                team, team is null ? null : Agency.Police), null);
            foreach (var row in RuleBook.Standard.Newest.Rows)
            {
                foreach (var own in new bool?[] { true, false, null })
                    yield return ($"asks less: {row.Name}", new Concern.LessAsked(report.Id, [row.Name], "Nothing", "why", own, team, team is null
                        ? null : Agency.Police), null);
            }
        }
    }

    private static ConcernFacts Nothing(Story story, string form) =>
        Facts(form, no: [.. Questions.All.Select(question => question.Name).Except(["arrested"])], children: [story.Child("Ana", "shown")], aware: then);

    private static IEnumerable<Content> Others(Story story, Content content) => content switch
    {
        Referral.Made made => [made with { To = "health", ToTeam = nurse.Team }, made with { ToTeam = nurse.Team }, made with { ToTeam = null },
            made with { By = Referral.Means.Writing, SpokeTo = null }, made with { Causes = [] }],
        Referral.Decided decided => [decided with { Outcome = Referral.Outcome.NotForUs, ToWhom = "Another service" }],
        Concern.Reported reported => [reported with { LeadMaySee = false, Instead = new(null, OtherLead.Team, Agency.Education) },
            reported with { Told = Nothing(story, "online-bullying") }],
        Concern.FactsChanged change => [change with { Told = Nothing(story, "online-bullying") },
            change with { AskedOf = OtherLead.Team, AskedAgency = Agency.Education }],
        Concern.LessAsked asked => [asked with { AskedOf = OtherLead.Team, AskedAgency = Agency.Education },
            asked with { IsAboutOwnStaff = false, AskedOf = null }],
        Concern.LessSigned signed => [signed with { Agrees = !signed.Agrees }],
        Concern.LeadShutOut shut => [shut with { Instead = new(null, OtherLead.Team, Agency.Education) }],
        TellingParents.Withheld withheld => [withheld with { Until = On(2, 4) }],
        TellingParents.Confirmed confirmed => [confirmed with { Agrees = !confirmed.Agrees }],
        People.Added added => [added with { Parts = [added.IsChild ? Involvement.Network : Involvement.Relative] }],
        _ => [],
    };

    private static IEnumerable<string> Harms(CaseFile before, CaseFile after, Author by, Content content, Entry? struck)
    {
        var (was, now) = (In(before), In(after));
        foreach (var gone in was.Except(now).Where(one => one.Team != by.Team)) yield return $"ends the place of {gone.Role}";
        if (content is Corrected) foreach (var come in now.Except(was)) yield return $"lets in {come.Role}";
        foreach (var rule in before.View().Standing.Select(rule => rule.Name)
            .Except(after.View().Standing.Select(rule => rule.Name))) yield return $"ends the rule {rule}";
        var open = Open(after).ToHashSet();
        foreach (var duty in Open(before).Where(duty => !IsTheirs(duty.By, by) && !open.Contains(duty)))
        {
            // Whoever withdraws their own question takes back what it asked; a call that nobody made and nobody has is received by nobody.
            if (struck is not null && struck.Act.By.Team == by.Team && duty.Cause == struck.Id && duty.Name is "sign-override" or "receive-referral") continue;
            if (struck?.Content is TellingParents.Confirmed && struck.Act.By.Team == by.Team) continue;      // what a service agreed is its own to say
            yield return $"ends the duty {duty.Name} of {duty.By.Agency}";
        }
    }

    private static HashSet<Author> In(CaseFile file)
    {
        var circle = file.View().Members;
        return [.. everybody.Where(one => CaseAccess.Of(new(one.Account, one.Role, one.Agency, one.Team), circle, At(then).AddDays(3)) is not null)];
    }

    private static IEnumerable<(string Name, EntryId Cause, Responsible By)> Open(CaseFile file) =>
        file.View().Duties.Where(duty => !duty.IsSettled).Select(duty => (duty.Name, duty.Causes[0], duty.By));

    private static bool IsTheirs(Responsible by, Author author) => by.Team is { } team ? team == author.Team : by.Agency == author.Agency;

    private static DateTimeOffset At(DateTime london) => London.InstantOf(DateOnly.FromDateTime(london), TimeOnly.FromDateTime(london));

    // Every kind of entry, by whoever would record it: an adult of the setting, known to police and social care, with what they said and asked of one another.
    private static Story Everything()
    {
        var story = new Story("everything");
        story.Adds("Ana", Involvement.Shown);
        story.Records(Teacher, Friday, new People.GroupAdded(story.Id("team"), "The team", 14, [Involvement.Network], 9, false));
        story.AddsAdult("Owen", Involvement.Alleged, Involvement.Professional);
        story.AddsAdult("Rita", Involvement.ParentOrCarer);
        story.Records(Teacher, Friday, new People.Linked(story.Id("Owen"), LinkKind.Knows, story.Id("Rita")));
        story.Records(Teacher, Friday, new People.Named(story.Id("Rita"), "Rita N."));
        Told(story);
        return story;
    }

    private static void Told(Story story)
    {
        var facts = Facts("youth-produced-imagery", yes: ["adult-involved", "position-of-trust", "significant-harm-suspected", "capacity-concern"],
            children: [story.Child("Ana", "shown")]);
        var report = story.Records(Teacher, Friday, new Concern.Reported(facts, true));
        story.Records(Teacher, Friday, new Concern.StoryWritten("What happened", null, null));
        story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, facts with { Yes = [.. facts.Yes, "sexual-acts"] }, "More is known"));
        var social = story.Refers(SocialCare, Friday, report);
        var police = story.Records(Teacher, Friday, new Referral.Made("police", Officer.Team, Referral.Means.Telephone, "PC Ward", null, [report.Id]));
        story.Records(Teacher, Friday, new Referral.Made("lado", lado.Team, Referral.Means.Telephone, "Mr Reed", null, [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Received(social.Id, "R-1"));
        story.Records(Officer, Day(30), new Referral.Received(police.Id, "P-1"));
        story.Records(Officer, Day(30), new Referral.KnewAlready("police", "PC Ward", [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Decided(social.Id, null, Referral.Outcome.Assessment, "Assessment"));
        story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(Officer.Account, Agency.Police, Officer.Team, "Investigates"));
        var helper = story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(nurse.Account, Agency.Health, nurse.Team, "Helps"));
        story.Records(SocialWorker, Day(30), new CaseLead.WorkerLeft(helper.Id, "Done"));
        story.Records(Manager, Day(30), new CaseLead.LeadNamed(SocialWorker.Account, SocialWorker.Team));
        story.Records(Officer, Day(30), new Referral.Decided(police.Id, null, Referral.Outcome.Assessment, "Investigation"));
        story.Records(Officer, Day(30), new Referral.FedBack(police.Id, "Accepted"));
        story.Records(Teacher, Day(30), new Referral.Chased(social.Id, "Not yet"));
        var agreed = story.Records(Teacher, Day(30), new TellingParents.Agreed("That she is safe", "Rita N.", "PC Ward, police", [report.Id],
            story.Id("Rita")));
        story.Records(Officer, Day(30), new TellingParents.Confirmed(agreed.Id, false, "Not before Thursday"));
        var told = story.Records(Teacher, Day(30), new TellingParents.ParentTold(story.Id("Ana"), story.Id("Rita"), "Rita N.", "By telephone, me",
            "That she is safe", [report.Id]));
        story.Records(SafeguardingLead, Day(30), new TellingParents.LookedAgain(told.Id, "Nothing was deleted"));
        story.Records(Teacher, Day(30), new TellingParents.ToBeTold(story.Id("Ana"), null, "A neighbour", "me", On(31), [report.Id]));
        story.Records(Officer, Day(30), new TellingParents.Withheld(story.Id("Ana"), null, "Her uncle",
            TellingParents.Reason.AskedByPoliceOrSocialCare, "A search", On(3, 4), [report.Id]), mayBeKnown: true);
        story.Records(SafeguardingLead, Day(31), new Concern.StepTaken("offer-support", [report.Id], [story.Id("Ana")], "Offered"));
        story.Records(Teacher, Day(31), new Concern.LessAsked(report.Id, ["coerced"], "A talk", "why", true, Manager.Team, Agency.SocialCare));
        var refused = story.Records(Teacher, Day(31), new Concern.LessAsked(report.Id, ["sharing"], "A talk", "why", false));
        story.Records(SafeguardingLead, Day(31), new Concern.LessSigned(refused.Id, false, "Refer"));
        var other = story.Records(Teacher, Day(31), new Concern.Reported(Facts("online-bullying", children: [story.Child("Ana", "harmed")],
            aware: Day(31)), true));
        story.Records(Teacher, Day(31), new Concern.LeadShutOut(other.Id, new(null, Manager.Team, Agency.SocialCare), "It may be about her"));
    }
}
