using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Help;
using Xunit;

namespace Lapwing.Casework.Tests.Guidance;

/// <summary>When a number is answered. 3 April 2026 is Good Friday, 6 April Easter Monday; clocks go forward on Sunday 29 March, back on 25 October.</summary>
public sealed class HoursTests
{
    private const OpenDays Weekdays = OpenDays.Monday | OpenDays.Tuesday | OpenDays.Wednesday | OpenDays.Thursday | OpenDays.Friday;
    private const OpenDays Weekend = OpenDays.Saturday | OpenDays.Sunday;
    private static readonly WorkingDays calendar = WorkingDays.EnglandAndWales;
    private static readonly Hours office = new(new OpenSpan(Weekdays, new(8, 30), new(17, 0)));
    private static readonly Hours outOfHours = new(new OpenSpan(Weekdays, new(17, 0), new(8, 30)),
        new OpenSpan(Weekend | OpenDays.BankHoliday, new(8, 30), new(8, 30)));
    private static readonly Hours fridayNight = new(new OpenSpan(OpenDays.Friday, new(22, 0), new(6, 0)));
    private static readonly Hours untilMidnight = new(new OpenSpan(OpenDays.Every, new(18, 0), default));

    [Theory]
    [InlineData("2026-03-27 08:29", false)]
    [InlineData("2026-03-27 08:30", true)]
    [InlineData("2026-03-27 16:59", true)]
    [InlineData("2026-03-27 17:00", false)]
    [InlineData("2026-03-28 10:00", false)]
    [InlineData("2026-04-03 10:00", false)]
    [InlineData("2026-04-06 10:00", false)]
    [InlineData("2026-04-07 10:00", true)]
    public void An_office_is_open_in_its_hours_and_not_on_a_bank_holiday(string time, bool isOpen) => Assert.Equal(isOpen, office.At(Time(time), calendar));

    [Theory]
    [InlineData("2026-03-27 21:59", false)]
    [InlineData("2026-03-27 22:00", true)]
    [InlineData("2026-03-28 05:59", true)]
    [InlineData("2026-03-28 06:00", false)]
    [InlineData("2026-03-27 05:00", false)]
    [InlineData("2026-03-28 23:00", false)]
    [InlineData("2026-04-03 23:00", false)]
    [InlineData("2026-04-04 05:00", false)]
    public void Hours_past_midnight_belong_to_the_day_on_which_they_begin(string time, bool isOpen) =>
        Assert.Equal(isOpen, fridayNight.At(Time(time), calendar));

    [Theory]
    [InlineData("2026-03-27 17:59", false)]
    [InlineData("2026-03-27 23:59", true)]
    [InlineData("2026-03-28 00:00", false)]
    public void Midnight_is_the_end_of_the_day(string time, bool isOpen) => Assert.Equal(isOpen, untilMidnight.At(Time(time), calendar));

    [Fact]
    public void Without_hours_somebody_answers_always() => Assert.All(EveryQuarter(), time => Assert.True(Hours.Always.At(time, calendar)));

    [Fact]
    public void All_days_and_all_hours_is_always()
    {
        var every = new Hours(new OpenSpan(OpenDays.Every, default, default));
        Assert.All(EveryQuarter(), time => Assert.True(every.At(time, calendar)));
    }

    [Fact]
    public void Office_and_out_of_hours_together_leave_no_gap_and_never_answer_at_once() =>
        Assert.All(EveryQuarter(), time => Assert.NotEqual(office.At(time, calendar), outOfHours.At(time, calendar)));

    [Theory]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-29 00:59", true)]      // the last minute of winter time
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29 02:00", false)]     // an hour is left out
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25 01:30", true)]      // an hour comes twice, and is open twice
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25 01:30", true)]
    [InlineData("2026-10-25T02:00:00Z", "2026-10-25 02:00", false)]
    public void On_the_days_on_which_clocks_change_the_wall_decides(string instant, string wall, bool isOpen)
    {
        var untilTwo = new Hours(new OpenSpan(OpenDays.Saturday, new(20, 0), new(2, 0)));
        var time = London.TimeOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        Assert.Equal((Time(wall), isOpen), (time, untilTwo.At(time, calendar)));
    }

    [Theory]
    [InlineData("2026-03-27 07:00", "today 8:30am")]
    [InlineData("2026-03-26 17:00", "tomorrow 8:30am")]
    [InlineData("2026-03-27 17:00", "Monday 8:30am")]
    [InlineData("2026-04-02 17:00", "Tuesday 8:30am")]
    public void The_next_opening_leaves_out_what_is_closed(string time, string opens) =>
        Assert.Equal(opens, Next(office, Time(time)));

    [Fact]
    public void The_next_opening_may_be_months_away_or_unknown()
    {
        Assert.Equal("Monday 31 August 9am", Next(new(new OpenSpan(OpenDays.BankHoliday, new(9, 0), new(12, 0))), Time("2026-06-01 12:00")));
        Assert.Null(Next(Hours.Always, Time("2026-06-01 12:00")));
        Assert.Null(Next(new(new OpenSpan(OpenDays.None, default, default)), Time("2026-06-01 12:00")));
    }

    [Fact]
    public void The_next_opening_is_the_first_of_several() =>
        Assert.Equal("today 5pm", Next(new([.. outOfHours.Spans.Reverse(), .. office.Spans]), Time("2026-03-27 16:40")));

    [Fact]
    public void A_clock_that_is_far_off_still_shows_numbers()
    {
        Assert.True(office.At(Time("1970-01-01 10:00"), calendar));
        Assert.False(office.At(Time("2222-06-02 10:00"), calendar));      // a Sunday
    }

    [Fact]
    public void Hours_are_said_in_words()
    {
        Assert.Equal("day and night", HoursWords.Of(Hours.Always));
        Assert.Equal("Monday to Friday, 8:30am to 5pm; not on bank holidays", HoursWords.Of(office));
        Assert.Equal("Monday to Friday, 5pm to 8:30am the next day; Saturday, Sunday and bank holidays, 8:30am to 8:30am the next day",
            HoursWords.Of(outOfHours));
        Assert.Equal("every day, 6pm to midnight", HoursWords.Of(untilMidnight));
        Assert.Equal("Monday, Wednesday to Friday and bank holidays, midday to 12:30pm", HoursWords.Of(new Hours(
            new OpenSpan(OpenDays.Monday | OpenDays.Wednesday | OpenDays.Thursday | OpenDays.Friday | OpenDays.BankHoliday, new(12, 0), new(12, 30)))));
        Assert.Equal("Saturday and Sunday, all day", HoursWords.Of(new Hours(new OpenSpan(Weekend, default, default))));
    }

    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(9, 0, "9am")]
    [InlineData(12, 0, "midday")]
    [InlineData(16, 40, "4:40pm")]
    public void Times_are_said_in_words(int hour, int minute, string words) => Assert.Equal(words, HoursWords.Of(new TimeOnly(hour, minute)));

    [Fact]
    public void Hours_with_the_same_spans_are_the_same()
    {
        Assert.Equal(new Hours([.. outOfHours.Spans]), outOfHours);
        Assert.Equal(new Hours([.. outOfHours.Spans]).GetHashCode(), outOfHours.GetHashCode());
        Assert.NotEqual(office, outOfHours);
    }

    private static string? Next(Hours hours, DateTime now) => hours.NextOpening(now, calendar) is { } opening ? HoursWords.At(opening, now) : null;

    private static IEnumerable<DateTime> EveryQuarter() => Enumerable.Range(0, 366 * 96).Select(i => Time("2026-01-01 00:00").AddMinutes(15 * i));

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
