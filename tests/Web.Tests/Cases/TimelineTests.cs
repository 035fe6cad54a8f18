using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Stories;
using Lapwing.Web.Cases;
using Xunit;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Tests.Cases;

/// <summary>The order of a timeline, its days, its pages, and what stands on which.</summary>
public sealed class TimelineTests
{
    private static readonly DateOnly first = new(2026, 3, 2);
    private readonly List<Entry> entries = [];

    [Fact]
    public void What_happened_last_is_first_and_what_was_recorded_with_it_stays_in_its_order()
    {
        var early = Happens(1, new(9, 0));
        var report = Happens(1, new(14, 0), recordedHours: 2);
        var with = Happens(1, new(14, 0), act: report.Act, index: 1);
        var untimed = Happens(1, null, recordedHours: 3);       // of the day, and known at 3pm at the latest
        var later = Happens(1, null, recordedHours: 50);        // of the day, and recorded two days later
        var next = Happens(2, new(8, 0));
        Assert.Equal([next, untimed, report, with, early, later], Told(byRecording: false).All.SelectMany(day => day.Happened));
        Assert.Equal([first.AddDays(2), first.AddDays(1)], Told(byRecording: false).All.Select(day => day.Day));
        Assert.Equal([later, next, report, with, untimed, early], Told(byRecording: true).All.SelectMany(day => day.Happened));
        Assert.Equal([first.AddDays(3), first.AddDays(2), first.AddDays(1)], Told(byRecording: true).All.Select(day => day.Day));
    }

    [Fact]
    public void Of_fifty_one_the_oldest_is_on_the_second_page_and_what_puts_it_right_with_it()
    {
        for (var i = 0; i < 51; i++) Happens(i, new(9, 0));
        var (oldest, newest) = (entries[0], entries[50]);
        var correction = Corrects(oldest);
        var timeline = Told(byRecording: false);
        Assert.Equal((2, 50, 1), (timeline.Pages, Happened(timeline, 1).Count, Happened(timeline, 2).Count));
        Assert.Equal([oldest], Happened(timeline, 2));
        Assert.Equal((2, 2, 1), (timeline.PageOf(oldest.Id), timeline.PageOf(correction.Id), timeline.PageOf(newest.Id)));
        Assert.Equal(1, timeline.PageOf(new(Story.IdOf("nothing"), 0)));
        Assert.Equal(entries.Take(51).Reverse(), timeline.All.SelectMany(day => day.Happened));
        Assert.Empty(timeline.Page(3));
    }

    [Fact]
    public void A_correction_takes_no_place_of_a_page()
    {
        for (var i = 0; i < 50; i++) Happens(i, new(9, 0));
        foreach (var entry in entries.ToList()) Corrects(entry);
        Assert.Equal((1, 50), (Told(byRecording: true).Pages, Happened(Told(byRecording: true), 1).Count));
    }

    [Fact]
    public void A_day_that_goes_over_two_pages_is_continued_and_its_duties_stand_where_it_ends_first()
    {
        for (var i = 0; i < 55; i++) Happens(5, new(9, i));
        Happens(1, new(9, 0));
        var timeline = Told(byRecording: false, Due(5), Due(3), Due(9), Due(-4));
        Assert.Equal([(9, false), (5, false)], timeline.Page(1).Select(day => (day.Day.DayNumber - first.DayNumber, day.IsContinued)));
        Assert.Equal([(5, true), (3, false), (1, false), (-4, false)], timeline.Page(2).Select(day => (day.Day.DayNumber - first.DayNumber, day.IsContinued)));
        Assert.Equal([1, 1], timeline.Page(1).Select(day => day.Due.Count));
        Assert.Equal([0, 1, 0, 1], timeline.Page(2).Select(day => day.Due.Count));
        Assert.Equal([1, 1, 1, 0, 1], timeline.All.Select(day => day.Due.Count));
    }

    [Fact]
    public void Every_duty_with_a_day_stands_on_one_page_and_one_without_on_none()
    {
        for (var i = 0; i < 130; i++) Happens(i / 3, new(9, i % 3));
        Duty[] duties = [.. Enumerable.Range(-5, 60).Select(day => Due(day)), Due(null)];
        var timeline = Told(byRecording: false, duties);
        Assert.Equal(3, timeline.Pages);
        Assert.Equal(duties.Where(duty => duty.Due is not null).OrderByDescending(duty => duty.Due),
            Enumerable.Range(1, 3).SelectMany(timeline.Page).SelectMany(day => day.Due));
        // Days go back from page to page.
        var days = Enumerable.Range(1, 3).SelectMany(timeline.Page).Select(day => day.Day).ToList();
        Assert.Equal(days.OrderDescending(), days);
    }

    [Theory]
    [InlineData("14:40", 0, 14, null)]
    [InlineData("14:40", 0, 15, "15 minutes")]
    [InlineData("14:40", 0, 35, "35 minutes")]
    [InlineData("14:40", 0, 60, "1 hour")]
    [InlineData("14:40", 0, 1439, "23 hours")]
    [InlineData("23:50", 0, 20, "20 minutes")]       // over midnight
    [InlineData("14:40", 0, 1440, "1 day")]
    [InlineData("14:40", 0, 3000, "2 days")]
    [InlineData("14:40", 0, -60, null)]              // a clock that was behind
    [InlineData(null, 0, 0, null)]
    [InlineData(null, 1, 0, "1 day")]
    [InlineData(null, 2, 0, "2 days")]
    [InlineData(null, -1, 0, null)]
    public void How_much_later_it_was_recorded_is_said_where_it_differs(string? time, int days, int minutes, string? later)
    {
        var at = time is null ? (TimeOnly?)null : TimeOnly.Parse(time);
        var recorded = London.InstantOf(first.AddDays(days), at ?? new(12, 0)).AddMinutes(minutes);
        Assert.Equal(later, Timeline.Later(new(NewAct, Anybody, recorded, first, at)));
    }

    // The clocks go forward on 29 March 2026, at 1am.
    [Fact]
    public void An_hour_that_is_left_out_is_not_counted()
    {
        var recorded = London.InstantOf(new(2026, 3, 29), new(2, 30));
        Assert.Equal("1 hour", Timeline.Later(new(NewAct, Anybody, recorded, new(2026, 3, 29), new(0, 30))));
    }

    private Guid NewAct => Story.IdOf($"act {entries.Count}");

    private static Author Anybody => new(Guid.Empty, Role.Practitioner, Agency.Education, Guid.Empty);

    private static Duty Due(int? day) => new(Concern.Sign, "", "Sign", [new(Guid.Empty, 0)], day is { } known ? first.AddDays(known) : null,
        new(Agency.Police), []);

    private static List<Entry> Happened(Timeline timeline, int page) => [.. timeline.Page(page).SelectMany(day => day.Happened)];

    private Timeline Told(bool byRecording, params Duty[] duties) =>
        new(CaseFile.Of(new(Story.IdOf("case")), ReadScope.Whole, entries), duties, byRecording);

    private Entry Happens(int day, TimeOnly? at, int recordedHours = 0, Act? act = null, int index = 0)
    {
        var on = first.AddDays(day);
        act ??= new(NewAct, Anybody, London.InstantOf(on, at ?? new(12, 0)).AddHours(recordedHours), on, at);
        entries.Add(new(index, act, Paper.Whole, Subjects.TheCase, new Concern.StoryWritten("Something", null, null)));
        return entries[^1];
    }

    private Entry Corrects(Entry entry)
    {
        Act act = new(NewAct, Anybody, London.InstantOf(first.AddDays(400), default), first.AddDays(400));
        entries.Add(new(0, act, Paper.Whole, Subjects.TheCase, new Corrected(entry.Id, new Concern.StoryWritten("Something else", null, null), "Misheard")));
        return entries[^1];
    }
}
