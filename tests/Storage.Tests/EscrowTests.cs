using CsCheck;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>A key in shares.</summary>
public sealed class EscrowTests
{
    private static readonly byte[] key = [.. Enumerable.Range(1, 32).Select(n => (byte)(7 * n))];

    [Fact]
    public void Any_shares_that_are_enough_give_the_key_back() => Gen.Select(Gen.Byte.Array[32], Gen.Int[2, 20], Gen.Int[0, 10])
        .SelectMany((secret, needed, more) =>
        Gen.Shuffle(Escrow.Split(secret, needed + more, needed).ToArray()).Select(shares => (secret, Chosen: shares[..needed])))
        .Sample(t => Escrow.Join(t.Chosen).AsSpan().SequenceEqual(t.secret), iter: 200);

    [Fact]
    public void All_255_can_be_needed() => Assert.Equal(key, Escrow.Join(Escrow.Split(key, 255, 255)));

    [Fact]
    public void Too_few_are_refused_and_the_same_one_twice_is_one()
    {
        var shares = Escrow.Split(key, 5, 3);
        Assert.Contains("3 different shares are needed, and only 2 came", Refusal(() => Escrow.Join([shares[0], shares[1], shares[0]])),
            StringComparison.Ordinal);
        Assert.Contains("no share", Refusal(() => Escrow.Join([])), StringComparison.Ordinal);
    }

    // One share less leaves every key possible: for each guess there is a polynomial through the shares that are there.
    [Fact]
    public void Fewer_shares_say_nothing_about_the_key()
    {
        var counts = new int[256];
        for (var i = 0; i < 20_000; i++) counts[Convert.FromHexString(Escrow.Split(key, 2, 2)[0].Split(':')[4])[0]]++;
        Assert.All(counts, count => Assert.InRange(count, 30, 140));
    }

    [Fact]
    public void Shares_of_different_keys_are_refused() =>
        Assert.Contains("different keys", Refusal(() => Escrow.Join([Escrow.Split(key, 3, 2)[0], Escrow.Split(new byte[32], 3, 2)[1]])),
            StringComparison.Ordinal);

    [Fact]
    public void Shares_of_two_splittings_do_not_give_another_key() =>
        Assert.Contains("altered", Refusal(() => Escrow.Join([Escrow.Split(key, 3, 2)[0], Escrow.Split(key, 3, 2)[1]])), StringComparison.Ordinal);

    [Fact]
    public void Every_mistyped_character_is_seen()
    {
        var shares = Escrow.Split(key, 2, 2);
        for (var i = 0; i < shares[0].Length; i++)
        {
            var mistyped = shares[0].Remove(i, 1).Insert(i, shares[0][i] == '0' ? "1" : "0");
            Assert.Contains("Share 1 is damaged", Refusal(() => Escrow.Join([mistyped, shares[1]])), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 4)]
    [InlineData(256, 2)]
    public void A_splitting_that_makes_no_sense_is_refused(int shares, int needed) =>
        Assert.Contains("2 to 255", Refusal(() => Escrow.Split(key, shares, needed)), StringComparison.Ordinal);

    private static string Refusal(Func<object> what) => Assert.Throws<LedgerRefusedException>(what).Message;
}
