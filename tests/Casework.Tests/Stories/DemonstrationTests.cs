using System.Collections;
using System.Text.RegularExpressions;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using ConcernFacts = Lapwing.Casework.Procedures.ConcernFacts;
using Decision = Lapwing.Casework.Triage.Decision;
using Outcome = Lapwing.Casework.Triage.Outcome;
using Recipient = Lapwing.Casework.Triage.Recipient;

namespace Lapwing.Casework.Tests.Stories;

/// <summary>The demonstration holds on any day: a week, a bank holiday, a leap day and a change of the clocks alter nothing of what it shows.</summary>
public sealed partial class DemonstrationTests
{
    /// <summary>
    /// A Friday; the Sunday on which the clocks change; Easter Sunday; the Tuesday after Easter; a Saturday 2 January, and the Monday after that
    /// bank holiday; a leap day.
    /// </summary>
    public static TheoryData<DateOnly> Days { get; } = new(
        new DateOnly(2026, 3, 27), new DateOnly(2026, 3, 29), new DateOnly(2026, 4, 5), new DateOnly(2026, 4, 7), new DateOnly(2027, 1, 2),
        new DateOnly(2027, 1, 4), new DateOnly(2028, 2, 29));

    [Theory, MemberData(nameof(Days))]
    public void Every_story_is_told_and_nothing_lies_after_eight_in_the_morning(DateOnly today)
    {
        var stories = Demonstration.Stories(today);
        Assert.True(stories.Count >= 20);
        foreach (var story in stories)
        {
            Assert.Equal(story.Acts.Select(one => one.Act.RecordedAt), story.Acts.Select(one => one.Act.RecordedAt).Order());
            Assert.All(story.Acts, one => Assert.True(one.Act.RecordedAt <= London.InstantOf(today, new(8, 0)) && one.Act.HappenedOn <= today, $"{one.Act}"));
            Assert.All(story.Acts, one => Assert.All(one.Said, said =>
                Assert.True(Facts(said.Content) is not { } told || (told.AwareAt <= one.Act.RecordedAt && (told.ArrestedAt ?? told.AwareAt) <= told.AwareAt))));
        }
    }

    [Fact]
    public void It_can_be_told_on_every_day_of_a_year()
    {
        for (var day = new DateOnly(2027, 12, 1); day < new DateOnly(2028, 12, 1); day = day.AddDays(1)) Assert.NotEmpty(Demonstration.Stories(day));
    }

    [Theory, MemberData(nameof(Days))]
    public void Everything_that_can_be_recorded_occurs(DateOnly today)
    {
        var occurring = Contents(today).Select(content => Catalogue.Of(content).Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Catalogue.Records.Where(recordable => !recordable.IsSuperseded).Select(recordable => recordable.Name).Except(occurring));
    }

    [Theory, MemberData(nameof(Days))]
    public void Duties_stand_in_every_state_and_calls_too(DateOnly today)
    {
        var duties = Demonstration.Stories(today).SelectMany(story => story.File.View().Duties).ToList();
        Assert.Equal(Enum.GetValues<DutyState>(), duties.Select(duty => duty.On(today)).Distinct().Order());
        var calls = duties.Where(duty => duty.Name.StartsWith("refer:", StringComparison.Ordinal)).Select(duty => duty.On(today)).Distinct();
        Assert.Equal([DutyState.DueToday, DutyState.Overdue, DutyState.Met, DutyState.MetLate, DutyState.NoLongerNeeded], calls.Order());
        Assert.Contains(duties, duty => duty.On(today) == DutyState.Open && duty.Due > today);
        Assert.Contains(duties, duty => (duty.PartsMet, duty.Parts.Count) == (3, 4));
        Assert.Contains(duties, duty => duty is { Name: "look-again-told-early", MetBy: not null });
        foreach (var name in new[] { "sign-override", "look-again-told-early", "tell", "decide-telling-again", "strategy-discussion-on-arrest" })
            Assert.Contains(duties, duty => duty.Name == name && duty.On(today) == DutyState.DueToday);
    }

    [Theory, MemberData(nameof(Days))]
    public void Every_outcome_recipient_means_and_answer_occurs(DateOnly today)
    {
        var contents = Contents(today).ToList();
        var decisions = contents.Select(Facts).OfType<ConcernFacts>().Select(told => RuleBook.Standard.Decide(told.Concern())).ToList();
        Assert.Equal(Enum.GetValues<Outcome>(), decisions.Select(decision => decision.Outcome).Distinct().Order());
        Assert.Equal(RuleBook.Standard.Newest.Recipients, decisions.SelectMany(Asked).Distinct()
            .OrderBy(to => RuleBook.Standard.Newest.Recipients.ToList().IndexOf(to)));
        Assert.Equal(RuleBook.Standard.Newest.Recipients.Select(to => to.Name).Order(StringComparer.Ordinal), contents.OfType<Referral.Made>()
            .Select(made => made.To).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<Referral.Means>().Cast<Referral.Means?>(), contents.OfType<Referral.Made>().Select(made => made.By).Distinct().Order());
        Assert.Equal(Enum.GetValues<Referral.Outcome>().Cast<Referral.Outcome?>(), contents.OfType<Referral.Decided>()
            .Select(decided => decided.Outcome).Distinct().Order());
        Assert.Equal([false, true], contents.OfType<Concern.LessSigned>().Select(signed => signed.Agrees).Distinct().Order());
        Assert.Contains(contents, content => content is People.Added { OfGroup: not null });
        Assert.Contains(contents, content => content is Corrected { Instead: null });
    }

    [Theory, MemberData(nameof(Days))]
    public void Everybody_writes_where_they_see_and_five_see_nothing(DateOnly today)
    {
        var acts = 0;
        foreach (var story in Demonstration.Stories(today))
        {
            for (var i = 0; i < story.Acts.Count; i++)
            {
                var act = story.Acts[i].Act;
                var before = CaseFile.Of(story.File.Id, ReadScope.Whole, story.File.Entries.Take(i + (i == 0 ? 1 : 0)));
                var said = story.Acts[i].Said[0];
                Assert.True(said.Content is BreakGlass.GlassBroken || Sees(before, act.By, act.RecordedAt,
                    Catalogue.Of(said.Content).Place.IsWrittenUnseen ? null : said.Paper),
                    $"act {i}: {DemonstrationPeople.Find(act.By.Account)} of {story.Acts[i].Said[0].Content}");
                acts++;
            }

            foreach (var nobody in new[] { DemonstrationPeople.Colleague, DemonstrationPeople.Administrator })
                Assert.False(Sees(story.File, nobody.Author, London.InstantOf(today, new(9, 0))));
        }

        Assert.True(acts > 200);
        var evening = London.InstantOf(today, new(20, 0));      // when the duty team is covered
        var standing = new StandingIn(DemonstrationPosts.Register(today), WorkingDays.EnglandAndWales);
        var nobodies = DemonstrationPeople.All.Where(person => !Demonstration.Stories(today).Any(story =>
            CaseAccess.Of(standing.Viewer(person.Author.Account, person.Author.Team, evening), story.File.View().Circle, evening) is not null));
        Assert.Equal([DemonstrationPeople.Colleague, DemonstrationPeople.AdviserAsChair, DemonstrationPeople.HillsideHolder, DemonstrationPeople.CouncilHolder,
            DemonstrationPeople.Administrator], nobodies);
    }

    [Theory, MemberData(nameof(Days))]
    public void Words_that_must_not_be_used_occur_nowhere(DateOnly today)
    {
        foreach (var story in Demonstration.Stories(today))
            Assert.All(story.File.Entries, entry => Assert.DoesNotMatch(Never(),
                string.Join('\n', Strings(entry.Content).Append(entry.Content.Line(story.File)))));
        Assert.All(DemonstrationPeople.All, person => Assert.DoesNotMatch(Never(), $"{person.Name} {person.Job} {person.Team}"));
    }

    [Fact]
    public void Planted_a_word_inside_a_correction_is_caught()
    {
        var planted = new Corrected(new(Guid.Empty, 0), new Concern.StepTaken("offer-support", [], [], "The suspect was told"), "why");
        Assert.Matches(Never(), string.Join('\n', Strings(planted)));
    }

    [Theory, MemberData(nameof(Days))]
    public void The_same_day_gives_the_same_cases_and_no_two_acts_or_people_share_a_number(DateOnly today)
    {
        var (one, other) = (Demonstration.Stories(today), Demonstration.Stories(today));
        Assert.Equal(one.Select(story => story.File.Id), other.Select(story => story.File.Id));
        Assert.Equal(one.SelectMany(story => story.File.Entries).Select(Shown), other.SelectMany(story => story.File.Entries).Select(Shown));
        var acts = one.SelectMany(story => story.Acts).Select(told => told.Act.Id).ToList();
        Assert.Equal(acts.Count, acts.Distinct().Count());
        var people = Contents(today).OfType<People.Added>().Select(added => added.Person).ToList();
        Assert.Equal(people.Count, people.Distinct().Count());
    }

    [Fact]
    public void No_two_cases_share_a_number()
    {
        var cases = Demonstration.Stories(new(2026, 3, 27)).Select(story => story.File.Id).ToList();
        Assert.Equal(cases.Count, cases.Distinct().Count());
    }

    [Fact]
    public void People_are_found_by_account_and_teams_by_number()
    {
        Assert.All(DemonstrationPeople.All, person => Assert.Equal(person.Name, DemonstrationPeople.Find(person.Author.Account)!.Name));
        Assert.All(DemonstrationPeople.All, person => Assert.Equal(person.Team, DemonstrationPeople.TeamName(person.Author.Team)));
        Assert.Null(DemonstrationPeople.Find(Guid.Empty));
        Assert.Null(DemonstrationPeople.TeamName(Guid.Empty));
    }

    private static IEnumerable<Content> Contents(DateOnly today) =>
        Demonstration.Stories(today).SelectMany(story => story.Acts).SelectMany(told => told.Said).Select(said => said.Content);

    private static ConcernFacts? Facts(Content content) => content switch
    {
        Concern.Reported reported => reported.Told,
        Concern.FactsChanged changed => changed.Told,
        _ => null,
    };

    private static IEnumerable<Recipient> Asked(Decision decision) => decision.Referrals.Select(referral => referral.To);

    private static bool Sees(CaseFile file, Author who, DateTimeOffset at, Paper? paper = null) =>
        CaseAccess.Of(Viewer.Of(who), file.View().Circle, at)?.Scope is { } sight
            && (paper is not { } one || sight.Reaches(one));

    private static string Shown(Entry entry) => $"{entry.Id} {entry.Act} {string.Join('|', Strings(entry.Content))}";

    // Every string that a record holds, however deep.
    private static IEnumerable<string> Strings(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable many => many.Cast<object?>().SelectMany(Strings),
        _ when value.GetType().Assembly == typeof(Content).Assembly && !value.GetType().IsEnum =>
            value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => Strings(property.GetValue(value))),
        _ => [$"{value}"],
    };

    [GeneratedRegex(@"\b(offenders?|suspects?|perpetrators?|sexting|consensual(ly)?|consented|child porn\w*|no further action|low risk"
        + @"|chose to|at risk herself|herself at risk)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Never();
}
