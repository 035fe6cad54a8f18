using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>No room of the pages leads back to itself.</summary>
public sealed class RoomsTests
{
    private static readonly IReadOnlyList<RoomUse> uses = Rooms.UsesIn(typeof(Site).Assembly, "Lapwing.Web");

    [Fact]
    public void No_room_leads_back_to_itself() => Assert.Empty(Rooms.Circles(uses));

    [Fact]
    public void The_rooms_are_those_of_the_pages()
    {
        var rooms = uses.SelectMany(use => new[] { use.From, use.To }).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Api", "Cases", "Check", "Drafts", "Logs", "Pages", "Posts", "Reports", "SignIn", "Simulation", "Verbs"], rooms);
    }

    [Theory]
    [InlineData("Drafts", "SignIn"), InlineData("SignIn", "Cases"), InlineData("Drafts", "Cases"), InlineData("Check", "Drafts")]
    public void Planted_a_room_that_uses_one_above_it_is_found(string from, string to) =>
        Assert.Contains($"{from} → {to}: planted", Rooms.Circles([.. uses, new(from, to, "planted")]));
}
