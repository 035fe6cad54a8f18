using Lapwing.Casework.Cases;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests;

/// <summary>No room of the core leads back to itself: whoever reads one knows those beneath it, and needs none above.</summary>
public sealed class RoomsTests
{
    private static readonly IReadOnlyList<RoomUse> uses = Rooms.UsesIn(typeof(CaseFile).Assembly, "Lapwing.Casework");

    [Fact]
    public void No_room_leads_back_to_itself() => Assert.Empty(Rooms.Circles(uses));

    [Fact]
    public void The_rooms_are_those_of_the_core()
    {
        var rooms = uses.SelectMany(use => new[] { use.From, use.To }).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Access", "Calendar", "Cases", "Duties", "Fields", "Guidance", "Help", "Logic", "Procedures", "Rules", "Stories", "Triage"], rooms);
        Assert.Contains(uses, use => use is { From: "Procedures", To: "Cases" });
    }

    [Theory]
    [InlineData("Cases", "Procedures"), InlineData("Guidance", "Rules"), InlineData("Logic", "Stories")]
    public void Planted_a_room_that_uses_one_above_it_is_found(string from, string to) =>
        Assert.Contains($"{from} → {to}: planted", Rooms.Circles([.. uses, new(from, to, "planted")]));
}
