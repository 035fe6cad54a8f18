using Lapwing.Casework.Calendar;

namespace Lapwing.Web.Simulation;

/// <summary>
/// When worries are reported: in a year that ends on a day, more of them lately than long ago, more on Mondays, few in holidays, at weekends and at
/// night. Somebody's list on the last day then holds what is fresh and what was left.
/// </summary>
internal sealed class ReportTimes
{
    /// <summary>The hour of the last day at which everything ends, on a London clock.</summary>
    public const int LastHour = 8;

    private const int Days = 365, HalfOften = 45;      // days after which half as many are reported

    private static readonly double[] weekdays = [0.1, 1.6, 1.15, 1.1, 1.0, 1.05, 0.12];      // from Sunday

    // From midnight, an hour each: of schools and clinics; of the police.
    private static readonly double[] byDay =
        [0.03, 0.02, 0.02, 0.02, 0.02, 0.03, 0.1, 0.6, 3, 5, 4, 3.5, 3, 3.2, 3, 4.5, 2.5, 1.1, 0.6, 0.5, 0.5, 0.4, 0.2, 0.1];

    private static readonly double[] allDay = [0.5, 0.4, 0.3, 0.2, 0.2, 0.3, 0.6, 1, 1.5, 2, 2, 2, 2, 2, 2, 2.2, 2.2, 2, 2, 1.8, 1.6, 1.4, 1.1, 0.8];

    private readonly DateOnly until;
    private readonly double[] upTo = new double[Days];      // the weight of all days to this one, itself included

    /// <summary>Of the year up to a London day.</summary>
    public ReportTimes(DateOnly until)
    {
        this.until = until;
        var weight = 0.0;
        for (var i = 0; i < Days; i++) upTo[i] = weight += Weight(until.AddDays(i + 1 - Days), i + 1 - Days);
    }

    /// <summary>One of them, on a London clock.</summary>
    /// <param name="chance">By what chance.</param>
    /// <param name="isAtAllHours">Whether it is reported by those who work at night too.</param>
    public DateTime Next(Chance chance, bool isAtAllHours)
    {
        var found = Array.BinarySearch(upTo, chance.Part() * upTo[^1]);
        var day = until.AddDays(Math.Min(found < 0 ? ~found : found, Days - 1) + 1 - Days);
        var hours = isAtAllHours ? allDay : byDay;
        var (last, left) = (day == until ? LastHour : 24, 0.0);
        for (var hour = 0; hour < last; hour++) left += hours[hour];
        left *= chance.Part();
        for (var hour = 0; ; hour++)
            if ((left -= hours[hour]) < 0 || hour == last - 1) return day.ToDateTime(new(hour, chance.From(0, 59)));
    }

    private static double Weight(DateOnly day, int fromEnd)
    {
        var closed = WorkingDays.IsWeekday(day) && !WorkingDays.EnglandAndWales.Contains(day);
        var term = SchoolYear.IsHoliday(day) || closed ? 0.25 : 1;
        return weekdays[(int)day.DayOfWeek] * term * Math.Pow(2, (double)fromEnd / HalfOften) * (fromEnd == 0 ? 0.1 : 1);      // of the last day, a morning
    }
}
