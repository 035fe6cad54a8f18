using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>What a tired person slips into a form, and what is said to it: nothing is taken that means something else than they think.</summary>
public sealed class SlipsTests
{
    private const string SocialCare = "childrens-social-care";
    private readonly Story story = new("slips");

    [Fact]
    public void Nobody_is_named_to_work_on_it_twice_and_whoever_was_and_left_once_has_left()
    {
        Decides(Referral.Outcome.Assessment);
        var named = story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(Officer.Account, Officer.Agency, Officer.Team, "Helps"));
        story.Refuses("worker", SocialWorker, Day(30), new CaseLead.WorkerNamed(Officer.Account, Officer.Agency, Officer.Team, "Helps again"));
        // A supervisor who reads the report alone does not see that they were named, and names them again.
        var seen = story.File.Within(ReadScope.Of(story.File.Entries[0].Paper)).View();
        Assert.DoesNotContain(CaseLead.Working(seen.File), one => one.Content.Worker == Officer.Account);
        var twice = story.File.With(story.File.Entries[^1] with
        {
            Index = 0,
            Act = story.File.Entries[^1].Act with { Id = Story.IdOf("twice") },
        });
        var left = twice.With(new(0, twice.Entries[^1].Act with { Id = Story.IdOf("left") }, Paper.Whole, Subjects.TheCase,
            new CaseLead.WorkerLeft(named.Id, "Moved")));
        Assert.Equal((true, false), (CaseLead.IsWorker(twice, Officer), CaseLead.IsWorker(left, Officer)));
        Assert.DoesNotContain(left.View().Members, member => member.Account == Officer.Account && member.Until is null);
        Assert.Single(CaseLead.Working(twice));
    }

    [Fact]
    public void What_is_owed_to_each_child_is_recorded_for_those_for_whom_it_was_done()
    {
        var report = story.Reports(Facts("youth-produced-imagery", children: [story.Child("Ana", "shown")]));
        IEnumerable<string> Missed() => Catalogue.FormCalled(Concern.StepForm)!.Read(new(story.View, Teacher, Staff.Nobody, default),
            new[] { ("duty", "offer-support"), ("causes", $"{report.Id}"), ("what", "Offered") }.ToLookup(one => one.Item1, one => one.Item2))
            .Wrong.Select(refusal => refusal.Field);
        Assert.Empty(Missed());      // she is recorded nowhere yet: nobody is offered
        var added = story.Adds("Ana", Involvement.Shown);
        Assert.Equal(["for"], Missed());
        var step = story.Records(Teacher, Day(30), new Concern.StepTaken("offer-support", [report.Id], [], "Ofered"));      // as it was recorded before
        story.Records(Teacher, Day(30), new Corrected(step.Id, new Concern.StepTaken("offer-support", [report.Id], [], "Offered"), "A slip"));
        story.Records(Teacher, Day(30), new Corrected(added.Id, null, "Another pupil"));
        Assert.Empty(Missed());
    }

    [Fact]
    public void Nobody_leads_what_is_not_taken_on()
    {
        story.Adds("Ana", Involvement.Harmed);
        var made = Received();
        story.Refuses("lead", SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Early help", "Early help",
            SocialWorker.Team, SocialWorker.Account));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Early help", "Early help"));
    }

    // It was taken before it was asked; its words are put right all the same.
    [Fact]
    public void A_decision_that_named_a_lead_in_vain_is_put_right_in_its_words()
    {
        story.Adds("Ana", Involvement.Harmed);
        var made = Received();
        var decided = new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Erly help", null, SocialWorker.Team, SocialWorker.Account);
        var last = story.File.Entries[^1];
        var entry = last with { Index = 0, Act = last.Act with { Id = Story.IdOf("in vain") }, Content = decided };
        var file = story.File.With(entry);
        Decided Put(Referral.Decided instead) => Catalogue.Decide(file.View(), last.Act with { Id = Story.IdOf("put right") },
            new NewEntry(new Corrected(entry.Id, instead, "A slip"), entry.Paper));
        Assert.IsType<Allowed>(Put(decided with { Why = "Early help" }));
        Assert.IsType<Refused>(Put(decided with { Lead = Manager.Account }));
    }

    [Fact]
    public void A_letter_that_nobody_is_known_to_have_taken_says_that_the_call_stays_due()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"]));
        IReadOnlyList<Remark> Of(Referral.Means by, string? spokeTo) => Assert.IsType<Allowed>(story.Decide(Teacher, Friday,
            new Referral.Made(SocialCare, SocialWorker.Team, by, spokeTo, null, [report.Id]))).Remarks;
        Assert.Contains(Of(Referral.Means.Writing, null), remark => remark.Words.Contains("stays due", StringComparison.Ordinal));
        Assert.Empty(Of(Referral.Means.Writing, "Ms Reed"));
        Assert.Empty(Of(Referral.Means.Telephone, "Ms Reed"));
        story.Refers(SocialCare, Friday, report);
        Assert.Empty(Of(Referral.Means.Writing, null));      // it confirms the call
    }

    [Fact]
    public void What_waits_for_a_signature_waits_for_those_who_may_give_it()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["coerced-blackmailed-or-groomed"]));
        var asked = story.Records(SafeguardingLead, Friday, new Concern.LessAsked(report.Id, ["coerced"], "Her tutor sees her", "They were read", false));
        foreach (var (by, waits) in new[] { (SafeguardingLead, false), (Teacher, false), (OtherLead, true) })
            Assert.Equal(waits, LessWords.ToSign(story.View, by, null).Contains(asked.Id));
    }

    [Fact]
    public void What_is_left_undone_is_told_with_its_reason_and_not_with_the_name_of_a_rule()
    {
        story.Reports(Facts("youth-produced-imagery", yes: ["coerced-blackmailed-or-groomed"]));
        var report = story.File.Entries[0].Id;
        var words = LessWords.Of(story.View, report, "coerced");
        Assert.StartsWith("Refer to the police or children's social care: because ", words, StringComparison.Ordinal);
        Assert.DoesNotContain("(coerced)", words, StringComparison.Ordinal);
        Assert.Equal("Refer to the police or children's social care",
            LessWords.Of(new(CaseFile.Of(default, ReadScope.Whole), RuleBook.Standard), report, "coerced"));
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report, Facts("youth-produced-imagery",
            yes: ["capacity-concern"], aware: Day(30)), "More"));
        Assert.NotEqual(words, LessWords.Of(story.View, story.File.Entries[^1].Id, "coerced"));
    }

    private Entry Received()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved", "significant-harm-suspected"], children: [story.Child("Ana", "harmed")]));
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        return made;
    }

    private void Decides(Referral.Outcome outcome)
    {
        story.Adds("Ana", Involvement.Harmed);
        story.Records(SocialWorker, Day(30), new Referral.Decided(Received().Id, null, outcome, "Seen together"));
    }
}
