using Lapwing.Casework.Calendar;
using Lapwing.GovUk;
using Lapwing.Web.Check;

namespace Lapwing.Web.Cases;

/// <summary>The days and times in the fields of a form.</summary>
internal static class FormDates
{
    /// <summary>When it happened, and what is amiss with that: a day is needed, no later than today, and no time that has not come.</summary>
    public static (DateOnly Day, TimeOnly? At, IReadOnlyList<FieldError> Wrong) Happened(FieldsPage form, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        var (day, notDay) = Dates.Day(Three(form, "happened"), "happened", "The day on which it happened", today);
        var (time, notTime) = Dates.Time(form["happened-time"], day ?? today);
        if (day is null) notDay ??= "Enter the day on which it happened";
        List<FieldError> wrong = [];
        if (notDay is not null) wrong.Add(new("happened-date-day", notDay));
        if (notTime is null && day == today && time > TimeOnly.FromDateTime(London.TimeOf(now))) notTime = "Enter a time that has come";
        if (notTime is not null) wrong.Add(new("happened-time", notTime));
        return (day ?? today, time, wrong);
    }

    /// <summary>A day in three fields, as it was typed.</summary>
    public static Typed Three(FieldsPage form, string field) => new()
    {
        [$"{field}-day"] = form[$"{field}-day"],
        [$"{field}-month"] = form[$"{field}-month"],
        [$"{field}-year"] = form[$"{field}-year"],
    };
}
