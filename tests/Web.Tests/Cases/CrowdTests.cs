using System.Globalization;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Tests.Cases;

/// <summary>A case of very many children: no page grows with them, what is the same for each is said once, and nobody of them is lost.</summary>
public sealed class CrowdTests : IDisposable
{
    private const int Most = 40_000, Children = 70;
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-crowd-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_the_same_for_each_child_is_one_line_with_how_many_they_are()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        var id = await CrowdIn(forms);
        foreach (var page in new[] { "", "/duties", "/history", "/people", "/decision" })
        {
            await forms.Get($"/work/{id}{page}");
            Assert.True(forms.Bytes < Most, $"{page}: {forms.Bytes:N0}");
        }

        await forms.Get($"/work/{id}/duties");
        var words = forms.Page.QuerySelectorAll(".govuk-task-list__name-and-hint > div:first-child").Select(line => line.TextContent).ToList();
        var joined = Assert.Single(words, word => word.StartsWith("Decide whether parents or carers are told", StringComparison.Ordinal)
            && word.Contains($"(0 of {Children}: ", StringComparison.Ordinal));
        Assert.Contains("Child 0, Child 1, ", joined, StringComparison.Ordinal);
        Assert.EndsWith($", and {Children - 12} more).", joined, StringComparison.Ordinal);
        Assert.Contains($"and {Children - 3} more", forms.Page.QuerySelector(".app-names")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_be_done_by_one_report_for_nobody_in_particular_is_a_line_each_with_its_own_day_and_whose_it_is()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        var told = new ConcernFacts(now.AddDays(-1), [Casework.Triage.Forms.YouthProducedImagery.Name, Casework.Triage.Forms.Grooming.Name],
            [.. Questions.All.Select(question => question.Name).Where(name => name != Questions.ImmediateDanger.Name)], [], [],
            [new(Story.IdOf("many/child"), ["shown", "harmed"], 12)]);
        var file = CaseFile.Of(new(Story.IdOf("many")), ReadScope.Whole);
        var decided = Catalogue.Decide(file.View(), new Act(Story.IdOf("many/act"), Teacher.Author, now.AddDays(-1), new(2026, 3, 26)),
            [new(new Concern.Reported(told, true), new Paper(PaperKind.Report, Story.IdOf("many/report")))]);
        await forms.Records(decided);
        var view = CaseFile.Of(file.Id, ReadScope.Whole, ((Allowed)decided).Entries.Select(named => named.Entry)).View();
        var each = view.Duties.Where(duty => duty.Parts.Count == 0 && !duty.IsSettled).ToList();
        Assert.True(each.Count > 8, $"{each.Count}");
        await forms.Get($"/work/{file.Id}/duties");
        var lines = forms.Page.QuerySelectorAll(".govuk-task-list__name-and-hint").Select(line => string.Join(' ', line.TextContent.Split())).ToList();
        Assert.All(each, duty =>
        {
            var line = Assert.Single(lines, line => line.Trim().StartsWith($"{duty.What.TrimEnd('.')}.", StringComparison.Ordinal));
            if (duty.Due is { } due) Assert.Contains(due == new DateOnly(2026, 3, 27) ? "Due today" : DecisionWords.Day(due), line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Everybody_stands_on_one_of_the_pages_of_people_and_every_earlier_decision_on_one_of_the_pages_of_them()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        var id = await CrowdIn(forms);
        var names = await OnEachPage(forms, $"/work/{id}/people", "main li > h3");
        Assert.All(Enumerable.Range(0, Children), i => Assert.Single(names, $"Child {i}, 13"));
        var earlier = await OnEachPage(forms, $"/work/{id}/decision", $"main li > a[href^='/work/{id}/decision/']");
        Assert.Equal(Children, earlier.Count);
    }

    private static async Task<List<string>> OnEachPage(CaseForms forms, string address, string each)
    {
        List<string> all = [];
        for (string? next = address; next is not null; next = forms.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            await forms.Get(next);
            all.AddRange(forms.Page.QuerySelectorAll(each).Select(one => one.TextContent));
        }

        return all;
    }

    // One by one, each with facts that change: so each asks anew what is owed to a child.
    private static async Task<CaseId> CrowdIn(CaseForms forms)
    {
        Guid child = Story.IdOf("crowd/child"), other = Story.IdOf("crowd/other");
        var file = CaseFile.Of(new(Story.IdOf("crowd")), ReadScope.Whole);
        var told = new ConcernFacts(now.AddDays(-7), [Casework.Triage.Forms.YouthProducedImagery.Name], [Questions.CoercedBlackmailedOrGroomed.Name],
            [Questions.ImmediateDanger.Name], [], [new(child, ["shown", "harmed"], 12), new(other, ["shared"], 13)]);
        await Write(new Concern.Reported(told, true));
        await Write(new People.Added(child, true, "Robin F.", 12, [Involvement.Harmed, Involvement.Shown]));
        for (var i = 0; i < Children; i++)
            await Write(new People.Added(Story.IdOf($"crowd/{i}"), true, $"Child {i}", 13, [Involvement.Received]));
        return file.Id;

        async Task Write(Content said)
        {
            var at = now.AddDays(-1).AddMinutes(file.Entries.Count);
            var act = new Act(Story.IdOf(string.Create(CultureInfo.InvariantCulture, $"crowd/act/{file.Entries.Count}")), Teacher.Author, at, new(2026, 3, 26));
            var decided = Catalogue.Decide(file.View(), act, [new(said, new Paper(PaperKind.Report, Story.IdOf("crowd/report")))]);
            await forms.Records(decided);
            file = CaseFile.Of(file.Id, ReadScope.Whole, [.. file.Entries, .. ((Allowed)decided).Entries.Select(named => named.Entry)]);
        }
    }
}
