using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Calendar.London;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Access;

/// <summary>What ends by itself, and what does not: a place of whoever was asked and did not answer; evidence, which is kept until it is agreed.</summary>
public sealed class EndsOfItselfTests
{
    private static readonly Author supervisor = new(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
    private readonly Story story = new("ends of itself");

    [Fact]
    public void A_team_that_is_asked_for_less_and_does_not_answer_sees_the_report_for_five_working_days()
    {
        var report = story.Reports(Facts("grooming"));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["coerced"], "Consultation first", "why", true, Manager.Team,
            Agency.SocialCare));
        Assert.Equal(On(7, 4), Concern.AskedUntil(story.File.View(), asked));      // Good Friday and Easter Monday count as no working days
        Assert.NotNull(Sees(Manager, Day(7, 4, hour: 23)));
        Assert.Null(Sees(Manager, Day(8, 4, hour: 0)));
        Assert.Equal(new Responsible(Agency.SocialCare, Manager.Team), story.Duty("sign-override").By);
        // it was not answered: the setting sees it overdue, and asks somebody else
        Assert.NotEqual(DutyState.NoLongerNeeded, story.Duty("sign-override").On(On(9, 4)));
        var again = story.Records(Teacher, Day(9, 4), new Concern.LessAsked(report.Id, ["coerced"], "Consultation first", "why", true, Officer.Team,
            Agency.Police));
        story.Records(supervisor, Day(9, 4), new Concern.LessSigned(again.Id, true, "The adult is her father"));
        Assert.All(story.Duties().Where(duty => duty.Name == "sign-override"), duty => Assert.True(duty.IsSettled));
    }

    [Fact]
    public void A_team_that_a_change_of_facts_names_sees_the_report_for_five_working_days_also_where_nothing_is_left_to_sign()
    {
        var trust = Facts("sexual-communication", yes: ["adult-involved", "position-of-trust"]);
        var report = story.Reports(trust);
        story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("sexual-communication", yes: ["adult-involved"], no: ["position-of-trust"]), "He has left", Manager.Team, Agency.SocialCare));
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id, trust, "He has not"));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "sign-override");
        Assert.NotNull(Sees(Manager, Day(7, 4, hour: 23)));
        Assert.Null(Sees(Manager, Day(8, 4, hour: 0)));
    }

    [Theory]
    [InlineData("extremism"), InlineData("extremism", "youth-produced-imagery")]
    public void Evidence_is_kept_too_while_it_is_agreed_first_what_a_platform_takes_down(params string[] forms)
    {
        var report = story.Reports(Facts("extremism", yes: ["adult-involved"]) with { Forms = forms });
        Assert.Single(Rules(), "keep-evidence");
        var change = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("online-bullying", no: ["adult-involved", "coerced-blackmailed-or-groomed"]), "It was a pupil after all"));
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(change.Id, true, "I spoke to her"));
        Assert.Single(Rules(), "keep-evidence");
    }

    [Fact]
    public void Another_service_ends_nobodys_place_by_deciding_on_a_referral_that_it_did_not_receive()
    {
        var report = story.Reports(Facts("grooming"));
        var made = story.Records(Teacher, Friday, new Referral.Made("police-or-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor",
            null, [report.Id]));
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        story.Refuses("of", Officer, Friday, new Referral.Decided(made.Id, null, Referral.Outcome.NotForUs, "Not for us", "Another service"));
        story.Refuses("of", Officer, Friday, new Referral.FedBack(made.Id, "Not for us"));
    }

    private CaseAccess? Sees(Author who, DateTime at) => CaseAccess.Of(
        new(who.Account, who.Role, who.Agency, who.Team), story.File.View().Circle, InstantOf(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)));

    private IEnumerable<string> Rules() => story.File.View().Standing.Select(rule => rule.Name);
}
