using Lapwing.Casework.Fields;
using Lapwing.Web.Check;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>Days and times as people type them.</summary>
public sealed class DatesTests
{
    [Theory]
    [InlineData("27", "Sep", "2025")]
    [InlineData("27", "sept", "2025")]
    [InlineData("27", "Sept.", "2025")]
    [InlineData("27", "SEPTEMBER", "2025")]
    [InlineData("27", "septem", "2025")]
    [InlineData("27", "9", "2025")]
    [InlineData("27", "09", "2025")]
    [InlineData("\u00A027\u202F", "\u2009Sep\u200B", "\u200E2025")]
    [InlineData("\uFF12\uFF17", "\u0669", "\u0662\u0660\u0662\u0665")]
    public void A_day_is_read_as_it_is_meant(string day, string month, string year) => Assert.Equal((new DateOnly(2025, 9, 27), null), Read(day, month, year));

    [Theory]
    [InlineData("jan", 1)]
    [InlineData("febr", 2)]
    [InlineData("Mar", 3)]
    [InlineData("apr", 4)]
    [InlineData("may", 5)]
    [InlineData("jun", 6)]
    [InlineData("july", 7)]
    [InlineData("aug", 8)]
    [InlineData("oct", 10)]
    [InlineData("nov", 11)]
    [InlineData("Dec", 12)]
    public void Every_month_has_its_name_and_its_short_forms(string name, int month) => Assert.Equal(new DateOnly(2025, month, 3), Read("3", name, "2025").Day);

    [Theory]
    [InlineData("31", "Sep", "2025")]
    [InlineData("27", "se", "2025")]
    [InlineData("27", "septembre", "2025")]
    [InlineData("27", "", "2025")]
    [InlineData("27", "\u200B\u00A0", "2025")]
    public void What_is_no_day_is_refused(string day, string month, string year)
    {
        var (read, wrong) = Read(day, month, year);
        Assert.Null(read);
        Assert.NotNull(wrong);
    }

    [Fact]
    public void Invisible_signs_alone_are_no_day_and_no_time()
    {
        Assert.Equal((null, null), Read("\u200B", "\u00A0", "\u200E"));
        Assert.Equal((null, null), Dates.Time("\u200B\u2060 "));
    }

    [Theory]
    [InlineData("4:40\u00A0pm")]
    [InlineData("4:40\u202FPM")]
    [InlineData("\u200E16:40")]
    [InlineData("4.40 p.m.")]
    [InlineData("\uFF11\uFF16\uFF1A\uFF14\uFF10")]
    [InlineData("\u0661\u0666:\u0664\u0660")]
    [InlineData("1640")]
    public void A_time_is_read_with_odd_spaces_and_other_digits(string typed) => Assert.Equal((new TimeOnly(16, 40), null), Dates.Time(typed));

    [Fact]
    public void A_time_that_never_was_is_refused_and_of_one_that_came_twice_the_first_is_said()
    {
        Assert.Equal((null,
            "There was no 01:30 on Sunday 29 March 2026: the clocks went forward from 1am to 2am. Enter the time that a clock showed"),
            Dates.Time("1:30am", new(2026, 3, 29)));
        Assert.Equal((new TimeOnly(1, 30), null), Dates.Time("1:30am", new(2026, 10, 25)));
        Assert.Contains("first time", Dates.Twice(new(2026, 10, 25), new(1, 30)), StringComparison.Ordinal);
        Assert.Equal("", Dates.Twice(new(2026, 10, 25), new(2, 30)) + Dates.Twice(new(2026, 3, 29), new(2, 30)) + Dates.Twice(new(2026, 10, 25), null));
    }

    [Fact]
    public void The_page_that_asks_when_refuses_a_time_that_never_was_beside_it()
    {
        var typed = new Typed { ["aware"] = "earlier", ["aware-day"] = "29", ["aware-month"] = "Mar", ["aware-year"] = "2026", [Fields.AwareTime] = "1:30am" };
        Assert.Contains(IntakeReading.Of(typed, new(2026, 11, 1)).Amiss, amiss =>
            amiss.Page == 1 && amiss.Error.Field == Fields.AwareTime && amiss.Error.Message.Contains("clocks went forward", StringComparison.Ordinal));
        (typed["aware-day"], typed["aware-month"]) = ("25", "Oct");
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.FromHours(1)), IntakeReading.Of(typed, new(2026, 11, 1)).SoFar.Concern.AwareAt);
    }

    private static (DateOnly? Day, string? Wrong) Read(string day, string month, string year) =>
        Dates.Day(day, month, year, "The day", new(2026, 3, 27));
}
