using System.Text;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>A case is found by what somebody may see of it, and by nothing else.</summary>
public sealed class SearchTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateOnly today = new(2026, 3, 27);

    public static TheoryData<int> People => [.. Enumerable.Range(0, DemonstrationPeople.All.Count)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task Each_finds_by_every_name_those_of_their_cases_that_show_it_and_no_other(int number)
    {
        await using var test = new TestLedger();
        var store = await Told.Demonstration(test, today, stop);
        var viewer = Told.Of(DemonstrationPeople.All[number]);
        var seen = new Dictionary<CaseId, HashSet<string>>();
        foreach (var item in await Told.CasesOf(store, viewer, stop))
            seen[item.Case] = [.. SearchTerms.Of((await store.Open(viewer, item.Case, "now", stop))!.File)];
        var names = Demonstration.Stories(today).SelectMany(story => Casework.Procedures.People.All(story.File)).Select(one => one.Name).OfType<string>()
            .Distinct().ToList();
        Assert.True(names.Count > 20, $"{names.Count}");
        foreach (var name in names)
        {
            var words = SearchTerms.In(name.ToUpperInvariant());
            var wanted = seen.Where(one => words.All(one.Value.Contains)).Select(one => one.Key);
            Assert.Equal(wanted.Order(), (await store.Find(viewer, null, words, 100, stop)).Cases.Select(item => item.Case).Order());
        }
    }

    [Fact]
    public async Task A_name_is_found_once_it_is_recorded_and_by_the_name_that_counts()
    {
        await using var test = new TestLedger();
        var store = Lapwing.Web.DemonstrationCases.Store(test.Ledger, test.Clock);
        var (story, by) = Demonstration.Stories(today).Select(one => (one, one.Acts[0].Act.By)).First();
        await Told.Append(store, story, stop);
        var viewer = new Viewer(by.Account, by.Role, by.Agency, by.Team);
        async Task<int> Found(string typed) =>
            (await store.Find(viewer, ComparedText.Of(typed).ToUpperInvariant(), SearchTerms.In(typed), 5, stop)).Cases.Count;
        async Task<CaseFile> Record(Func<CaseFile, Content> content, int act)
        {
            var file = (await store.Open(viewer, story.File.Id, "now", stop))!.File;
            var at = file.Entries[^1].Act.RecordedAt.AddMinutes(1);
            Assert.Equal(Appended.Done, await store.Append(Told.Allow(file, new(Told.Id(act), by, at, Casework.Calendar.London.DayOf(at)),
                Catalogue.Placed(file, content(file), false)), stop));
            return file;
        }

        var reference = (await store.Open(viewer, story.File.Id, "now", stop))!.Reference;
        Assert.Equal((0, 1), (await Found("Quillon"), await Found(reference.ToLowerInvariant())));
        People.Added child = new(Told.Id(77), true, "Zoë O’Quillon-Day", 14, [Casework.Triage.Involvement.Received]);
        await Record(_ => child, 98);
        Assert.Equal((1, 1, 1, 1), (await Found("oquillon"), await Found("ZOE day"), await Found("zoe"), await Found("Day O'Quillon")));
        Assert.Equal((0, 0), (await Found("zo"), await Found("Zoe Nobody")));
        await Record(file => new Corrected(file.All<People.Added>().Last().Id, child with { Name = "Zoë Fictional" }, "Misheard"), 99);
        Assert.Equal((0, 1), (await Found("oquillon"), await Found("zoe fictional")));
    }

    [Fact]
    public async Task A_name_is_found_as_it_sounds_and_as_it_is_spelt_by_nothing_else()
    {
        await using var test = new TestLedger(words: file => [.. SearchTerms.Of(file).Select(word => new FoundBy(Paper.Whole, word))]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11, name: "Catherine Shaw"), stop);
        async Task<int> Found(Viewer viewer, IReadOnlyList<string> words) => (await test.Store.Find(viewer, null, words, 5, stop)).Cases.Count;
        Assert.Equal(0, await Found(Told.Worker, SearchTerms.In("Kathryn Shaw")));
        Assert.Equal(1, await Found(Told.Worker, SearchTerms.AsTheySound(SearchTerms.In("Kathryn Shaw"))));
        Assert.Equal(1, await Found(Told.Worker, SearchTerms.AsTheySound(SearchTerms.In("KATHRIN"))));
        Assert.Equal(0, await Found(Told.Worker, SearchTerms.AsTheySound(SearchTerms.In("Kathryn Shaw 0161 496 0000"))));
        Assert.Equal(0, await Found(Told.Worker, SearchTerms.AsTheySound(SearchTerms.In("Christine"))));
        Assert.Equal(0, await Found(Told.Teacher, SearchTerms.AsTheySound(SearchTerms.In("Kathryn Shaw"))));
        Assert.Empty(SearchTerms.AsTheySound(SearchTerms.In("0161 496 0000")));
        Assert.DoesNotContain(SearchTerms.In("≈KTRN ≈X"), word => word.Contains('≈', StringComparison.Ordinal));      // nobody types what is heard
    }

    [Fact]
    public void Whatever_is_pasted_into_devices_and_however_much_the_names_are_found()
    {
        var many = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"word{i}")) + " \uFFFE \uD800";
        var file = CaseFile.Of(new(Told.Id(7)), ReadScope.Whole, Told.Allow(CaseFile.Of(new(Told.Id(7)), ReadScope.Whole), Told.Act(Told.Worker, 1),
            new(new Concern.StoryWritten("She said so", null, many), default), Told.Person("Zo\uFFFE Fictional", 8)).Entries.Select(named => named.Entry));
        var words = SearchTerms.Of(file);
        Assert.InRange(words.Count, 450, 600);
        Assert.Contains("fictional", words);
        Assert.Equal("zo fictional", string.Join(' ', SearchTerms.In("Zo\uFFFE Fictional")));
        Assert.Equal("zo fictional", ComparedText.Of("Zo\uFFFE Fictional"));
    }

    [Theory]
    [InlineData("07700 900123", "07700900123")]
    [InlineData("+44 7700 900 123", "07700900123")]
    [InlineData("(01632) 960-110 or Night_Owl99", "01632960110 or night owl99")]
    [InlineData("Jo-Ann d’Arcy 14", "jo ann darcy 14")]
    [InlineData("  ", "")]
    public void A_number_is_one_word_however_it_is_spaced_and_a_username_is_its_words(string typed, string words) =>
        Assert.Equal(words, string.Join(' ', SearchTerms.In(typed)));

    [Fact]
    public async Task What_is_found_by_stands_in_no_file_in_clear_nor_as_a_hash_that_can_be_made_without_the_key()
    {
        await using var test = new TestLedger();
        await Told.Demonstration(test, today, stop);
        var name = Demonstration.Stories(today).SelectMany(story => Casework.Procedures.People.All(story.File)).First(one => one.Name is not null).Name!;
        var word = SearchTerms.In(name)[0];
        using var connection = Sql.Connect(test.Folder.Database, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite);
        var hashes = connection.Rows(r => Convert.ToHexString(r.Bytes(0)), "SELECT word FROM case_words");
        Assert.NotEmpty(hashes);
        Assert.DoesNotContain(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(word))[..8]), hashes);
        await using var other = new TestLedger();
        Assert.NotEqual(SearchWords.Of(test.Ledger, [new(Paper.Whole, word)]), SearchWords.Of(other.Ledger, [new(Paper.Whole, word)]));
    }

    [Fact]
    public async Task A_look_for_cases_is_written_down_without_what_was_looked_for()
    {
        await using var test = new TestLedger();
        await test.Store.Find(Told.Worker, "7KQM", ["planted"], 5, stop);
        Assert.Equal(1, test.Count("SELECT count(*) FROM access_log WHERE purpose = 'search' AND outcome = 'listed' AND case_id IS NULL"));
        Assert.Equal(0, test.Count("SELECT count(*) FROM access_log WHERE purpose LIKE '%planted%' OR purpose LIKE '%7KQM%'"));
    }
}
