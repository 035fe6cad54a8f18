using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Access;

/// <summary>What was found by attack: one person's act that ended, opened or loosened what another agency relies on.</summary>
public sealed class WhoMayUndoTests
{
    private const string SocialCare = "childrens-social-care";
    private static readonly Author supervisor = new(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
    private static readonly Author nurse = new(Story.IdOf("nurse"), Role.HealthProfessional, Agency.Health, Story.IdOf("nurses"));
    private static readonly string[] meeting = ["offline-meeting-arranged"];
    private readonly Story story = new("who may undo");

    [Fact]
    public void A_referral_that_was_received_is_struck_out_by_nobody_and_its_receiver_stays_with_every_duty()
    {
        var made = story.Refers(SocialCare, Friday, story.Reports(Facts("grooming")));
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, "R-1"));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "Assessment"));
        story.Refuses("instead-of-it", Teacher, Day(31), new Corrected(made.Id, null, "It was another case"));
        Assert.NotNull(Sees(SocialWorker, Day(31)));
        Assert.Contains(story.Duties(), duty => duty.Name == "tell-referrer");
    }

    [Fact]
    public void A_referral_whose_receiver_has_recorded_anything_since_is_not_struck_out_either()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"]));
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Day(30), new TellingParents.Agreed("That she is safe", "Her mother", "Ms Okafor", [report.Id]));
        story.Refuses("instead-of-it", Teacher, Day(31), new Corrected(made.Id, null, "It was another case"));
    }

    [Fact]
    public void A_call_that_nobody_made_is_struck_out_by_the_team_that_recorded_it_and_ends_there()
    {
        var made = story.Refers(SocialCare, Friday, story.Reports(Facts("grooming")));
        story.Refuses("", SocialWorker, Friday, new Corrected(made.Id, null, "Not us"));
        story.Records(SafeguardingLead, Day(30), new Corrected(made.Id, null, "Nobody picked up"));
        Assert.Null(Sees(SocialWorker, Day(31)));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "receive-referral");
        Assert.Equal(DutyState.Overdue, story.Duty("refer:police-or-social-care").On(On(30)));
    }

    [Fact]
    public void An_entry_is_put_right_by_the_team_that_recorded_it_alone()
    {
        var report = story.Reports(Facts("grooming"));
        story.Refers(SocialCare, Friday, report);
        var police = story.Records(Teacher, Friday, new Referral.Made("police", Officer.Team, Referral.Means.Telephone, "PC Ward", null, [report.Id]));
        var received = story.Records(Officer, Friday, new Referral.Received(police.Id, "P-1"));
        story.Refuses("", SocialWorker, Friday, new Corrected(police.Id, null, "Ours alone"));
        story.Refuses("", SocialWorker, Friday, new Corrected(received.Id, null, "Ours alone"));
        story.Refuses("", Teacher, Friday, new Corrected(received.Id, new Referral.Received(police.Id, "P-2"), "A slip"));
        story.Records(supervisor, Friday, new Corrected(received.Id, new Referral.Received(police.Id, "P-2"), "A slip"));
    }

    [Fact]
    public void A_correction_says_nothing_about_to_whom_a_referral_was_made()
    {
        var made = story.Refers(SocialCare, Friday, story.Reports(Facts("grooming")));
        var was = (Referral.Made)made.Content;
        story.Refuses("to", Teacher, Friday, new Corrected(made.Id, was with { To = "health", ToTeam = nurse.Team }, "It was health"));
        story.Refuses("to", Teacher, Friday, new Corrected(made.Id, was with { ToTeam = nurse.Team }, "It was the nurses"));
        story.Refuses("to", Teacher, Friday, new Corrected(made.Id, was with { ToTeam = null }, "It was nobody"));
        story.Records(Teacher, Friday, new Corrected(made.Id, was with { Reference = "R-7" }, "They gave one"));
        Assert.Null(Sees(nurse, Day(31)));
    }

    [Fact]
    public void The_facts_of_a_report_are_not_corrected_for_they_change()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"]));
        story.Refuses("", Teacher, Friday, new Corrected(report.Id, new Concern.Reported(Facts("online-bullying"), true), "The wrong form"));
        story.Refuses("", Teacher, Friday, new Corrected(report.Id, null, "Another case"));
        var change = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("grooming", yes: ["adult-involved", "significant-harm-suspected"]), "More is known"));
        story.Refuses("", Teacher, Friday, new Corrected(change.Id, null, "It is not"));
    }

    [Theory]
    [InlineData("withhold-information"), InlineData("do-not-view-imagery"), InlineData("keep-evidence")]
    public void A_rule_that_stands_ends_by_no_change_of_facts_of_one_setting(string rule)
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["adult-involved"]));
        Assert.Contains(rule, Rules());
        var change = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("online-bullying", no: ["adult-involved", "coerced-blackmailed-or-groomed"]), "It was a pupil after all"));
        Assert.Contains(rule, Rules());
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(change.Id, true, "I spoke to her"));
        Assert.Contains(rule, Rules());
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "agree-what-is-said" && duty.EndedBy is not null);
    }

    [Fact]
    public void A_rule_that_stands_ends_when_a_receiver_of_police_or_social_care_signs_the_change()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["adult-involved"]));
        var made = story.Refers(SocialCare, Friday, report);
        var change = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", no: ["adult-involved", "adult-made-or-held-images", "coerced-blackmailed-or-groomed"]), "It was a pupil"));
        story.Refuses("", supervisor, Friday, new Concern.LessSigned(change.Id, true, "I agree"));      // nobody has called them
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        story.Records(Manager, Friday, new Concern.LessSigned(change.Id, true, "We have spoken to both families"));
        Assert.DoesNotContain("withhold-information", Rules());
        Assert.Equal(DutyState.NoLongerNeeded, story.Duty("agree-what-is-said").On(On(27)));
    }

    [Fact]
    public void Less_is_not_the_way_past_a_rule_that_stands()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["adult-involved"]));
        story.Refuses("rules", Teacher, Friday, new Concern.LessAsked(report.Id, ["withhold-information"], "We tell them", "why", false));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["offer-removal-help"], "Later", "why", false));
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "Later"));
        Assert.Contains("keep-evidence", Rules());
    }

    [Fact]
    public void What_drops_the_call_to_the_LADO_names_a_team_outside_the_setting_and_is_signed_there()
    {
        var report = story.Reports(Facts("sexual-communication", yes: ["adult-involved", "position-of-trust"]));
        story.Refuses("asked-of", Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved"], no: ["position-of-trust"]), "He has left"));
        story.Refuses("asked-of", Teacher, Friday, new Concern.LessAsked(report.Id, ["position of trust"], "A talk", "He has left", false));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["position of trust"], "A talk", "He has left", false,
            Manager.Team, Agency.SocialCare));
        story.Refuses("", SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "I agree"));
        Assert.NotEqual(DutyState.NoLongerNeeded, story.Duty("refer:lado").On(On(27)));
        story.Records(Manager, Friday, new Concern.LessSigned(asked.Id, true, "The LADO advises so"));
        Assert.Equal(DutyState.NoLongerNeeded, story.Duty("refer:lado").On(On(27)));
    }

    [Fact]
    public void The_team_that_a_change_names_sees_the_report_until_it_has_answered_and_it_alone_is_let_in()
    {
        var report = story.Reports(Facts("sexual-communication", yes: ["adult-involved", "position-of-trust"]));
        story.Refuses("asked-of", Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved", "position-of-trust", "lives-with-children"]), "More", Manager.Team, Agency.SocialCare));
        story.Refuses("asked-of", Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved"], no: ["position-of-trust"]), "He has left", Teacher.Team, Agency.Education));
        var change = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved"], no: ["position-of-trust"]), "He has left", Manager.Team, Agency.SocialCare));
        Assert.Equal(new Responsible(Agency.SocialCare, Manager.Team), story.Duty("sign-override").By);
        Assert.Equal((Relation.Asked, true), (Sees(Manager, Day(28))!.By, Sees(SocialWorker, Day(28)) is null));
        story.Refuses("", SafeguardingLead, Day(28), new Concern.LessSigned(change.Id, true, "I agree"));
        story.Records(Manager, Day(30), new Concern.LessSigned(change.Id, true, "The club says so too"));
        Assert.Equal(DutyState.NoLongerNeeded, story.Duty("refer:lado").On(On(30)));
        Assert.Null(Sees(Manager, Day(31)));
    }

    [Fact]
    public void A_refusal_stands_whoever_is_asked_until_the_facts_change()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"]));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult", "coerced"], "Consultation", "why", true, Manager.Team,
            Agency.SocialCare));
        story.Records(Manager, Friday, new Concern.LessSigned(asked.Id, false, "Refer"));
        story.Refuses("rules", Teacher, Friday, new Concern.LessAsked(report.Id, ["adult"], "Consultation", "why", true, Officer.Team, Agency.Police));
        story.Refuses("rules", SafeguardingLead, Friday, new Concern.LessAsked(report.Id, ["coerced"], "Consultation", "why", false));
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id,
            Facts("grooming", yes: ["adult-involved", "coerced-blackmailed-or-groomed"], aware: Day(30)), "More is known"));
        // nothing of it changed
        story.Refuses("rules", Teacher, Day(30), new Concern.LessAsked(report.Id, ["adult"], "Consultation", "why", true, Officer.Team, Agency.Police));
        Assert.IsType<Allowed>(story.Decide(Teacher, Day(30),
            new Concern.LessAsked(report.Id, ["coerced"], "Consultation", "why", true, Officer.Team, Agency.Police)));
    }

    [Fact]
    public void A_change_of_facts_that_was_refused_is_not_asked_anew_as_another_change_nor_as_less()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: meeting));
        var drops = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting), "No meeting after all"));
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(drops.Id, false, "Nobody read the messages"));
        var again = story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting, aware: Day(30)),
            "Still none"));
        story.Refuses("", OtherLead, Day(30), new Concern.LessSigned(again.Id, true, "I agree"));
        story.Refuses("rules", Teacher, Day(30), new Concern.LessAsked(report.Id, ["sharing"], "A talk", "why", false));
        Assert.Equal(DutyState.Overdue, story.Duty("refer:police-or-social-care").On(On(30)));
    }

    [Fact]
    public void A_signature_said_to_be_of_an_earlier_day_does_not_come_before_the_refusal()
    {
        var report = story.Reports(Facts("grooming"));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["coerced"], "Consultation", "why", false));
        var refused = story.Records(SafeguardingLead, Day(30), new Concern.LessSigned(asked.Id, false, "Refer"));
        story.Records(OtherLead, Day(31), new Concern.LessSigned(asked.Id, true, "I agree"), happened: On(27));
        Assert.Equal(refused.Id, story.Duty("sign-override").MetBy?.Id);
        Assert.NotEqual(DutyState.NoLongerNeeded, story.Duty("refer:police-or-social-care").On(On(31)));
    }

    [Fact]
    public void Whoever_typed_the_change_signs_neither_it_nor_what_is_asked_because_of_it()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: meeting));
        var first = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting), "No meeting after all"));
        story.Records(SafeguardingLead, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting), "None"));
        story.Refuses("", SafeguardingLead, Friday, new Concern.LessSigned(first.Id, true, "I agree"));

        var other = new Story("less of a change");
        var reported = other.Reports(Facts("youth-produced-imagery"));
        var change = other.Records(SafeguardingLead, Friday, new Concern.FactsChanged(reported.Id, Facts("youth-produced-imagery", yes: meeting), "A meeting"));
        var asked = other.Records(Teacher, Friday, new Concern.LessAsked(change.Id, ["sharing"], "A talk", "why", false));
        other.Refuses("", SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "I agree"));
    }

    [Fact]
    public void What_another_agency_has_to_do_ends_by_no_change_of_facts_of_a_setting_alone()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["significant-harm-suspected"]));
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: ["significant-harm-suspected"]),
            "It is not as it seemed"));
        Assert.Null(story.Duty("strategy-discussion").EndedBy);
    }

    [Fact]
    public void What_the_setting_has_to_do_ends_by_no_change_of_facts_of_a_service_alone()
    {
        var report = story.Reports(Facts("online-bullying", yes: ["significant-harm-suspected"]));
        var made = story.Refers(SocialCare, Friday, report);
        var none = new Concern.FactsChanged(report.Id, Facts("something-else", yes: ["significant-harm-suspected"]), "It was none");
        story.Refuses("", SocialWorker, Friday, none);      // nobody leads it yet
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Friday, new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "Assessment"));
        var change = story.Records(SocialWorker, Friday, none, mayBeKnown: true);
        story.Refuses("", Manager, Friday, new Concern.LessSigned(change.Id, true, "I agree"));
        Assert.Null(story.Duty("respond-to-bullying").EndedBy);
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(change.Id, true, "So it seems to us"));
        Assert.NotNull(story.Duty("respond-to-bullying").EndedBy);
    }

    private IEnumerable<string> Rules() => story.File.View().Standing.Select(rule => rule.Name);

    private CaseAccess? Sees(Author who, DateTime at) => CaseAccess.Of(new(who.Account, who.Role, who.Agency, who.Team), story.File.View().Circle,
        London.InstantOf(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)));
}
