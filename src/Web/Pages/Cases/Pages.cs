using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>What is to be done now.</summary>
public sealed class ShowModel(Desk desk) : CasePage(desk)
{
    /// <summary>What whoever is signed in recorded in the last minutes, if it is the latest: the report, or what its act begins with.</summary>
    public Entry? JustRecorded
    {
        get
        {
            if (Case.File.Entries is not [.., var last] || last.Act.By.Account != Viewer.Account
                || Desk.Clock.GetUtcNow() - last.Act.RecordedAt >= TimeSpan.FromMinutes(5)) return null;
            var act = Case.File.Entries.Where(entry => entry.Act.Id == last.Act.Id).ToList();
            return act.Find(entry => entry.Content is Concern.Reported) ?? act[0];
        }
    }

    /// <summary>Whether the facts changed with it.</summary>
    public bool HasChangedFacts(Entry entry) =>
        entry.Content is not Concern.FactsChanged && Case.File.Entries.Any(other => other.Act.Id == entry.Act.Id && other.Content is Concern.FactsChanged);

    /// <summary>What of it is not as the procedure says.</summary>
    public IReadOnlyList<Remark> Remarks(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var act = Case.File.Entries.Where(one => one.Act.Id == entry.Act.Id).ToList();
        return (Catalogue.Decide(Case.File.Before(act[0].Id), entry.Act,
            [.. act.Select(one => new NewEntry(one.Content, one.Paper, one.About))]) as Allowed)?.Remarks ?? [];
    }

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "now") ? Page() : NotFound();
}

/// <summary>Every duty, by how it stands.</summary>
public sealed class DutiesModel(Desk desk) : CasePage(desk)
{
    /// <summary>Overdue first, done last; groups with nothing in them are left out.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<Duty> Duties)> Groups =>
        new (string, Func<DutyState, Duty, bool>)[]
        {
            ("Overdue", (state, _) => state == DutyState.Overdue), ("Due today", (state, _) => state == DutyState.DueToday),
            ("Coming", (state, duty) => state == DutyState.Open && duty.Due is not null),
            ("No date", (state, duty) => state == DutyState.Open && duty.Due is null),
            ("Done", (state, _) => state is DutyState.Met or DutyState.MetLate), ("No longer needed", (state, _) => state == DutyState.NoLongerNeeded),
        }
        .Select(group => (group.Item1, (IReadOnlyList<Duty>)[.. InOrder(Duties.Where(duty => group.Item2(duty.On(Today), duty)))]))
        .Where(group => group.Item2.Count > 0);

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "duties") ? Page() : NotFound();
}

/// <summary>Everything that was recorded, now or as it was known at the end of a day.</summary>
public sealed class HistoryModel(Desk desk) : CasePage(desk)
{
    private static readonly string[] asAt = ["as-at-day", "as-at-month", "as-at-year"];

    /// <summary>The day by whose end it is shown.</summary>
    public DateOnly? AsAt { get; private set; }

    /// <summary>What is wrong with that day.</summary>
    public string? Wrong { get; private set; }

    /// <summary>The case as it is shown.</summary>
    public CaseFile AsShown => AsAt is { } day ? Case.File.AsAt(London.InstantOf(day.AddDays(1), default).AddTicks(-1)) : Case.File;

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
    public IEnumerable<Entry> CorrectionsOf(Entry entry) => AsShown.Entries.Where(other => (other.Content as Corrected)?.Entry == entry.Id);

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
        (AsAt, Wrong) = Dates.Day(new()
        {
            ["as-at-day"] = Typed("as-at-day"),
            ["as-at-month"] = Typed("as-at-month"),
            ["as-at-year"] = Typed("as-at-year")
        }, "as-at", "The day", Today);
        return Page();
    }
}

/// <summary>The people of a case and who of the children can be reached.</summary>
public sealed class PeopleModel(Desk desk) : CasePage(desk)
{
    /// <summary>People, groups and links.</summary>
    public IEnumerable<string> Lines => People.All(Case.File).Select(one => $"{CaseWords.Name(one)}: {string.Join(", ", one.Parts.Select(PartWords.Of))}")
        .Concat(Case.File.All<People.Linked>().Select(link => link.Content.Line(Case.File)));

    /// <summary>The children in reach, by name.</summary>
    public IReadOnlyList<string> InReach => [.. People.ChildrenInReach(Case.File).Select(child => People.NameOf(Case.File, child))];

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "people") ? Page() : NotFound();
}

/// <summary>Who looked at a case, for whoever leads it.</summary>
public sealed class LookedModel(Desk desk) : CasePage(desk)
{
    /// <summary>The looks; none where whoever asks may not read them.</summary>
    public Looks? Looks { get; private set; }

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Open(id, "who looked")) return NotFound();
        Looks = await Desk.Cases.Looked(Viewer, new(id), HttpContext.RequestAborted);
        return Page();
    }
}
