using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;

namespace Lapwing.Web.Cases;

/// <summary>When something happened, as the fields of a form say it.</summary>
internal static class FormDates
{
    /// <summary>When it happened, and what is amiss with that: a day is needed, no later than today, and no time that has not come.</summary>
    public static (DateOnly Day, TimeOnly? At, IReadOnlyList<Refusal> Wrong) Happened(Func<string, string?> field, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        var (day, notDay) = Dates.Day(field("happened-day"), field("happened-month"), field("happened-year"), "The day on which it happened", today);
        var (time, notTime) = Dates.Time(field("happened-time"), day ?? today);
        if (day is null) notDay ??= "Enter the day on which it happened";
        List<Refusal> wrong = [];
        if (notDay is not null) wrong.Add(new("happened-date-day", notDay));
        if (notTime is null && day == today && time > TimeOnly.FromDateTime(London.TimeOf(now))) notTime = "Enter a time that has come";
        if (notTime is not null) wrong.Add(new("happened-time", notTime));
        return (day ?? today, time, wrong);
    }
}
