using Lapwing.Casework.Calendar;

namespace Lapwing.Web.Simulation;

/// <summary>The holidays of an ordinary school year in England, about: schools set their own.</summary>
internal static class SchoolYear
{
    /// <summary>Whether schools are closed for a holiday: at Christmas, at half-term, around Easter, in summer.</summary>
    public static bool IsHoliday(DateOnly day)
    {
        var (year, monday) = (day.Year, Monday(day));
        return (day.Month, day.Day) is (12, >= 21) or (1, <= 3) or (7, >= 23) or (8, _) or (9, 1)
            || monday == Monday(new(year, 2, 17)) || monday == Monday(new(year, 10, 28))
            || (day.Month is 5 or 6 && monday == LastMondayOfMay(year))
            || EasterMonday(year) is var easter && day >= easter.AddDays(-10) && day <= easter.AddDays(6);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly LastMondayOfMay(int year) => Monday(new(year, 5, 31));

    private static DateOnly EasterMonday(int year) =>
        BankHolidays.In(year).First(day => day.Month is 3 or 4 && day.DayOfWeek == DayOfWeek.Monday);
}
