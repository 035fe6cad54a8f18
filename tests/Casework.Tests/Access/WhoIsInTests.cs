using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Access;

/// <summary>Who is added to a case and who leaves it; who opens it in an emergency, and for how long.</summary>
public sealed class WhoIsInTests
{
    private static readonly Author supervisor = new(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
    private static readonly Author nurse = new(Story.IdOf("nurse"), Role.HealthProfessional, Agency.Health, Story.IdOf("nurses"));
    private readonly Story story = new("who is in");

    [Fact]
    public void Whoever_is_added_has_the_whole_until_the_end_of_their_last_day_or_until_they_are_removed()
    {
        Led("online-bullying");
        story.Records(SocialWorker, Day(30), new WhoIsIn.MemberAdded(nurse.Account, nurse.Team, Agency.Health, AddedBecause.WorksWithChild, null, On(31),
            null));
        Assert.Equal((Relation.Added, true), Of(nurse, Day(31, hour: 23).AddMinutes(59)));
        Assert.Null(Of(nurse, new(2026, 4, 1, 0, 0, 0)));
        var team = story.Records(SocialWorker, Day(30), new WhoIsIn.MemberAdded(nurse.Team, nurse.Team, Agency.Health, AddedBecause.Other, "Covers the area",
            null, null));
        Assert.NotNull(Of(nurse with { Account = Story.IdOf("another nurse") }, Day(31)));
        story.Records(SocialWorker, Day(31, hour: 8), new WhoIsIn.MemberRemoved(team.Id, "Done"));
        Assert.Null(Of(nurse with { Account = Story.IdOf("another nurse") }, Day(31)));
    }

    [Fact]
    public void Whoever_leads_adds_and_removes_and_whoever_was_added_leaves_by_themselves()
    {
        Led("online-bullying");
        WhoIsIn.MemberAdded added = new(nurse.Account, nurse.Team, Agency.Health, AddedBecause.WorksWithChild, null, null, null);
        var entry = story.Records(Manager, Day(30), added);
        story.Refuses("whom", SocialWorker, Day(30), added);      // already
        story.Refuses("", nurse, Day(30), added with { Whom = Officer.Account, Team = Officer.Team, Agency = Agency.Police });
        story.Refuses("words", SocialWorker, Day(30), added with { Whom = nurse.Team, Because = AddedBecause.Other });
        story.Refuses("until", SocialWorker, Day(30), added with { Whom = nurse.Team, Until = On(29) });
        story.Refuses("of", SocialWorker, Day(30), new WhoIsIn.MemberRemoved(new(Story.IdOf("another"), 0), "why"));
        story.Records(nurse, Day(30), new WhoIsIn.MemberRemoved(entry.Id, "I have left the service"));
        Assert.Null(Of(nurse, Day(31)));
        story.Refuses("of", SocialWorker, Day(30), new WhoIsIn.MemberRemoved(entry.Id, "why"));
        story.Refuses("", SocialWorker, Day(30), new Corrected(entry.Id, null, "A mistake"));
    }

    [Fact]
    public void While_nobody_is_to_be_warned_police_or_social_care_agree_that_anybody_new_is_added()
    {
        Led("grooming", "adult-involved");
        Assert.True(TellingParents.IsWithheld(story.View));
        WhoIsIn.MemberAdded added = new(nurse.Account, nurse.Team, Agency.Health, AddedBecause.WorksWithChild, null, null, null);
        story.Refuses("agreed-with", SocialWorker, Day(30), added);
        story.Refuses("agreed-with", SocialWorker, Day(30), added with { AgreedWith = "  " });
        Assert.IsType<Allowed>(story.Decide(SocialWorker, Day(30), added with { AgreedWith = "PC Ward, police" }));
        Assert.IsType<Allowed>(story.Decide(SocialWorker, Day(30), added with { Whom = Officer.Account, Team = Officer.Team, Agency = Agency.Police }));
    }

    [Fact]
    public void An_opening_in_an_emergency_lasts_24_hours_and_whoever_leads_looks_at_why_the_same_day()
    {
        Led("online-bullying");
        BreakGlass.GlassBroken broken = new(GlassBecause.Danger, "He is at the door");
        foreach (var by in new[] { Officer, nurse, SocialWorker, Teacher }) story.Refuses("", by, Day(30), broken);
        var before = Of(supervisor, Day(30));
        var entry = story.Records(supervisor, Day(30, hour: 23), broken);
        Assert.NotEqual(before, Of(supervisor, Day(31)));
        Assert.Equal((Relation.BreakGlass, true), Of(supervisor, Day(31, hour: 22).AddMinutes(59).AddSeconds(59)));
        Assert.Equal(before, Of(supervisor, Day(31, hour: 23)));
        var duty = story.Duty("look-at-break-glass");
        Assert.Equal((On(30), SocialWorker.Team), (duty.Due, duty.By.Team));
        story.Refuses("", supervisor, Day(31), new BreakGlass.GlassLookedAt(entry.Id, "Right"));
        story.Refuses("", entry.Act.By, Day(31), new Corrected(entry.Id, null, "A mistake"));
        story.Records(SocialWorker, Day(31), new BreakGlass.GlassLookedAt(entry.Id, "Right: they could not reach us"));
        Assert.True(story.Duty("look-at-break-glass").IsSettled);
    }

    [Fact]
    public void It_lasts_24_hours_over_a_night_on_which_clocks_change()
    {
        Led("online-bullying");
        story.Records(supervisor, new(2026, 3, 28, 20, 0, 0), new BreakGlass.GlassBroken(GlassBecause.NobodyReached, "He is at the door"));      // to BST
        Assert.Equal((Relation.BreakGlass, true), Of(supervisor, new(2026, 3, 29, 20, 59, 0)));
        Assert.NotEqual((Relation.BreakGlass, true), Of(supervisor, new(2026, 3, 29, 21, 0, 0)));
    }

    private void Led(string form, params string[] yes)
    {
        story.Adds("Ana", Involvement.Harmed);
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts(form, yes, children: [story.Child("Ana", "harmed")]), true));
        var made = story.Refers("childrens-social-care", Friday, report);
        story.Records(SocialWorker, Friday.AddMinutes(30), new Referral.Received(made.Id, "R"));
        story.Records(SocialWorker, Friday.AddMinutes(31), new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "Assessment"));
    }

    private (Relation, bool)? Of(Author who, DateTime at) => CaseAccess.Of(new(who.Account, who.Role, who.Agency, who.Team), story.View.Circle,
        London.InstantOf(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at))) is { } access ? (access.By, access.Scope.IsWhole) : null;
}
