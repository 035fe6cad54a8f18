using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>What something that was recorded did to the duties of its case.</summary>
public sealed class DutyChangesTests
{
    private readonly Story story = new("duty changes");

    [Fact]
    public void A_call_meets_the_duty_to_refer_and_opens_what_the_receiver_and_the_referrer_do_next()
    {
        var report = story.Reports(Facts("grooming"));
        Assert.All(Of(report), change => Assert.Equal(DutyTurn.Opened, change.Turn));
        var made = story.Refers("childrens-social-care", Friday, report);
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));      // what came later changes nothing of it
        Assert.Equal([("refer:police-or-social-care", DutyTurn.Done), ("receive-referral", DutyTurn.Opened), ("chase-referral", DutyTurn.Opened)],
            Of(made).Select(change => (change.Duty.Name, change.Turn)));
        Assert.Equal((On(30), Agency.SocialCare), (Of(made)[1].Duty.Due, Of(made)[1].Duty.By.Agency));
    }

    [Fact]
    public void For_one_of_two_children_it_is_furthered_and_for_the_last_it_is_done()
    {
        var (ana, ben) = (story.Child("Ana", "shown"), story.Child("Ben", "received"));
        var report = story.Reports(Facts("youth-produced-imagery", no: ["adult-involved"], children: [ana, ben]));
        Assert.Equal(("offer-support", DutyTurn.Furthered), Only(story.Records(Teacher, Friday,
            new Concern.StepTaken("offer-support", [report.Id], [ana.Person], "Offered"))));
        Assert.Equal(("offer-support", DutyTurn.Done), Only(story.Records(Teacher, Friday,
            new Concern.StepTaken("offer-support", [report.Id], [ben.Person], "Offered"))));
    }

    [Fact]
    public void What_met_it_and_was_made_in_error_opens_it_again_and_what_followed_from_it_is_gone()
    {
        var made = story.Refers("childrens-social-care", Friday, story.Reports(Facts("grooming")));
        var error = story.Records(Teacher, Day(28), new Corrected(made.Id, null, "It was another case"));
        Assert.Equal([("refer:police-or-social-care", DutyTurn.OpenAgain), ("receive-referral", DutyTurn.Gone), ("chase-referral", DutyTurn.Gone)],
            Of(error).Select(change => (change.Duty.Name, change.Turn)));
    }

    [Fact]
    public void Less_that_is_signed_says_what_is_no_longer_needed_and_a_later_day_for_a_parent_is_a_change()
    {
        story.Adds("Ana", Involvement.Harmed);
        var report = story.Reports(Facts("grooming", children: [story.Child("Ana", "harmed")]));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["coerced"], "Consultation first", "why", false));
        var signed = story.Records(SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "Agreed"));
        Assert.Contains((DutyTurn.Done, "sign-override"), Of(signed).Select(change => (change.Turn, change.Duty.Name)));
        Assert.Contains((DutyTurn.NoLongerNeeded, "refer:police-or-social-care"), Of(signed).Select(change => (change.Turn, change.Duty.Name)));
        var planned = story.Records(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "Ms Hill", On(30), [report.Id], Answer.No));
        var later = story.Records(Teacher, Friday, new Corrected(planned.Id, ((TellingParents.ToBeTold)planned.Content) with { On = On(31) },
            "She is away on Monday"));
        Assert.Equal(("tell", DutyTurn.Changed), Only(later));
    }

    [Fact]
    public void An_act_that_the_case_does_not_have_is_refused() =>
        Assert.Throws<ArgumentException>(() => DutyChanges.Of(story.File.View(), Story.IdOf("no act")));

    private IReadOnlyList<DutyChange> Of(Entry entry) => DutyChanges.Of(story.File.View(), entry.Act.Id);

    private (string, DutyTurn) Only(Entry entry) => Assert.Single(Of(entry).Select(change => (change.Duty.Name, change.Turn)));
}
