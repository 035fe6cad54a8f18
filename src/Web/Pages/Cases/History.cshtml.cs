using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Help;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>The timeline: everything that was recorded and what was due, now or as it was known at the end of a day.</summary>
public sealed class HistoryModel(Desk desk) : CasePage(desk)
{
    private static readonly string[] asAt = ["as-at-day", "as-at-month", "as-at-year"];

    /// <summary>The day by whose end it is shown.</summary>
    public DateOnly? AsAt { get; private set; }

    /// <summary>What is wrong with that day.</summary>
    public string? Wrong { get; private set; }

    /// <summary>The case as it is shown.</summary>
    public CaseFile AsShown => field ??= AsAt is { } day ? Case.File.AsAt(London.InstantOf(day.AddDays(1), default).AddTicks(-1)) : Case.File;

    /// <inheritdoc/>
    protected override CaseView Telling => field ??= AsAt is null ? View : View.Of(AsShown);

    /// <summary>What was typed.</summary>
    public string? Typed(string field) => Request.Query[field];

    /// <summary>Whether it is ordered by when things were recorded, and not by the day on which they happened.</summary>
    public bool IsByRecording => Request.Query["by"] == "recorded";

    /// <summary>Whether all of it is on one page, to be printed.</summary>
    public bool IsWhole => Request.Query["all"] == "yes";

    /// <summary>The timeline, with the duties that whoever reads it sees.</summary>
    public Timeline Timeline => field ??= new(AsShown, Telling.Duties.Where(Sees), IsByRecording);

    /// <summary>The page of it, from 1: the one that is asked for, or on which an entry stands that is.</summary>
    public int PageNumber => Request.Query["entry"].ToString() is { Length: > 0 } entry ? Timeline.PageOf(EntryId.Parse(entry))
        : PageLinks.Asked(Request.Query["page"], Timeline.Pages);

    /// <summary>The days of this page.</summary>
    public IReadOnlyList<TimelineDay> Days => IsWhole ? Timeline.All : Timeline.Page(PageNumber);

    /// <summary>Whether something is to be done that has no day, and so stands nowhere in it.</summary>
    public bool HasUndated => AsAt is null && Duties.Any(duty => duty.Due is null && !duty.IsSettled && Sees(duty));

    /// <summary>A day as a heading.</summary>
    public string Heading(TimelineDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        var words = $"{(AsAt is null && day.Day == Today ? "Today, " : "")}{DecisionWords.Day(day.Day)}";
        return day.IsContinued ? $"{words}, continued" : day.Day > (AsAt ?? Today) ? $"{words}, to come" : words;
    }

    /// <summary>How a duty stood on the day that is shown: its words, and the mark that repeats them.</summary>
    public (string Words, string Mark) Stands(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty.On(AsAt ?? Today) switch
        {
            DutyState.Met => ("Done", "done"),
            DutyState.MetLate => ($"Done late, {DecisionWords.Day(duty.MetBy!.HappenedOn)}", "done"),
            DutyState.NoLongerNeeded => ("Not needed", "done"),
            DutyState.Overdue => ("Overdue", "late"),
            DutyState.DueToday => ("Due today", "due"),
            _ => ("Due", "due"),
        };
    }

    /// <summary>When an entry happened on its day, or was recorded; nothing where no time is known.</summary>
    public string TimeOf(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IsByRecording ? HoursWords.Of(TimeOnly.FromDateTime(London.TimeOf(entry.Act.RecordedAt))) : HappenedAt(entry.Act);
    }

    /// <summary>How much later it was recorded than it happened, where that differs (<see cref="Timeline.Later"/>); nothing where it does not.</summary>
    public string LaterOf(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (Timeline.Later(entry.Act) is not { } later) return "";
        return IsByRecording ? $"recorded {later} after it happened, {DecisionWords.Day(entry.HappenedOn)} {HappenedAt(entry.Act)}".TrimEnd()
            : $"recorded {later} later";
    }

    private static string HappenedAt(Act act) => act.HappenedAt is { } at ? $"{HoursWords.Of(at)}{Dates.Twice(act.HappenedOn, at)}" : "";

    /// <summary>What put an entry right, in the order of recording.</summary>
    public IEnumerable<Entry> CorrectionsOf(Entry entry) => AsShown.CorrectionsOf(entry.Id);

    /// <summary>The form by which whoever is signed in puts an entry right; none where there is none, and where another team recorded it: they do.</summary>
    public int? ToCorrect(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Act.By.Team == Viewer.Team && Catalogue.FormOf(entry.Content) is { IsToCorrect: true } form ? form.Number : null;
    }

    /// <summary>The ways to the other pages.</summary>
    public PageLinks PageLinks => new(page => Address(IsByRecording, page: page), PageNumber, PageNumber < Timeline.Pages, Timeline.Pages);

    /// <summary>The address of the same timeline, in an order, as one page or by pages.</summary>
    public string Address(bool byRecording, bool whole = false, int page = 1)
    {
        List<string> said = [.. asAt.Where(field => AsAt is not null && Typed(field) is not null)
            .Select(field => $"{field}={Uri.EscapeDataString(Typed(field)!)}")];
        if (byRecording) said.Add("by=recorded");
        if (whole) said.Add("all=yes");
        if (page > 1) said.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        return $"/work/{Case.File.Id}/history{(said.Count == 0 ? "" : "?")}{string.Join('&', said)}";
    }

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        // The links of its entries are beside it.
        if (Request.Path.Value is { } path && path.EndsWith('/')) return LocalRedirect($"{path.TrimEnd('/')}{Request.QueryString}");
        if (!await Open(id, "history")) return NotFound();
        (AsAt, Wrong) = Dates.Day(Typed("as-at-day"), Typed("as-at-month"), Typed("as-at-year"), "The day", Today);
        return Page();
    }
}
