using System.Security.Cryptography;
using CsCheck;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Xunit;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Storage.Tests;

/// <summary>Sealing, the chain's hash, and how content is written down.</summary>
public sealed class SealingTests : IDisposable
{
    private readonly Sealing sealing = new(new byte[32]);

    public void Dispose() => sealing.Dispose();

    [Fact]
    public void What_is_sealed_opens_at_its_place() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Byte.Array[0, 40])
            .Sample((plain, place) => sealing.Open(sealing.Seal(plain, place), place, () => "it").AsSpan().SequenceEqual(plain), iter: 500, threads: 1);

    [Fact]
    public void The_same_is_never_sealed_the_same_twice() => Assert.NotEqual(sealing.Seal([1], [2]), sealing.Seal([1], [2]));

    [Fact]
    public void Every_changed_bit_is_refused()
    {
        var value = sealing.Seal([1, 2, 3], [4]);
        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            var changed = value.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<LedgerRefusedException>(() => sealing.Open(changed, [4], () => "it"));
        }

        Assert.Equal([1, 2, 3], sealing.Open(value, [4], () => "it"));
    }

    [Fact]
    public void Another_place_another_key_another_format_and_no_value_are_told_apart()
    {
        using var other = new Sealing(SHA256.HashData([1]));
        var value = sealing.Seal([1, 2, 3], [4]);
        Assert.Contains("changed or moved", Refusal(() => sealing.Open(value, [5], () => "it")), StringComparison.Ordinal);
        Assert.Contains("another key", Refusal(() => other.Open(value, [4], () => "it")), StringComparison.Ordinal);
        Assert.Contains("format 9", Refusal(() => sealing.Open([9, .. value[1..]], [4], () => "it")), StringComparison.Ordinal);
        Assert.Contains("too short", Refusal(() => sealing.Open(value.AsSpan(0, 36), [4], () => "it")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_of_an_entry_is_over_every_column_and_its_place_over_every_one_in_the_clear()
    {
        var entry = Told.First(Told.Worker, 7, 11).Entries[0];
        var row = EntryRow.Of(Told.Id(1).Bytes(), new(Told.Id(7)), 1, entry) with { Sealed = [1], PreviousHash = [2], Hash = [3] };
        string[] sealedAlone = [nameof(EntryRow.Sealed), nameof(EntryRow.PreviousHash)];
        var columns = typeof(EntryRow).GetProperties().Where(p => p.Name is not "EqualityContract").ToList();
        Assert.Equal(EntryRow.Columns.Split(", ").Length, columns.Count);
        foreach (var column in columns)
        {
            var changed = row with { };
            column.SetValue(changed, Changed(column.GetValue(row)));
            Assert.Equal(column.Name is not nameof(EntryRow.Hash), !Chain.HashOf(row).AsSpan().SequenceEqual(Chain.HashOf(changed)));
            Assert.Equal(column.Name is not nameof(EntryRow.Hash) && !sealedAlone.Contains(column.Name), !Place(row).AsSpan().SequenceEqual(Place(changed)));
        }
    }

    [Fact]
    public void No_two_rows_of_fields_give_the_same_bytes()
    {
        object?[][] rows = [[], [null], [""], [Array.Empty<byte>()], [0L], ["a", "b"], ["ab"], ["", "ab"], ["a", null], [null, "a"],
            [new byte[] { 97 }], ["a"], [97L], [new byte[8]]];
        Assert.Equal(rows.Length, rows.Select(row => Convert.ToHexString(new CanonicalBytes().Add(row).Written)).Distinct().Count());
    }

    [Fact]
    public void Content_comes_back_as_it_was_and_a_second_writing_is_the_same()
    {
        Content[] all =
        [
            new People.Added(Told.Id(1), true, null, null, []),
            new People.Added(Told.Id(1), false, "Ada", 40, [Involvement.ParentOrCarer, Involvement.SaferPerson], Told.Id(2)),
            new People.GroupAdded(Told.Id(1), "Year 9", 30, [Involvement.Received], 13, false),
            new People.Linked(Told.Id(1), LinkKind.ParentOrCarerOf, Told.Id(2)),
            new Corrected(new(Told.Id(1), 2), new People.Added(Told.Id(1), true, "Bo", 3, [Involvement.Shown]), "why"),
            new Corrected(new(Told.Id(1), 0), null, "error"),
        ];
        foreach (var content in all)
        {
            var written = EntryJson.Write(content);
            var read = EntryJson.Read(Catalogue.Of(content).Name, written);
            Assert.Equal(content.GetType(), read.GetType());
            Assert.Equal(written, EntryJson.Write(read));
        }

        Assert.Equal("""{"entry":{"act":"00000001-0000-0000-0000-000000000001","index":2},"instead":{"name":"person-added/2","content":{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","age":3,"parts":["shown"],"ofGroup":null,"worksForPartner":null,"partnerAgency":null}},"why":"why"}""", System.Text.Encoding.UTF8.GetString(EntryJson.Write(all[4])));
    }

    [Theory]
    [InlineData("person-added/99", "{}")]
    [InlineData("person-added/1", "null")]
    [InlineData("person-added/1", "{}")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","age":3}""")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","age":3,"parts":null}""")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","age":"3","parts":[]}""")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","age":3,"parts":[0]}""")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","age":3,"parts":["unheard-of"]}""")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","age":3,"parts":[],"height":1}""")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"name":"Bo","name":"Di","age":3,"parts":[]}""")]
    [InlineData("person-added/1", """{"person":"00000001-0000-0000-0000-000000000001","isChild":true,"Name":"Bo","age":3,"parts":[]}""")]
    [InlineData("corrected/1", """{"entry":{"act":"00000001-0000-0000-0000-000000000001","index":2},"instead":{"name":"unheard-of/1","content":{}},"why":"why"}""")]
    public void A_shape_that_is_not_known_is_refused_without_saying_what_was_written(string name, string json)
    {
        var refusal = Refusal(() => EntryJson.Read(name, System.Text.Encoding.UTF8.GetBytes(json)));
        Assert.Contains("this version of Lapwing", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo", refusal, StringComparison.Ordinal);
    }

    private static object Changed(object? value) => value switch
    {
        byte[] blob => blob.Append((byte)0).ToArray(),
        long number => number + 1,
        _ => value + " ",
    };

    private static byte[] Place(EntryRow row) => row.AddIdentity(new()).Written.ToArray();

    private static string Refusal(Func<object> what) => Assert.Throws<LedgerRefusedException>(what).Message;
}
