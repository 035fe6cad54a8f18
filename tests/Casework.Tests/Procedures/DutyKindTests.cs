using Lapwing.Casework.Calendar;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>What a kind of duty says, whatever edition or procedure it is of.</summary>
public sealed class DutyKindTests
{
    [Fact]
    public void Every_kind_says_where_it_is_recorded_or_who_owes_it_or_that_it_stands()
    {
        var kinds = Catalogue.All.SelectMany(procedure => procedure.Duties)
            .Concat(RuleBook.Standard.Editions.SelectMany(edition => edition.Duties).Select(rule => rule.Duty)).ToList();
        Assert.Empty(kinds.Where(kind => kind.Form is null && kind.OwedBy is null && !kind.IsStanding).Select(kind => kind.Name));
        Assert.Empty(kinds.GroupBy(kind => kind.Name).Where(same => same.Distinct().Count() > 1).Select(same => same.Key));
        Assert.All(kinds, kind => Assert.Equal(kind, Catalogue.DutyCalled(RuleBook.Standard, kind.Name)));
        Assert.Null(Catalogue.DutyCalled(RuleBook.Standard, "no such duty"));
    }

    [Fact]
    public void What_can_have_no_day_says_whether_it_is_an_answer_care_or_others_and_nothing_else_does()
    {
        var undated = RuleBook.Standard.Editions.SelectMany(edition => edition.Duties).Where(rule => rule.Due == Limit.None && !rule.Duty.IsStanding)
            .Select(rule => rule.Duty).ToHashSet();
        Assert.Empty(undated.Where(kind => kind.Undated is null).Select(kind => kind.Name));
        Assert.Empty(Catalogue.All.SelectMany(procedure => procedure.Duties).Concat(RuleBook.Standard.Newest.Duties.Select(rule => rule.Duty))
            .Where(kind => kind.Undated is not null && !kind.IsOthers && !undated.Contains(kind)).Select(kind => kind.Name));
        var open = Demonstration.Stories(On(27)).SelectMany(story => story.File.View().Duties).Where(duty => duty.Due is null).ToList();
        Assert.NotEmpty(open);
        Assert.Empty(open.Where(duty => duty.Kind.Undated is null).Select(duty => duty.Name));
    }

    [Fact]
    public void A_duty_that_a_newer_edition_has_no_more_keeps_its_words_its_form_and_its_date()
    {
        var standard = RuleBook.Standard.Newest;
        using var reader = new StringReader(File.ReadAllText(Repository.Path("src", "Casework", "Rules", "Editions", "derby-and-derbyshire-e-safety-1.md"))
            .Replace("- in force: 2016-01-01 –", "- in force: 2026-04-01 –", StringComparison.Ordinal));
        var later = Document.Parse(reader);
        var without = new Edition(later, standard.Supplement, standard.Referrals, [.. standard.Duties.Where(rule => rule.Duty != DutyKind.OfferSupport)],
            standard.HandOvers, standard.LegalNotes);
        var rules = new RuleBook(WorkingDays.EnglandAndWales, standard, without);
        var story = new Story("two editions");
        var report = story.Reports(Facts("grooming", children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        Duty Open() => Assert.Single(new CaseView(story.File, rules).Duties, duty => duty.Name == "offer-support");
        var (was, by) = (story.Duty("offer-support"), Open());
        Assert.Equal((was.What, was.Kind.Form, was.Due, was.By), (by.What, by.Kind.Form, by.Due, by.By));
        Assert.Equal(was.Kind, Catalogue.DutyCalled(rules, "offer-support"));
        var step = new Casework.Procedures.Concern.StepTaken("offer-support", [report.Id], [story.Id("Ana")], "Offered and taken");
        var act = new Casework.Cases.Act(story.Id("step"), Teacher, London.InstantOf(On(2, 4), new(9, 0)), On(2, 4));
        var read = story.File.Within(Casework.Cases.ReadScope.Of(story.Report));
        Assert.IsType<Casework.Cases.Allowed>(Catalogue.Decide(new(read, rules), act, Catalogue.Placed(read, step)));
        // What arises under the newer one has none.
        var after = new Story("after it");
        var facts = Facts("grooming", children: [after.Child("Ana", "harmed")], aware: Day(2, 4));
        after.Records(Teacher, Day(2, 4), new Casework.Procedures.Concern.Reported(facts, true));
        Assert.DoesNotContain(new CaseView(after.File, rules).Duties, duty => duty.Name == "offer-support");
    }
}
