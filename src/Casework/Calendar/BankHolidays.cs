namespace Lapwing.Casework.Calendar;

/// <summary>The bank holidays of England and Wales: published days while there are any, computed ones after that.</summary>
public static class BankHolidays
{
    private static readonly (DateOnly Day, string Name)[] published = [.. Read()];

    /// <summary>The last year whose days are published. Later ones are computed, and pages call them provisional.</summary>
    public static int LastPublishedYear => published[^1].Day.Year;

    /// <summary>The published days with their names, in order: 2016 to <see cref="LastPublishedYear"/>.</summary>
    public static IReadOnlyList<(DateOnly Day, string Name)> Published => published;

    /// <summary>The days of a year: as published, or else <see cref="ByRule"/>.</summary>
    public static IReadOnlyList<DateOnly> In(int year)
    {
        if (year < published[0].Day.Year || year > LastPublishedYear) return ByRule(year);
        var days = new List<DateOnly>();
        foreach (var (day, _) in published)
            if (day.Year == year) days.Add(day);
        return days;
    }

    /// <summary>
    /// The days of a year by the standing rules: 1 January, Good Friday, Easter Monday, the first and last Monday of May, the last of August,
    /// 25 and 26 December. A fixed day that falls on a weekend moves to the next weekday that is no bank holiday: with Christmas on a Sunday
    /// Boxing Day keeps Monday 26 and Christmas takes Tuesday 27. Days given once by proclamation are not here.
    /// </summary>
    public static IReadOnlyList<DateOnly> ByRule(int year)
    {
        var easter = EasterSunday(year);
        DateOnly[] moving = [easter.AddDays(-2), easter.AddDays(1), FirstMonday(new(year, 5, 1)), FirstMonday(new(year, 5, 25)), FirstMonday(new(year, 8, 25))];
        DateOnly[] fixedDays = [new(year, 1, 1), new(year, 12, 25), new(year, 12, 26)];
        var days = new List<int>();         // day numbers
        foreach (var day in moving) days.Add(day.DayNumber);
        foreach (var day in fixedDays)
            if (WorkingDays.IsWeekday(day)) days.Add(day.DayNumber);
        foreach (var day in fixedDays)
        {
            if (WorkingDays.IsWeekday(day)) continue;
            var substitute = day;
            while (!WorkingDays.IsWeekday(substitute) || days.Contains(substitute.DayNumber)) substitute = substitute.AddDays(1);
            days.Add(substitute.DayNumber);
        }

        days.Sort();
        return days.ConvertAll(DateOnly.FromDayNumber);
    }

    private static DateOnly FirstMonday(DateOnly from) => from.AddDays(((int)DayOfWeek.Monday - (int)from.DayOfWeek + 7) % 7);

    // The Gregorian computus, in the form published anonymously in Nature, 20 April 1876.
    private static DateOnly EasterSunday(int year)
    {
        var (century, inCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new(year, month, day + 1);
    }

    private static IEnumerable<(DateOnly Day, string Name)> Read()
    {
        using var stream = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays-england-and-wales.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
            yield return (IsoDay.Parse(line), line[11..]);
    }
}
