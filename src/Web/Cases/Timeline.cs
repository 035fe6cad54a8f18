using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;

namespace Lapwing.Web.Cases;

/// <summary>A day of a timeline.</summary>
/// <param name="Day">Which.</param>
/// <param name="IsContinued">Whether the page before ends with it.</param>
/// <param name="Happened">What happened on it, or was recorded on it, newest first.</param>
/// <param name="Due">What was due on it.</param>
public sealed record TimelineDay(DateOnly Day, bool IsContinued, IReadOnlyList<Entry> Happened, IReadOnlyList<Duty> Due);

/// <summary>
/// What happened in a case and what was due in it, day by day and newest first, in pages. A correction stands with what it corrects, on its page. A duty
/// stands on the day on which it is due, on the page that this day is on: what is due later than anything happened is on the first page.
/// </summary>
public sealed class Timeline
{
    /// <summary>How much happened on a page.</summary>
    public const int PageSize = 50;

    // Whoever records something while it goes on, or right after it, records it then.
    private const int LateFromMinutes = 15;

    private readonly CaseFile file;
    private readonly bool isByRecording;
    private readonly List<Entry> entries;
    private readonly ILookup<int, Duty> due;

    /// <summary>Makes it.</summary>
    /// <param name="file">The case, as far as it is to be told.</param>
    /// <param name="duties">Its duties, as far as they may be seen; those without a day are left out.</param>
    /// <param name="isByRecording">Whether its days are those of recording, and not those on which things happened.</param>
    public Timeline(CaseFile file, IEnumerable<Duty> duties, bool isByRecording)
    {
        ArgumentNullException.ThrowIfNull(file);
        (this.file, this.isByRecording) = (file, isByRecording);
        // What one act recorded stays in its order; of two acts at one time the later is newer.
        entries = [.. file.Entries.Where(entry => entry.Content is not Corrected).GroupBy(entry => entry.Act.Id).Reverse().SelectMany(act => act)
            .OrderByDescending(DayOf).ThenByDescending(TimeOf)];
        due = duties.Where(duty => duty.Due is not null).ToLookup(duty => PageOf(duty.Due!.Value));
    }

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (entries.Count + PageSize - 1) / PageSize);

    /// <summary>The page on which an entry stands, or what it corrects; the first of one that is not in it.</summary>
    public int PageOf(EntryId id) =>
        Math.Max(0, entries.FindIndex(entry => entry.Id == (file.At(id)?.Content is Corrected corrected ? corrected.Entry : id))) / PageSize + 1;

    /// <summary>The days of a page, from 1; of none that there is, nothing.</summary>
    public IReadOnlyList<TimelineDay> Page(int number)
    {
        var from = (number - 1) * PageSize;
        return Days([.. entries.Skip(from).Take(PageSize)], due[number], from > 0 && from <= entries.Count ? DayOf(entries[from - 1]) : null);
    }

    /// <summary>All days, on one page.</summary>
    public IReadOnlyList<TimelineDay> All => Days(entries, due.SelectMany(page => page), null);

    /// <summary>The day under which an entry stands.</summary>
    public DateOnly DayOf(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return isByRecording ? London.DayOf(entry.Act.RecordedAt) : entry.HappenedOn;
    }

    /// <summary>
    /// How much later something was recorded than it happened: "35 minutes", "3 hours", "2 days". Nothing where it was recorded within a quarter of an hour of
    /// its time, or on its day where no time is known; nor where a clock says that it was recorded before.
    /// </summary>
    public static string? Later(Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var days = London.DayOf(act.RecordedAt).DayNumber - act.HappenedOn.DayNumber;
        if (act.HappenedAt is not { } at) return days > 0 ? Count(days, "day") : null;
        var minutes = (int)(act.RecordedAt - London.InstantOf(act.HappenedOn, at)).TotalMinutes;
        return minutes switch
        {
            < LateFromMinutes => null,
            < 60 => Count(minutes, "minute"),
            < 24 * 60 => Count(minutes / 60, "hour"),
            _ => Count(days, "day"),
        };
    }

    private static string Count(int many, string what) => many == 1 ? $"1 {what}" : $"{many} {what}s";

    // What has no time of its own happened at the latest when it was recorded, if that was the same day.
    private TimeOnly TimeOf(Entry entry)
    {
        var recorded = TimeOnly.FromDateTime(London.TimeOf(entry.Act.RecordedAt));
        return isByRecording ? recorded
            : entry.Act.HappenedAt ?? (London.DayOf(entry.Act.RecordedAt) == entry.HappenedOn ? recorded : TimeOnly.MinValue);
    }

    // The first page that goes back to this day.
    private int PageOf(DateOnly day)
    {
        for (var page = 1; page < Pages; page++)
            if (DayOf(entries[(page * PageSize) - 1]) <= day) return page;
        return Pages;
    }

    private List<TimelineDay> Days(IReadOnlyList<Entry> happened, IEnumerable<Duty> duties, DateOnly? before)
    {
        var (on, until) = (happened.ToLookup(DayOf), duties.ToLookup(duty => duty.Due!.Value));
        return [.. on.Select(day => day.Key).Union(until.Select(day => day.Key)).OrderDescending()
            .Select(day => new TimelineDay(day, day == before, [.. on[day]], [.. until[day]]))];
    }
}
