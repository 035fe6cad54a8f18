using Lapwing.Casework.Cases;
using Xunit;

namespace Lapwing.Casework.Tests.Access;

/// <summary>Which names sound like that of somebody with an account.</summary>
public sealed class NameSoundsTests
{
    [Theory]
    [InlineData("Neil Grant", "Neal Grannt"), InlineData("Neil Grant", "Grant, Neil"), InlineData("Neil Grant", "Mr Neil James Grant")]
    [InlineData("Neil Grant", "Mr Grant"), InlineData("Catherine Shaw", "Kathryn Shaw"), InlineData("Stephen Wright", "Steven Right")]
    [InlineData("Philip Knight", "Phillip Nite"), InlineData("Claire Thompson", "Clare Thomson"), InlineData("Geoffrey Hughes", "Jeffrey Hughs")]
    [InlineData("Mohammed Hussain", "Muhammad Hussein"), InlineData("Siân Davies", "Sian Davis"), InlineData("Seán Byrne", "Shaun Burn")]
    [InlineData("Siobhán O'Brien", "Shivaun Obrian"), InlineData("Elaine K.", "Elayne K."), InlineData("Ann Macdonald", "Anne McDonald")]
    public void What_sounds_alike_is_found(string account, string person) => Assert.True(Sounds(account, person));

    [Theory]
    [InlineData("Neil Grant", "Neil"), InlineData("Neil Grant", "Nora Grant"), InlineData("Neil Grant", "Neil Green"), InlineData("Jon Smith", "Jane Smart")]
    [InlineData("Alan C.", "Elaine K."), InlineData("Elaine K.", "Elaine C."), InlineData("Elaine K.", "K."), InlineData("Neil Grant", "")]
    [InlineData("Neil Grant", "42"), InlineData("Neil Grant", null), InlineData("Grace Mbeki", "quiet_heron_41")]
    public void What_does_not_is_not(string account, string? person) => Assert.False(Sounds(account, person));

    private static bool Sounds(string account, string? person) => NameSounds.OfAccount(account).Intersect(NameSounds.OfPerson(person)).Any();
}
