using CsCheck;
using Lapwing.Casework.Calendar;
using Xunit;

namespace Lapwing.Casework.Tests.Calendar;

public sealed class WorkingDaysTests
{
    private const int Iterations = 20_000;
    private static readonly WorkingDays calendar = WorkingDays.EnglandAndWales;
    private static readonly Gen<DateOnly> days = Gen.Int[0, new DateOnly(2099, 12, 31).DayNumber - calendar.First.DayNumber].Select(calendar.First.AddDays);
    private static readonly Gen<(DateOnly Day, int Count)> counts = Gen.Select(days, Gen.Int[1, 300]);

    [Fact]
    public void A_count_ends_on_a_later_working_day() =>
        counts.Sample((day, count) => calendar.After(day, count) > day && calendar.Contains(calendar.After(day, count)), iter: Iterations);

    [Fact]
    public void A_count_never_ends_on_a_weekend_or_bank_holiday() => counts.Sample((day, count) =>
    {
        var due = calendar.After(day, count);
        return due.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.In(due.Year).Contains(due);
    }, iter: Iterations);

    [Fact]
    public void Counting_on_is_counting_the_sum() => Gen.Select(days, Gen.Int[1, 100], Gen.Int[1, 100]).Sample(
        (day, one, more) => calendar.After(calendar.After(day, one), more) == calendar.After(day, one + more), iter: Iterations);

    [Fact]
    public void Between_a_day_and_its_due_day_lies_the_count() =>
        counts.Sample((day, count) => calendar.Between(day, calendar.After(day, count)) == count, iter: Iterations);

    [Fact]
    public void A_later_cause_is_never_due_sooner() => Gen.Select(days, days, Gen.Int[1, 300]).Sample(
        (one, other, count) => one > other || calendar.After(one, count) <= calendar.After(other, count), iter: Iterations);

    [Fact]
    public void Counting_agrees_with_walking_day_by_day() =>
        counts.Sample((day, count) => calendar.After(day, count) == Walk(day, count, BankHolidays.In), iter: Iterations);

    [Fact]
    public void Planted_a_walk_that_does_not_know_the_bank_holidays_is_caught() =>
        Assert.Throws<CsCheckException>(() => counts.Sample((day, count) => calendar.After(day, count) == Walk(day, count, _ => []), iter: Iterations));

    [Theory]
    [InlineData("2026-03-26", 1, "2026-03-27")]      // Thursday to Friday
    [InlineData("2026-03-27", 1, "2026-03-30")]      // Friday to Monday
    [InlineData("2026-03-28", 1, "2026-03-30")]      // Saturday to Monday
    [InlineData("2026-04-02", 1, "2026-04-07")]      // over Easter
    [InlineData("2026-12-24", 5, "2027-01-05")]      // over Christmas, with Boxing Day's substitute on the 28th, and New Year
    [InlineData("2022-09-16", 1, "2022-09-20")]      // over the day of the state funeral
    [InlineData("2020-05-07", 1, "2020-05-11")]      // over the bank holiday moved to a Friday
    [InlineData("2020-05-01", 1, "2020-05-04")]      // which was no holiday on its Monday
    public void A_worked_count(string from, int count, string due) =>
        Assert.Equal(Day(due), calendar.After(Day(from), count));

    [Fact]
    public void The_same_day_has_nothing_between_and_the_past_never_less()
    {
        Assert.Equal(0, calendar.Between(new(2026, 3, 27), new(2026, 3, 27)));
        Assert.Equal(0, calendar.Between(new(2026, 3, 27), new(2026, 3, 2)));
    }

    [Fact]
    public void Counts_that_end_after_the_published_years_are_provisional()
    {
        Assert.False(WorkingDays.IsProvisional(new(2027, 12, 31)));
        Assert.True(WorkingDays.IsProvisional(new(2028, 1, 1)));
    }

    [Fact]
    public void Days_that_the_calendar_does_not_know_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.After(calendar.First.AddDays(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.After(calendar.Last.AddDays(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.After(calendar.Last, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.After(new(2026, 3, 27), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.After(new(2026, 3, 27), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Contains(calendar.First.AddDays(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Contains(calendar.Last.AddDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Between(calendar.First, calendar.Last.AddDays(1)));
    }

    [Fact]
    public void The_first_and_last_day_are_known()
    {
        Assert.True(calendar.Contains(calendar.First));      // Thursday 31 December 2015
        Assert.True(calendar.Contains(calendar.Last));       // Thursday 31 December 2105
        Assert.Equal(calendar.Last, calendar.After(calendar.Last.AddDays(-1), 1));
    }

    private static DateOnly Walk(DateOnly day, int count, Func<int, IReadOnlyList<DateOnly>> bankHolidays)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !bankHolidays(day.Year).Contains(day)) count--;
        }

        return day;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
