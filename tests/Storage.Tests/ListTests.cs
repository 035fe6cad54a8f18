using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Web.Cases;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Lists are asked of an index: it shows each what the entries say, a page at a time, and nothing that somebody wrote into it.</summary>
public sealed class ListTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateOnly today = new(2026, 3, 27);

    public static TheoryData<int> People => [.. Enumerable.Range(0, DemonstrationPeople.All.Count)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_list_of_everybody_is_what_the_entries_say(int number)
    {
        await using var test = new TestLedger();
        var store = await Told.Demonstration(test, today, stop);
        var viewer = Told.Of(DemonstrationPeople.All[number], today, test.Clock.Now);
        var stories = Demonstration.Stories(today).Select(story => story.File).ToList();
        foreach (var isOfTeam in new[] { false, true })
        {
            var lines = new WorkLines(viewer, isOfTeam, RuleBook.Standard, London.DayOf(test.Clock.Now));
            foreach (var list in new[] { null, "overdue", "today", "week", "others", "no-date" })
            {
                var filter = lines.Filter(list);
                var wanted = stories.Select(file => (file.Id, Due: FirstDue(file, viewer, filter, test.Clock.Now))).Where(one => one.Due is not null)
                    .OrderBy(one => one.Due).ToList();
                var found = await store.Work(viewer, new(filter, 0, 1000) { Counted = [filter] }, stop);
                Assert.Equal(wanted.Select(one => one.Id).ToHashSet(), found.Cases.Select(item => item.Case).ToHashSet());
                Assert.Equal(wanted.Select(one => one.Due), found.Cases.Select(item => FirstDue(item.Work, item.Access.As, filter)));
                Assert.Equal((wanted.Count, 0), (found.Counts[0], found.Unreadable));
                Assert.All(found.Cases, item => Assert.NotNull(lines.Line(item, filter)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task What_stands_in_a_list_is_what_the_pages_of_its_case_show(int number)
    {
        await using var test = new TestLedger();
        var store = await Told.Demonstration(test, today, stop);
        var viewer = Told.Of(DemonstrationPeople.All[number], today, test.Clock.Now);
        foreach (var item in await Told.CasesOf(store, viewer, stop))
        {
            var view = new CaseView((await store.Open(viewer, item.Case, "now", stop))!.File, RuleBook.Standard);
            var shown = view.Duties.Where(duty => !duty.IsSettled && CaseLead.WithSince(view, duty, item.Access.As.Agency) is null);
            Assert.Equal(shown.Select(duty => $"{duty.Name} {duty.Due} {duty.By}").Order(), item.Work.Select(row => $"{row.Duty} {row.Due} {row.By}").Order());
            Assert.Equal(ClosedLines.Of(view), item.Line);
            Assert.DoesNotContain(Casework.Procedures.People.All(view.File), one => one.Name is { } name && item.Line.Contains(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_list_of_many_cases_is_shown_by_pages_each_once_and_counted_to_a_hundred()
    {
        await using var test = new TestLedger(work: file => [Row("a", 1), Row("b", 1 + (file.Id.Value.ToByteArray()[0] % 20)), Row("c", 40)]);
        for (var i = 0; i < 130; i++)
        {
            test.Clock.Now += TimeSpan.FromMinutes(1);
            await test.Store.Append(Told.Allow(CaseFile.Of(new(Told.Id(1000 + i)), ReadScope.Whole), Told.Act(Told.Worker, 5000 + i, test.Clock.Now),
                Told.Person("Robin Fictional", 5000 + i)), stop);
        }

        WorkFilter filter = new(_ => true);
        foreach (var isNewestFirst in new[] { false, true })
        {
            List<CaseItem> all = [];
            for (var page = 0; ; page++)
            {
                var found = await test.Store.Work(Told.Worker, new(filter, page * 25, 25) { IsNewestFirst = isNewestFirst, Counted = [filter] }, stop);
                Assert.Equal(WorkIndex.MostCounted, found.Counts[0]);
                all.AddRange(found.Cases);
                if (!found.HasMore) break;
            }

            Assert.Equal(130, all.Select(item => item.Case).Distinct().Count());
            Assert.Equal(130, all.Count);
            if (isNewestFirst) Assert.Equal(Enumerable.Range(0, 130).Reverse().Select(i => new CaseId(Told.Id(1000 + i))), all.Select(item => item.Case));
        }

        var late = filter with { From = Day(2), To = Day(30) };
        var some = await test.Store.Work(Told.Worker, new(late, 0, 200), stop);
        Assert.Equal(some.Cases.Select(item => item.Work.Where(row => late.Has(row, Told.Worker)).Min(row => row.Due)).Order(),
            some.Cases.Select(item => item.Work.Where(row => late.Has(row, Told.Worker)).Min(row => row.Due)));
        Assert.DoesNotContain(some.Cases, item => item.Work.All(row => row.Due == Day(1) || row.Due == Day(40)));
    }

    [Fact]
    public async Task What_somebody_writes_into_the_index_puts_no_case_before_anybody()
    {
        await using var test = new TestLedger(work: _ => [Row("a", 1)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        await test.Store.Append(Told.First(Told.Stranger, 8, 12), stop);
        var theirs = $"(SELECT list FROM lists WHERE whom = x'{Convert.ToHexString(Told.Stranger.Account.Bytes())}' AND agency = '')";
        test.Tamper($"UPDATE work_days SET list = {theirs} WHERE case_id = x'{Convert.ToHexString(Told.Id(7).Bytes())}' AND due = 0");
        test.Tamper($"UPDATE memberships SET account = x'{Convert.ToHexString(Told.Stranger.Account.Bytes())}'");
        Assert.Equal([new CaseId(Told.Id(8))], (await test.Store.Work(Told.Stranger, Told.All, stop)).Cases.Select(item => item.Case));
    }

    [Fact]
    public async Task Whoever_has_the_whole_is_not_told_what_those_see_who_have_a_part()
    {
        await using var test = new TestLedger(
            _ => [new(Told.Worker.Account, null, Relation.Lead, Paper.Whole, Told.Start, Told.Start.AddDays(1)),
                new(null, Told.Worker.Team, Relation.Receiver, Told.Report, Told.Start)],
            _ => [Row("part", 2) with { Paper = Told.Report, IsOfPaperAlone = true }, Row("whole", 3)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        WorkFilter filter = new(_ => true);
        async Task<(int, int)> Counts() => (await test.Store.Work(Told.Worker, new(filter, 0, 5)
        { Counted = [filter with { To = Day(2) }, filter with { From = Day(3) }] }, stop)).Counts is [var part, var whole] ? (part, whole) : default;
        Assert.Equal((0, 1), await Counts());
        test.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal((1, 0), await Counts());
        Assert.Equal(["part"], (await Told.WorkOf(test.Store, Told.Worker, stop)).Select(row => row.Duty));
    }

    [Fact]
    public async Task Whoever_had_the_whole_and_has_a_part_sees_and_counts_what_those_see_who_have_that_part()
    {
        await using var test = new TestLedger(
            _ => [new(Told.Worker.Account, null, Relation.Lead, Paper.Whole, Told.Start, Told.Start.AddDays(1)),
                new(Told.Worker.Account, null, Relation.Author, Told.Report, Told.Start)],
            _ => [Row("theirs", 2) with { Paper = Told.Report, By = new(Agency.Police, Told.Id(5)), IsOfAgencyAlone = true }]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        WorkFilter filter = new(_ => true);
        async Task<(int, int)> Seen() => await test.Store.Work(Told.Worker, new(filter, 0, 5) { Counted = [filter] }, stop) is var found
            ? (found.Counts[0], found.Cases.Sum(item => item.Work.Count)) : default;
        Assert.Equal((1, 1), await Seen());
        test.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal((0, 0), await Seen());
    }

    // What the index leaves out is never more than the guards refuse.
    [Fact]
    public void Whoever_a_list_says_may_not_sign_is_refused_by_the_case()
    {
        var asked = 0;
        foreach (var story in Demonstration.Stories(today))
            foreach (var duty in story.View.Duties.Where(duty => duty.Kind == Concern.Sign && !duty.IsSettled))
            {
                asked++;
                var never = LessWords.NeverSigns(story.View, duty.Causes[0]).ToHashSet();
                Assert.NotEmpty(never);
                Assert.DoesNotContain(LessWords.Signers(story.View, new Staff(DemonstrationPeople.All), duty), person => never.Contains(person.Author.Account));
            }

        Assert.True(asked > 0);
    }

    [Fact]
    public async Task A_case_whose_lists_cannot_be_derived_is_named_and_keeps_no_other_from_being_put_right()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        await test.Store.Append(Told.First(Told.Worker, 8, 12), stop);
        test.Tamper("DELETE FROM memberships");
        var rebuilt = await test.StoreWith(file => file.Id.Value == Told.Id(7) ? throw new FormatException("what was typed") : Told.Members(file))
            .Rebuild(stop);
        Assert.Single(rebuilt.Differing);
        Assert.Equal($"Case {new CaseId(Told.Id(7))}: its lists cannot be derived (FormatException). It is left as it is; report this.",
            Assert.Single(rebuilt.Unreadable));
    }

    [Fact]
    public async Task An_entry_is_written_on_lists_that_were_put_right_since_it_was_made_ready()
    {
        await using var test = new TestLedger(work: _ => [Row("a", 1)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        var file = (await test.Store.Open(Told.Worker, new(Told.Id(7)), "now", stop))!.File;
        var next = Told.Allow(file, Told.Act(Told.Worker, 12, test.Clock.Now), Told.Person("Sam Fictional", 12));
        var all = new CaseAccess(ReadScope.Whole, Relation.Lead, default, Told.Worker);
        Appending? Ready() => Appending.Prepare(test.Ledger, next, _ => all, whole => new(SealedLists.Of(test.Ledger, Told.Circle(whole),
            CaseLists.None with { Work = [Row("b", 2)] }))).Ready;
        var ready = Ready()!;
        test.Tamper("UPDATE work_lists SET sealed = zeroblob(60)");      // planted: another process derived them anew
        Assert.Null(await test.Ledger.Commit.Write((connection, _) => ready.Write(connection)));
        ready = Ready()!;
        Assert.Equal(Appended.Done, await test.Ledger.Commit.Write((connection, _) => ready.Write(connection)));
        Assert.Equal(["b"], (await Told.WorkOf(test.Store, Told.Worker, stop)).Select(row => row.Duty));
    }

    private static DateOnly? FirstDue(CaseFile file, Viewer viewer, WorkFilter filter, DateTimeOffset now)
    {
        var view = new CaseView(file, RuleBook.Standard);
        return CaseAccess.Of(viewer, view.Circle, now) is not { } access ? null
            : FirstDue(WorkRows.Of(view).Work.Where(row => !row.IsDone && row.IsFor(access.As, access.Scope)), access.As, filter);
    }

    private static DateOnly? FirstDue(IEnumerable<WorkRow> work, Viewer viewer, WorkFilter filter) =>
        work.Where(row => filter.Has(row, viewer)).Select(row => (DateOnly?)(row.Due ?? DateOnly.MaxValue)).Min();

    private static DateOnly Day(int day) => new DateOnly(2026, 3, 31).AddDays(day);

    private static WorkRow Row(string name, int day) => new(Paper.Whole, name, "of", Day(day), new(Agency.Health, Told.Id(5)), false);
}
