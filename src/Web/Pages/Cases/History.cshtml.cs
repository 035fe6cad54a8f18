using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Procedures;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>Everything that was recorded, now or as it was known at the end of a day.</summary>
public sealed class HistoryModel(Desk desk) : CasePage(desk)
{
    private static readonly string[] asAt = ["as-at-day", "as-at-month", "as-at-year"];

    /// <summary>The day by whose end it is shown.</summary>
    public DateOnly? AsAt { get; private set; }

    /// <summary>What is wrong with that day.</summary>
    public string? Wrong { get; private set; }

    /// <summary>The case as it is shown.</summary>
    public CaseFile AsShown => field ??= AsAt is { } day ? Case.File.AsAt(London.InstantOf(day.AddDays(1), default).AddTicks(-1)) : Case.File;

    /// <summary>What was typed.</summary>
    public string? Typed(string field) => Request.Query[field];

    /// <summary>Whether it is ordered by the day on which things happened, and not by when they were recorded.</summary>
    public bool IsByHappening => Request.Query["by"] == "happened";

    /// <summary>What is listed, in that order: a correction stands below what it corrects.</summary>
    public IEnumerable<Entry> Listed
    {
        get
        {
            var all = AsShown.Entries.Where(entry => entry.Content is not Corrected);
            return IsByHappening ? all.OrderBy(entry => entry.HappenedOn).ThenBy(entry => entry.Act.HappenedAt ?? TimeOnly.MinValue) : all;
        }
    }

    /// <summary>What put an entry right, in the order of recording.</summary>
    public IEnumerable<Entry> CorrectionsOf(Entry entry) => AsShown.CorrectionsOf(entry.Id);

    /// <summary>The form by which whoever is signed in puts an entry right; none where there is none, and where another team recorded it: they do.</summary>
    public int? ToCorrect(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Act.By.Team == Viewer.Team && Catalogue.FormOf(entry.Content) is { IsToCorrect: true } form ? form.Number : null;
    }

    /// <summary>The address of the same list in the other order.</summary>
    public string Ordered(bool byHappening)
    {
        var day = string.Join('&', asAt.Where(field => Typed(field) is not null).Select(field => $"{field}={Uri.EscapeDataString(Typed(field)!)}"));
        return $"/work/{Case.File.Id}/history?{(byHappening ? "by=happened&" : "")}{day}".TrimEnd('&', '?');
    }

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Open(id, "history")) return NotFound();
        (AsAt, Wrong) = Dates.Day(Typed("as-at-day"), Typed("as-at-month"), Typed("as-at-year"), "The day", Today);
        return Page();
    }
}
