using System.Globalization;
using Lapwing.Casework.Calendar;
using Xunit;

namespace Lapwing.Casework.Tests.Calendar;

public sealed class BankHolidaysTests
{
    // Day given once by proclamation, or moved: published and not by rule (+), by rule and not published (-).
    private static readonly string[] oneOffs =
    [
        "-2020-05-04", "+2020-05-08", "-2022-05-30", "+2022-06-02", "+2022-06-03", "+2022-09-19", "+2023-05-08",
    ];

    public static TheoryData<int> ComputedYears => [.. Enumerable.Range(2028, 72)];

    [Fact]
    public void Published_days_are_those_by_rule_but_for_the_one_offs() => Assert.Equal(oneOffs, Differences(BankHolidays.ByRule));

    [Fact]
    public void Planted_a_rule_that_forgets_the_substitute_days_is_caught() =>
        Assert.NotEqual(oneOffs, Differences(year => [.. BankHolidays.ByRule(year).Where(day => day != new DateOnly(2016, 12, 27))]));

    [Fact]
    public void The_years_2016_to_2027_are_published_in_order_and_named()
    {
        Assert.Equal(Enumerable.Range(2016, 12), BankHolidays.Published.Select(p => p.Day.Year).Distinct());
        Assert.Equal(2027, BankHolidays.LastPublishedYear);
        Assert.Equal(BankHolidays.Published.Select(p => p.Day).Distinct().Order(), BankHolidays.Published.Select(p => p.Day));
        Assert.Contains((new DateOnly(2022, 9, 19), "State Funeral of Queen Elizabeth II"), BankHolidays.Published);
        Assert.All(BankHolidays.Published, p => Assert.NotEmpty(p.Name));
    }

    [Theory]
    [MemberData(nameof(ComputedYears))]
    public void A_computed_year_has_its_eight_days(int year)
    {
        var days = BankHolidays.In(year);
        Assert.Equal(8, days.Distinct().Count());
        Assert.All(days, day => Assert.True(WorkingDays.IsWeekday(day), $"{day:yyyy-MM-dd} is a {day.DayOfWeek}"));
        Assert.Equal(Expected(year), days);
    }

    [Theory]
    [InlineData(1818, 3, 22)]      // the earliest that Easter can be
    [InlineData(1943, 4, 25)]      // the latest
    [InlineData(1954, 4, 18)]      // one of the two exceptions of the reckoning
    [InlineData(1961, 4, 2)]
    [InlineData(1981, 4, 19)]      // the other
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2016, 3, 27)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2030, 4, 21)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Good_Friday_and_Easter_Monday_lie_around_Easter(int year, int month, int day)
    {
        Assert.Contains(new DateOnly(year, month, day).AddDays(-2), BankHolidays.ByRule(year));
        Assert.Contains(new DateOnly(year, month, day).AddDays(1), BankHolidays.ByRule(year));
        Assert.Equal(new DateOnly(year, month, day), EasterOfGauss(year));
    }

    // Counted back from the ends of months, with the substitutes as a table and Easter by the other reckoning.
    private static IEnumerable<DateOnly> Expected(int year)
    {
        DateOnly[] christmas = new DateOnly(year, 12, 25).DayOfWeek switch
        {
            DayOfWeek.Friday => [new(year, 12, 25), new(year, 12, 28)],
            DayOfWeek.Saturday => [new(year, 12, 27), new(year, 12, 28)],
            DayOfWeek.Sunday => [new(year, 12, 26), new(year, 12, 27)],
            _ => [new(year, 12, 25), new(year, 12, 26)],
        };
        var newYear = new DateOnly(year, 1, 1).DayOfWeek switch { DayOfWeek.Saturday => 3, DayOfWeek.Sunday => 2, _ => 1 };
        var easter = EasterOfGauss(year);
        return [new(year, 1, newYear), easter.AddDays(-2), easter.AddDays(1), LastMonday(new(year, 5, 7)), LastMonday(new(year, 5, 31)),
            LastMonday(new(year, 8, 31)), .. christmas];
    }

    private static DateOnly LastMonday(DateOnly until)
    {
        while (until.DayOfWeek != DayOfWeek.Monday) until = until.AddDays(-1);
        return until;
    }

    private static DateOnly EasterOfGauss(int year)
    {
        var (a, k) = (year % 19, year / 100);
        var m = (15 - ((13 + (8 * k)) / 25) + k - (k / 4)) % 30;
        var n = (4 + k - (k / 4)) % 7;
        var d = ((19 * a) + m) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + n) % 7;
        if (e == 6 && (d == 29 || (d == 28 && ((11 * m) + 11) % 30 < 19))) d -= 7;
        return new DateOnly(year, 3, 22).AddDays(d + e);
    }

    private static IEnumerable<string> Differences(Func<int, IReadOnlyList<DateOnly>> byRule) => Enumerable.Range(2016, 12).SelectMany(year =>
        BankHolidays.In(year).Except(byRule(year)).Select(day => (Day: day, Sign: '+'))
            .Concat(byRule(year).Except(BankHolidays.In(year)).Select(day => (Day: day, Sign: '-')))
            .OrderBy(d => d.Day).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Sign}{d.Day:yyyy-MM-dd}")));
}
