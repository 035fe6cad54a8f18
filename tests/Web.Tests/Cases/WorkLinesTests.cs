using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>Somebody's work: one line a case, of what comes first in it; what counts as theirs, and what as others'.</summary>
public sealed class WorkLinesTests
{
    private static readonly DateOnly friday = new(2026, 3, 27);
    private static readonly Guid mine = Story.IdOf("mine"), other = Story.IdOf("other"), colleague = Story.IdOf("colleague");
    private static readonly Viewer me = new(Story.IdOf("me"), Role.Practitioner, Agency.Education, mine);
    private readonly List<WorkRow> rows = [];

    [Fact]
    public void A_case_is_one_line_with_what_is_longest_overdue_in_it()
    {
        Add("receive-referral", friday.AddDays(-1));
        Add("chase-referral", friday.AddDays(2));
        Add("decide-referral", null);
        var line = Line()!;
        Assert.Equal(("receive-referral", 1, "a line", friday.AddDays(-1)), (line.Kind!.Name, line.More, line.About, line.Due));
        Assert.Equal("decide-referral", Line("no-date")!.Kind!.Name);
        Assert.Equal("receive-referral", Line("overdue")!.Kind!.Name);
        Assert.Equal("chase-referral", Line("week")!.Kind!.Name);
        Assert.Null(Line("today"));
        Assert.Null(Line("others"));
    }

    [Theory]
    [InlineData(-1, "overdue"), InlineData(0, "today"), InlineData(1, "week"), InlineData(7, "week")]
    public void A_day_stands_in_one_list(int days, string list)
    {
        Add("tell", friday.AddDays(days));
        Assert.Equal([list], WorkLines.Tiles.Select(tile => tile.Key).Where(key => Line(key) is not null));
    }

    [Theory]
    [InlineData(0, "0"), InlineData(99, "99"), InlineData(100, "99+")]
    public void Cases_are_counted_to_99(int count, string words) => Assert.Equal(words, WorkLines.Counted(count));

    [Fact]
    public void Asking_for_advice_never_stands_above_referring()
    {
        Add("consult-social-care", friday.AddDays(-1));
        Add("refer:police-or-social-care", friday);
        Assert.Equal("refer:police-or-social-care", Line()!.Kind!.Name);
        rows.Clear();
        Add("consult-social-care", friday.AddDays(-1));
        Add("refer:lado", friday.AddDays(1));      // that call asks nobody who advises
        Assert.Equal("consult-social-care", Line()!.Kind!.Name);
    }

    [Fact]
    public void What_a_colleague_is_named_for_is_the_team_s_and_others_who_are_no_lead()
    {
        Add("tell", friday, new(Agency.Education, mine, colleague));
        Assert.Null(Line());
        Assert.Equal("tell", Line("others")!.Kind!.Name);
        Assert.Equal("tell", Line(null, isOfTeam: true)!.Kind!.Name);
        Assert.Null(Line("others", isOfTeam: true));
        rows.Clear();
        Add("receive-referral", friday, new(Agency.SocialCare, other));
        Assert.Null(Line(null, isOfTeam: true));
        Assert.Equal("receive-referral", Line("others", isOfTeam: true)!.Kind!.Name);
    }

    [Fact]
    public void Whoever_asked_for_a_signature_and_whoever_may_not_sign_waits_for_it()
    {
        var lead = me with { Role = Role.SafeguardingLead };
        Add("tell", friday);
        rows[0] = rows[0] with { NotBy = lead.Account.ToString("N") };
        Assert.Null(Line(null, of: lead));
        Assert.NotNull(Line("others", of: lead));
        var second = lead with { Account = colleague };
        Assert.NotNull(Line(null, of: second));
        Assert.Null(Line("others", of: second));
        Assert.Null(Line(null, of: second with { Role = Role.Practitioner }));
        Assert.NotNull(Line("others", of: second with { Role = Role.Practitioner }));
    }

    private WorkLine? Line(string? list = null, bool isOfTeam = false, Viewer? of = null)
    {
        var lines = new WorkLines(of ?? me, isOfTeam, RuleBook.Standard, friday);
        return lines.Line(new(new(Story.IdOf("case")), "7KQM", new(ReadScope.Whole, Relation.Lead, default, of ?? me), "a line", rows), lines.Filter(list));
    }

    private void Add(string duty, DateOnly? due, Responsible? by = null) =>
        rows.Add(new(Paper.Whole, duty, "", due, by ?? new(Agency.Education, mine), false));
}
