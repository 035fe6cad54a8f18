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
    private static readonly IReadOnlyList<Author> everybody =
        [Teacher, SafeguardingLead, Teacher with { Account = Story.IdOf("colleague") }, OtherLead, SocialWorker, Manager, Officer, EverythingTold.Supervisor,
            EverythingTold.Nurse, EverythingTold.Lado];
    private static readonly DateTime then = Day(2, 4, 11);

    // What would stand in the case; null where it is refused.
    private delegate CaseFile? Deciding(Story story, Author by, Content content);

    [Fact]
    public void Nobody_alone_ends_opens_or_loosens_what_another_relies_on()
    {
        var (story, tried) = (EverythingTold.Story(), 0);
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
        var found = Undone(EverythingTold.Story(), (one, by, content) =>
            content is Corrected of && (isByAnybody || one.File.At(of.Entry)!.Act.By.Team == by.Team) ? Past(one, by, of) : null, ref tried);
        Assert.All(harms, harm => Assert.Contains(found, one => one.Contains(harm, StringComparison.Ordinal)));
    }

    private static CaseFile? Ruled(Story story, Author by, Content content)
    {
        try
        {
            return story.Decide(by, then, content) is Allowed allowed ? allowed.Entries.Aggregate(story.File, (file, named) => file.With(named.Entry)) : null;
        }
        catch (ArgumentException)      // they do not see where it would stand, and are offered no form for it
        {
            return null;
        }
    }

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

        foreach (var one in everybody)
        {
            yield return ("leaves out", new LeavingOut.AccountLeftOut(one.Account, one.Agency, one.Team, one.Role, story.Id("Owen"), Tie.Close), null);
            yield return ("adds", new WhoIsIn.MemberAdded(one.Account, one.Team, one.Agency, AddedBecause.Other, "why", null, "PC Ward"), null);
        }

        foreach (var made in story.File.All<Referral.Made>())
            foreach (var who in everybody.Append(null))
                foreach (var from in new Guid?[] { null, SocialWorker.Account })
                    yield return ("takes", new ReferralTaking.Taken(made.Id, who?.Account, who?.Team, from), null);
        foreach (var told in story.File.All<ConcernOrigin.ToldBy>())
            yield return ("says who told", told.Content with { Who = ReferralSource.Anonymous }, null);
        foreach (var left in story.File.All<LeavingOut.AccountLeftOut>())
            yield return ("lets in again", new LeavingOut.LeavingOutLifted(left.Id, "why"), null);
        foreach (var one in story.File.All<WhoIsIn.MemberAdded>()) yield return ("removes", new WhoIsIn.MemberRemoved(one.Id, "why"), null);
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
        Referral.Made made => [made with { To = "health", ToTeam = EverythingTold.Nurse.Team }, made with { ToTeam = EverythingTold.Nurse.Team },
            made with { ToTeam = null }, made with { By = Referral.Means.Writing, SpokeTo = null }, made with { Causes = [] }],
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
        WhoIsIn.MemberAdded member => [member with { Whom = OtherLead.Account, Team = OtherLead.Team }, member with { Until = On(2, 4) }],
        LeavingOut.AccountLeftOut left => [left with { Account = Manager.Account }, left with { Account = Story.IdOf("nobody") }],
        ConcernOrigin.ToldBy told => [told with { Who = ReferralSource.Anonymous }, told with { Words = null }],
        ReferralTaking.Taken taken => [taken with { Who = null }, taken with { Who = Officer.Account, Team = Officer.Team }],
        People.Added added => [added with { Parts = [added.IsChild ? Involvement.Network : Involvement.Relative] }],
        _ => [],
    };

    private static IEnumerable<string> Harms(CaseFile before, CaseFile after, Author by, Content content, Entry? struck)
    {
        if (Decides(before, by, content)) yield break;
        var (was, now) = (In(before), In(after));
        if (content is LeavingOut.LeavingOutLifted or WhoIsIn.MemberAdded)
            foreach (var come in now.Except(was)) yield return $"lets in {come.Role}";
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

    // Who is in is for whoever leads to say, who must not know for a supervisor of the police too; that somebody may know again, for nobody alone.
    private static bool Decides(CaseFile file, Author by, Content content) => content switch
    {
        LeavingOut.AccountLeftOut => LeavingOut.MayDecide(file, by),
        WhoIsIn.MemberAdded or WhoIsIn.MemberRemoved => CaseLead.MayName(file, by),
        _ => false,
    };

    private static HashSet<Author> In(CaseFile file)
    {
        var circle = file.View().Circle;
        return [.. everybody.Where(one => CaseAccess.Of(new(one.Account, one.Role, one.Agency, one.Team), circle, At(then).AddDays(3)) is not null)];
    }

    private static IEnumerable<(string Name, EntryId Cause, Responsible By)> Open(CaseFile file) =>
        file.View().Duties.Where(duty => !duty.IsSettled).Select(duty => (duty.Name, duty.Causes[0], duty.By));

    private static bool IsTheirs(Responsible by, Author author) => by.Team is { } team ? team == author.Team : by.Agency == author.Agency;

    private static DateTimeOffset At(DateTime london) => London.InstantOf(DateOnly.FromDateTime(london), TimeOnly.FromDateTime(london));
}
