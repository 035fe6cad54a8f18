using System.Globalization;
using Lapwing.Casework.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>A day of the calendar.</summary>
/// <param name="Day">The London day.</param>
/// <param name="Chips">The first cases of which something is due on it, each as a line.</param>
/// <param name="More">How many cases there are, in words, where they are more; none where they are all there.</param>
public sealed record CalendarDay(DateOnly Day, IReadOnlyList<WorkLine> Chips, string? More)
{
    /// <summary>Whether it is a working day in England.</summary>
    public bool IsWorkingDay => WorkingDays.EnglandAndWales.Contains(Day);

    /// <summary>Whether it is a bank holiday.</summary>
    public bool IsBankHoliday => !IsWorkingDay && WorkingDays.IsWeekday(Day);
}

/// <summary>Four weeks of what is due from whoever is signed in, from the Monday of this week: a line for each case. It names nobody.</summary>
public sealed class CalendarModel(Desk desk) : PageModel
{
    private const int Weeks = 4, DaysOfAWeek = 7, MostOfADay = 4;

    /// <summary>The London day.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The days, in order.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    /// <summary>Whether it is what their team has to do, whoever of it is named.</summary>
    public bool IsOfTeam { get; private set; }

    /// <summary>How many cases are overdue, in words; none where none is.</summary>
    public string? Overdue { get; private set; }

    /// <summary>Whether nothing is due on any of these days.</summary>
    public bool IsEmpty => Days.All(day => day.Chips.Count == 0);

    /// <summary>A day in words, short: "Mon 30 Nov".</summary>
    public string Words(DateOnly day) => $"{day.ToString("ddd d MMM", CultureInfo.GetCultureInfo("en-GB"))}{(day == Today ? ", today" : "")}";

    /// <summary>The page.</summary>
    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        (Today, IsOfTeam) = (London.DayOf(desk.Clock.GetUtcNow()), WorkLines.BeginsOfTeam(viewer));
        var list = new WorkLines(viewer, IsOfTeam, desk.Rules, Today);
        var monday = Today.AddDays(-(((int)Today.DayOfWeek + DaysOfAWeek - 1) % DaysOfAWeek));
        var filters = Enumerable.Range(0, Weeks * DaysOfAWeek).Select(i => monday.AddDays(i)).Select(day => list.Filter(null) with { From = day, To = day })
            .Append(list.Filter("overdue")).ToList();
        var found = await desk.Cases.Lists(viewer, filters, MostOfADay, HttpContext.RequestAborted);
        Overdue = found[^1].Counts[0] == 0 ? null : WorkLines.Counted(found[^1].Counts[0]);
        Days = [.. filters.SkipLast(1).Index().Select(day => new CalendarDay(day.Item.From,
            [.. found[day.Index].Cases.Select(item => list.Line(item, day.Item)).OfType<WorkLine>()],
            found[day.Index].HasMore ? WorkLines.Counted(found[day.Index].Counts[0]) : null))];
    }
}
