using System.Globalization;
using System.Text.Json.Nodes;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Tests.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Calendar;

public sealed class LondonTests
{
    public static TheoryData<int> Years => [.. Enumerable.Range(2016, 84)];

    [Theory]
    [MemberData(nameof(Years))]
    public void The_clock_goes_forward_on_the_last_Sunday_of_March_and_back_on_that_of_October(int year)
    {
        var forward = new DateTimeOffset(PropertyTests.LastSunday(year, 3), TimeSpan.Zero).AddHours(1);
        var back = new DateTimeOffset(PropertyTests.LastSunday(year, 10), TimeSpan.Zero).AddHours(1);
        Assert.Equal("00:59", Clock(forward.AddMinutes(-1)));
        Assert.Equal("02:00", Clock(forward));
        Assert.Equal("01:59", Clock(back.AddMinutes(-1)));
        Assert.Equal("01:00", Clock(back));
        Assert.Equal("23:30", Clock(forward.AddMinutes(-90)));
        Assert.Equal(1, London.DayOf(forward).DayNumber - London.DayOf(forward.AddMinutes(-61)).DayNumber);
        Assert.Equal(1, London.DayOf(back.AddDays(-1).AddHours(22)).DayNumber - London.DayOf(back.AddDays(-1).AddHours(21)).DayNumber);
    }

    [Theory]
    [InlineData("2026-07-01T23:30Z", "2026-07-02")]             // a summer evening in London is an hour on
    [InlineData("2026-07-01T22:59:59Z", "2026-07-01")]
    [InlineData("2026-12-01T23:30Z", "2026-12-01")]
    [InlineData("2026-03-28T23:59:59Z", "2026-03-28")]          // the night before the clock goes forward
    [InlineData("2026-03-29T23:00Z", "2026-03-30")]             // the night after
    [InlineData("2026-10-24T23:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:30Z", "2026-10-25")]
    [InlineData("2026-01-01T13:59+14:00", "2025-12-31")]
    [InlineData("2026-01-01T14:00+14:00", "2026-01-01")]
    [InlineData("2026-06-30T08:59-14:00", "2026-06-30")]
    [InlineData("2026-06-30T09:00-14:00", "2026-07-01")]
    [InlineData("2026-07-02T00:30+01:00", "2026-07-02")]
    public void A_referral_is_due_on_the_London_day(string awareAt, string day)
    {
        var decision = Decide($$"""{"awareAt":"{{awareAt}}","forms":["grooming"]}""");
        Assert.Equal(day, (string?)decision["referrals"]![0]!["due"]);
    }

    [Theory]
    [InlineData("2016-01-01T00:00+14:00", "2016-01-04", "2016-01-08")]      // Thursday 31 December 2015 in London
    [InlineData("2099-12-31T23:59-14:00", "2100-01-04", "2100-01-08")]      // Friday 1 January 2100, a bank holiday
    public void The_earliest_and_the_latest_instant_are_decided(string awareAt, string lado, string meeting)
    {
        var decision =
            Decide($"{{\"awareAt\":\"{awareAt}\",\"forms\":[\"grooming\"],\"answers\":{{\"adult-involved\":\"yes\",\"position-of-trust\":\"yes\"}}}}");
        Assert.Equal(lado, (string?)decision["referrals"]!.AsArray().Single(r => (string?)r!["to"] == "lado")!["due"]);
        Assert.Equal(meeting, (string?)decision["duties"]!.AsArray().Single(d => (string?)d!["duty"] == "lado-decides-on-meeting")!["due"]);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Of_an_hour_that_comes_twice_the_earlier_counts_and_one_that_is_left_out_never_was(int year)
    {
        var (back, forward) = (DateOnly.FromDateTime(PropertyTests.LastSunday(year, 10)), DateOnly.FromDateTime(PropertyTests.LastSunday(year, 3)));
        Assert.Equal(new DateTimeOffset(back.ToDateTime(new(1, 30)), TimeSpan.FromHours(1)), London.InstantOf(back, new(1, 30)));
        Assert.Equal([false, true, true, false], new TimeOnly[] { new(0, 59), new(1, 0), new(1, 59), new(2, 0) }.Select(time => London.ComesTwice(back, time)));
        Assert.Equal([false, true, true, false], new TimeOnly[] { new(0, 59), new(1, 0), new(1, 59), new(2, 0) }.Select(time =>
            London.IsLeftOut(forward, time)));
        Assert.False(London.ComesTwice(forward, new(1, 30)) || London.IsLeftOut(back, new(1, 30)));
    }

    private static JsonNode Decide(string json) => JsonNode.Parse(ScenarioTests.Decide(json))!;

    private static string Clock(DateTimeOffset instant) => London.TimeOf(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
