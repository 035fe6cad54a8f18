using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Access;

/// <summary>What two people of one team end together, by a way round: nothing that another team has to do, nor what is about their own people.</summary>
public sealed class EndedByTwoTests
{
    private const string SocialCare = "childrens-social-care";
    private readonly Story story = new("ended by two");

    [Fact]
    public void Whoever_typed_the_change_of_which_less_is_asked_is_nowhere_asked_to_sign_it()
    {
        var report = story.Reports(Facts("youth-produced-imagery"));
        var change = story.Records(SafeguardingLead, Friday, new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", yes: ["adult-involved"]), "More is known"));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(change.Id, ["offer-removal-help"], "Later", "why", false));
        story.Refuses("", SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "Later"));
        Assert.Equal(new[] { Teacher, SafeguardingLead }.Select(one => one.Account).Order(), LessWords.NeverSigns(story.View, asked.Id));
    }

    [Fact]
    public void What_another_agency_has_to_do_is_left_undone_by_no_judgement_of_a_setting()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["significant-harm-suspected"]));
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        story.Refuses("rules", Teacher, Friday, new Concern.LessAsked(report.Id, ["strategy-discussion"], "We talk", "why", false));
        var asked = story.Records(SocialWorker, Friday, new Concern.LessAsked(report.Id, ["strategy-discussion"], "A visit", "why", false));
        story.Refuses("", SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "I agree"));
        Assert.Equal(SocialWorker.Team, story.Duty("sign-override").By.Team);
        Assert.Null(story.Duty("strategy-discussion").EndedBy);
    }

    [Fact]
    public void Social_care_leaves_its_own_duty_undone_by_its_manager()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["significant-harm-suspected"]));
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        var asked = story.Records(SocialWorker, Friday, new Concern.LessAsked(report.Id, ["strategy-discussion"], "A visit", "why", false));
        story.Records(Manager, Friday, new Concern.LessSigned(asked.Id, true, "I agree"));
        Assert.NotNull(story.Duty("strategy-discussion").EndedBy);
    }

    [Fact]
    public void What_the_setting_has_to_do_is_left_undone_by_no_judgement_of_a_receiver_alone()
    {
        var report = story.Reports(Facts("online-bullying", yes: ["significant-harm-suspected"]));
        story.Refers(SocialCare, Friday, report);
        var asked = story.Records(SocialWorker, Friday, new Concern.LessAsked(report.Id, ["respond-to-bullying"], "Nothing", "why", false));
        story.Refuses("", Manager, Friday, new Concern.LessSigned(asked.Id, true, "I agree"));
        Assert.Null(story.Duty("respond-to-bullying").EndedBy);
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "So it seems to us"));
        Assert.NotNull(story.Duty("respond-to-bullying").EndedBy);
    }

    [Fact]
    public void Less_asked_of_the_facts_before_they_changed_is_signed_outside_where_the_newer_ones_are_about_a_setting_s_own_people()
    {
        var report = story.Reports(Facts("sexual-communication", yes: ["adult-involved", "lives-with-children"]));
        story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved", "lives-with-children", "position-of-trust"]), "He coaches"));
        story.Refuses("asked-of", Teacher, Friday, new Concern.LessAsked(report.Id, ["adult, contact"], "A talk", "He has left", false));
    }

    [Fact]
    public void What_became_about_a_setting_s_own_people_later_is_dropped_outside_it_too()
    {
        var report = story.Reports(Facts("sexual-communication", yes: ["adult-involved", "lives-with-children"]));
        story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved", "position-of-trust"], no: ["lives-with-children"]), "He coaches, and lives alone"));
        var made = story.Records(Teacher, Friday, new Referral.Made("lado", null, Referral.Means.Telephone, "Mr Reed", null,
            [report.Id, story.File.Entries[^1].Id]));
        Assert.NotNull(made);
        story.Refuses("asked-of", Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved"], no: ["lives-with-children", "position-of-trust"]), "He has left"));
        var duties = story.Duties();
        Assert.Contains(duties, duty => duty.Name == "refer:childrens-social-care" && !duty.IsSettled);
    }

    [Fact]
    public void A_refusal_stands_where_the_facts_were_changed_there_and_back()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["offline-meeting-arranged"]));
        var drops = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", no: ["offline-meeting-arranged"]), "No meeting after all"));
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(drops.Id, false, "Nobody read the messages"));
        story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", yes: ["offline-meeting-arranged"]), "As before"));
        var again = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", no: ["offline-meeting-arranged"]), "No meeting"));
        story.Refuses("", OtherLead, Friday, new Concern.LessSigned(again.Id, true, "I agree"));
    }

    [Fact]
    public void A_refusal_lets_no_further_team_in()
    {
        var report = story.Reports(Facts("sexual-communication", yes: ["adult-involved", "position-of-trust"]));
        Concern.FactsChanged drops = new(report.Id, Facts("sexual-communication", yes: ["adult-involved"], no: ["position-of-trust"]), "He left",
            Manager.Team, Agency.SocialCare);
        var change = story.Records(Teacher, Friday, drops);
        story.Records(Manager, Friday, new Concern.LessSigned(change.Id, false, "The club says otherwise"));
        story.Refuses("asked-of", Teacher, Friday, drops with { AskedOf = OtherLead.Team, AskedAgency = Agency.Education });
        // nor does the form ask
        Assert.False(Concern.IsSignedOutside(story.View, change.Act with { Id = story.Id("again") }, drops with { Why = "He left, they say" }, story.Report));
        story.Records(Teacher, Friday, drops with { AskedOf = null, AskedAgency = null });      // what is known may be said; it drops nothing
        Assert.Null(Sees(OtherLead, Friday));
    }

    [Fact]
    public void Nothing_but_what_is_required_is_asked_to_be_left_undone()
    {
        var report = story.Reports(Facts("grooming"));
        story.Refuses("rules", Teacher, Friday, new Concern.LessAsked(report.Id, ["coerced", "any words at all"], "A consultation first", "why", false));
    }

    [Fact]
    public void Where_one_reason_of_two_is_dropped_it_is_said_that_others_still_require_the_same()
    {
        const string Referral = "a referral to the police or children's social care";
        string[] meeting = ["offline-meeting-arranged"], both = [.. meeting, "coerced-blackmailed-or-groomed"];
        var report = story.Reports(Facts("youth-produced-imagery", yes: both));
        Assert.Contains($"one reason for {Referral}, which others still require",
            Dropped(Facts("youth-produced-imagery", yes: [both[1]], no: meeting)), StringComparison.Ordinal);
        var none = Dropped(Facts("youth-produced-imagery", no: both));
        Assert.Contains(Referral, none, StringComparison.Ordinal);
        Assert.DoesNotContain("one reason for", none, StringComparison.Ordinal);
        var one = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", yes: [both[1]], no: meeting),
            "No meeting after all"));
        // as whoever signs reads it
        Assert.Contains($"one reason for {Referral}, which others still require", Concern.Dropped(story.View, one.Id));

        string Dropped(Casework.Procedures.ConcernFacts facts)
        {
            var change = new Concern.FactsChanged(report.Id, facts, "The messages were read");
            var remark = Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, change)).Remarks, said =>
                said.Words.StartsWith("This would drop", StringComparison.Ordinal));
            return remark.Words;
        }
    }

    [Fact]
    public void A_lead_is_shut_out_at_once_though_the_clock_was_ahead()
    {
        var report = story.Reports(Facts("grooming"));
        story.Records(Teacher, Day(27, 4), new Concern.LeadShutOut(report.Id, new(null, Manager.Team, Agency.SocialCare), "It may be about her"));
        Assert.Null(Sees(SafeguardingLead, Day(28)));
        Assert.NotNull(Sees(Manager, Day(28)));
    }

    [Fact]
    public void An_answer_of_an_earlier_day_than_the_question_ends_no_place()
    {
        var report = story.Reports(Facts("sexual-communication", yes: ["adult-involved", "position-of-trust"]));
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved"], no: ["position-of-trust"], aware: Day(30)), "He has left", Manager.Team, Agency.SocialCare));
        var change = story.File.Entries[^1];
        var refused = Assert.IsType<Refused>(story.Decide(Manager, Day(30), new Concern.LessSigned(change.Id, true, "So he has"), On(29)));
        Assert.Equal("happened", Assert.Single(refused.Refusals).Field);

        // One that was recorded before that was refused counts for nothing, and ends nothing.
        var act = new Act(story.Id("signed"), Manager, At(Day(30)), On(29), null);
        var before = story.File.With(new(0, act, story.Report, Subjects.TheCase, new Concern.LessSigned(change.Id, true, "So he has")));
        Assert.Null(Assert.Single(before.View().Duties, duty => duty.Name == "sign-override").MetBy);
        Assert.NotNull(CaseAccess.Of(new(Manager.Account, Manager.Role, Manager.Agency, Manager.Team), before.View().Circle, At(Day(31))));
    }

    [Fact]
    public void What_somebody_says_afterwards_was_agreed_before_ends_no_looking_again()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        story.Records(Teacher, Day(30), new TellingParents.ParentTold(story.Id("Ana"), null, "Her mother", "By telephone, me", "All of it", [report.Id]));
        Assert.Contains(story.Duties(), duty => duty.Name == "look-again-told-early");
        var agreed = story.Records(Teacher, Day(30, 3, 15), new TellingParents.Agreed("All of it", "Her mother", "PC Ward, police", [report.Id]),
            happened: On(27));
        Assert.Contains(story.Duties(), duty => duty.Name == "look-again-told-early");
        var made = story.Records(Teacher, Day(30, 3, 15), new Referral.Made("police", Officer.Team, Referral.Means.Telephone, "PC Ward", null, [report.Id]));
        story.Records(Officer, Day(30, 3, 15), new Referral.Received(made.Id, null));
        story.Records(Officer, Day(30, 3, 15), new TellingParents.Confirmed(agreed.Id, true, "On Friday, by telephone"));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "look-again-told-early");
    }

    [Fact]
    public void A_referrer_s_question_is_asked_by_no_receiver()
    {
        var made = story.Refers(SocialCare, Friday, story.Reports(Facts("grooming")));
        story.Refuses("", SocialWorker, Day(30), new Referral.Chased(made.Id, "Nobody asked"));
        Assert.Null(story.Duty("chase-referral").MetBy);
    }

    [Fact]
    public void What_a_lead_who_was_shut_out_owed_is_of_their_team()
    {
        var report = story.Reports(Facts("grooming"));
        story.Records(SafeguardingLead, Friday, new Referral.Made(SocialCare, SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]));
        story.Records(Teacher, Friday, new Concern.LeadShutOut(report.Id, new(null, Manager.Team, Agency.SocialCare), "It may be about her"));
        Assert.NotEqual(SafeguardingLead.Account, story.Duty("chase-referral").By.Account);
    }

    private static DateTimeOffset At(DateTime london) => London.InstantOf(DateOnly.FromDateTime(london), TimeOnly.FromDateTime(london));

    private CaseAccess? Sees(Author who, DateTime at) => CaseAccess.Of(new(who.Account, who.Role, who.Agency, who.Team), story.File.View().Circle, At(at));
}
