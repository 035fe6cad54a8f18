using System.Text;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// One stored entry of each name and version: it loads for ever, and says the same when it is stored again. A sample is never changed; a new shape
/// is a new version.
/// </summary>
public sealed class FrozenSamplesTests
{
    public static TheoryData<string> Names => [.. Catalogue.Records.Select(recordable => recordable.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_loads_and_says_the_same_when_it_is_stored_again(string name)
    {
        var file = Repository.Path("tests", "Storage.Tests", "Frozen", $"{name.Replace('/', '-')}.json");
        if (!File.Exists(file)) Approved.Matches(Stored(First(name)) + "\n", "tests", "Storage.Tests", "Frozen", $"{name.Replace('/', '-')}.json");
        var frozen = File.ReadAllText(file).TrimEnd('\n');
        var content = EntryJson.ReadAsStored(name, Encoding.UTF8.GetBytes(frozen));
        Assert.Equal(name, Catalogue.Of(content).Name);
        Assert.Equal(frozen, Stored(content));
        Assert.False(Catalogue.Of(EntryJson.Read(name, Encoding.UTF8.GetBytes(frozen))).IsSuperseded);
    }

    [Fact]
    public void What_is_of_an_older_shape_is_read_as_what_stands_in_its_place_also_where_it_puts_something_right()
    {
        foreach (var older in Catalogue.Records.Where(recordable => recordable.IsSuperseded))
        {
            var frozen = File.ReadAllText(Repository.Path("tests", "Storage.Tests", "Frozen", $"{older.Name.Replace('/', '-')}.json")).TrimEnd('\n');
            var now = EntryJson.Read(older.Name, Encoding.UTF8.GetBytes(frozen));
            Assert.Equal(older.Name.Split('/')[0], Catalogue.Of(now).Name.Split('/')[0]);
            var corrected = (Corrected)EntryJson.Read("corrected/1", Encoding.UTF8.GetBytes($$$"""{"entry":{"act":"6888f7e8-33b7-e045-fcdd-141c70965a64","index":0},"instead":{"name":"{{{older.Name}}}","content":{{{frozen}}}},"why":"A slip"}"""));
            Assert.Equal(Stored(now), Stored(corrected.Instead!));
        }
    }

    [Fact]
    public void Every_sample_is_of_a_name_that_can_still_be_read() =>
        Assert.All(Directory.EnumerateFiles(Repository.Path("tests", "Storage.Tests", "Frozen")), file =>
            Assert.Contains(Path.GetFileNameWithoutExtension(file), Catalogue.Records.Select(recordable => recordable.Name.Replace('/', '-'))));

    [Fact]
    public void Planted_a_sample_with_another_field_or_without_one_does_not_load()
    {
        var name = RecordedWords.NameOf<Referral.Made>();
        var stored = Stored(First(name));
        Assert.ThrowsAny<Exception>(() => EntryJson.Read(name, Encoding.UTF8.GetBytes(stored.Replace("\"reference\"", "\"referense\"",
            StringComparison.Ordinal))));
        Assert.ThrowsAny<Exception>(() => EntryJson.Read(name, "{}"u8.ToArray()));
    }

    private static Content First(string name) =>
        Demonstration.Stories(new(2026, 3, 27)).SelectMany(story => story.File.Entries).Select(entry => entry.Content)
        .First(content => Catalogue.Of(content).Name == name);

    private static string Stored(Content content) => Encoding.UTF8.GetString(EntryJson.Write(content));
}
