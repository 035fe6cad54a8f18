using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>Somebody's work: one line a case, in the order in which to do them, counted as cases.</summary>
public sealed class WorkLinesTests
{
    private static readonly DateOnly friday = new(2026, 3, 27);
    private static readonly Guid mine = Story.IdOf("mine"), other = Story.IdOf("other");
    private readonly List<WorkItem> items = [];

    [Fact]
    public void A_case_is_one_line_with_what_is_longest_overdue_in_it()
    {
        Add("B", "tell", friday);
        Add("A", "receive-referral", friday.AddDays(-1));
        Add("A", "chase-referral", friday.AddDays(2));
        Add("C", "decide-referral", null);
        var lines = List().Lines(null);
        Assert.Equal([("A", "receive-referral", 1), ("B", "tell", 0)], lines.Select(line => (line.Reference, line.Kind!.Name, line.More)));
        Assert.Equal(1, List().WithoutDate);
    }

    [Fact]
    public void Tiles_count_cases_to_99()
    {
        for (var i = 0; i < 120; i++)
        {
            Add($"case {i}", "tell", friday.AddDays(-1));
            Add($"case {i}", "chase-referral", friday.AddDays(-1));
        }

        Add("today", "tell", friday);
        Add("week", "tell", friday.AddDays(7));
        Add("later", "tell", friday.AddDays(8));
        Add("theirs", "tell", friday, other);
        Assert.Equal([("overdue", "99+"), ("today", "1"), ("week", "1"), ("others", "1")], List().Tiles.Select(tile => (tile.Key, tile.Count)));
        Assert.DoesNotContain(List().Lines(null), line => line.Reference == "theirs");
        Assert.Equal("theirs", Assert.Single(List().Lines("others")).Reference);
    }

    [Fact]
    public void Asking_for_advice_never_stands_above_referring()
    {
        Add("A", "consult-social-care", friday.AddDays(-1));
        Add("A", "refer:police-or-social-care", friday);
        Assert.Equal("refer:police-or-social-care", Assert.Single(List().Lines(null)).Kind!.Name);
        Add("B", "consult-social-care", friday.AddDays(-1));
        Add("B", "refer:lado", friday.AddDays(1));      // that call asks nobody who advises
        Assert.Equal("consult-social-care", List().Lines(null)[0].Kind!.Name);
    }

    [Fact]
    public void What_a_service_does_in_the_case_stands_in_no_list_of_whoever_reads_the_report_alone()
    {
        var report = new Paper(PaperKind.Report, Story.IdOf("report"));
        Add("A", "strategy-discussion", friday, other, Agency.SocialCare, ReadScope.Of(report));
        Add("B", "receive-referral", friday, other, Agency.SocialCare, ReadScope.Of(report));
        Add("C", "strategy-discussion", friday, other, Agency.SocialCare);
        Assert.Equal(["B", "C"], List().Lines("others").Select(line => line.Reference));
    }

    private WorkLines List() => new(items, item => item.Row.Team == mine, Agency.Education, RuleBook.Standard, friday);

    private void Add(string reference, string duty, DateOnly? due, Guid? team = null, Agency agency = Agency.Education, ReadScope? scope = null) =>
        items.Add(new(new(Story.IdOf(reference)), reference, new(Paper.Whole, duty, "", due, agency, team ?? mine, null, false),
            new(scope ?? ReadScope.Whole, Relation.Lead, default)));
}
