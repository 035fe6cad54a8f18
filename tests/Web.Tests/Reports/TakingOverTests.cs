using Lapwing.Web.Check;
using Lapwing.Web.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Lapwing.Web.Tests.Reports;

/// <summary>Two who change the facts of a report at once, and children who keep who they are.</summary>
public sealed class TakingOverTests
{
    [Fact]
    public void What_only_the_first_changed_is_taken_over_and_what_the_second_changed_stays()
    {
        var was = Fields(("forms", "grooming"), ("adult-involved", "not-known"), ("arrested", "no"), ("lives-with-children", "not-known"));
        var now = Fields(("forms", "grooming indecent-images"), ("adult-involved", "yes"), ("arrested", "no"), ("lives-with-children", "yes"));
        var mine = Fields(("forms", "blackmail-or-payment grooming"), ("adult-involved", "no"), ("arrested", "yes"), ("arrested-day", "3"),
            ("lives-with-children", "not-known"));
        TakingOver.Of(mine, was, now);
        Assert.Equal(["blackmail-or-payment", "grooming", "indecent-images"], mine.Chosen("forms").Order(StringComparer.Ordinal));
        Assert.Equal(("no", "yes", "3", "yes"), (mine["adult-involved"], mine["arrested"], mine["arrested-day"], mine["lives-with-children"]));
    }

    [Fact]
    public void A_child_who_came_in_meanwhile_comes_with_their_number_and_one_who_was_changed_here_stays_so()
    {
        ChildRow amy = new("amy", ["harmed"], "14"), ben = new("ben", ["shown"], null), cai = new("cai", ["household"], "3"),
            fresh = new(null, ["received"], "15");
        var (mine, was, now) = (Fields(), Fields(), Fields());
        ChildRow.Set(was, [amy, ben]);
        ChildRow.Set(now, [amy with { Age = "13" }, cai]);
        ChildRow.Set(mine, [amy, ben with { Age = "12" }, fresh]);
        TakingOver.Of(mine, was, now);
        Assert.Equal([("amy", "13"), ("ben", "12"), (null, "15"), ("cai", "3")], ChildRow.Of(mine).Select(row => (row.Person, row.Age)));
    }

    [Fact]
    public void A_row_that_is_removed_twice_by_an_impatient_finger_takes_nobodys_number()
    {
        var typed = Fields();
        ChildRow.Set(typed, [new("amy", ["harmed"], "14"), new("ben", ["shown"], null), new("cai", ["household"], "3")]);
        var sent = new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["children"] = "3",
            ["child-1-part"] = "harmed",
            ["child-1-age"] = "14",
            ["child-1-person"] = "amy",
            ["child-2-part"] = "shown",
            ["child-2-person"] = "ben",
            ["child-3-part"] = "household",
            ["child-3-age"] = "3",
            ["child-3-person"] = "cai",
        });
        for (var i = 0; i < 2; i++)
        {
            Web.Check.Fields.Take(typed, sent, 5, []);
            ChildRow.Remove(typed, 2);
        }

        Assert.Equal([("amy", "14"), ("cai", "3")], ChildRow.Of(typed).Select(row => (row.Person, row.Age)));
    }

    [Fact]
    public void A_number_that_is_not_the_drafts_own_and_one_that_comes_twice_are_nobodys()
    {
        var typed = Fields();
        ChildRow.Set(typed, [new("amy", ["harmed"], "14")]);
        Web.Check.Fields.Take(typed, new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["children"] = "3",
            ["child-1-person"] = "amy",
            ["child-2-person"] = "amy",
            ["child-3-person"] = "zoe"
        }), 5, []);
        Assert.Equal(["amy", null, null], ChildRow.Of(typed).Select(row => row.Person));
    }

    [Fact]
    public void A_row_that_another_window_added_stays_when_an_older_page_is_sent()
    {
        var typed = Fields();
        ChildRow.Set(typed, [new(null, ["harmed"], "14"), new(null, ["household"], "3")]);
        Web.Check.Fields.Take(typed, new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["children"] = "1",
            ["child-1-part"] = "harmed",
            ["child-1-age"] = "15"
        }), 5, []);
        Assert.Equal(["15", "3"], ChildRow.Of(typed).Select(row => row.Age));
    }

    [Fact]
    public void A_child_whose_row_moved_up_in_another_window_stands_in_one_row()
    {
        var typed = Fields();
        ChildRow.Set(typed, [new(null, ["harmed"], "14"), new("amy", ["household"], "3")]);
        Web.Check.Fields.Take(typed, new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["children"] = "1",
            ["child-1-part"] = "household",
            ["child-1-age"] = "3",
            ["child-1-person"] = "amy"
        }), 5, []);
        Assert.Equal(["amy", null], ChildRow.Of(typed).Select(row => row.Person));
    }

    private static Typed Fields(params (string Field, string Value)[] fields)
    {
        var typed = new Typed();
        foreach (var (field, value) in fields) typed[field] = value;
        return typed;
    }
}
