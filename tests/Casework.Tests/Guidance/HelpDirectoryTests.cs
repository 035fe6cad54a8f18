using Lapwing.Casework.Help;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Guidance;

public sealed class HelpDirectoryTests
{
    private static readonly HelpDirectory directory = HelpDirectory.Standard;

    [Fact]
    public void Every_entry_is_found_by_its_name() => Assert.All(directory.Entries, entry => Assert.Same(entry, directory.Find(entry.Name)));

    [Fact]
    public void It_holds_the_places_of_help_that_the_chapter_names() => Assert.All((string[])
    [
        "internet-watch-foundation", "ceop-safety-centre", "thinkuknow", "stop-it-now", "lucy-faithfull-foundation", "ukccis-2016-guidance",
        "ukccis-parents-guide", "childnet", "childnet-cyberbullying-toolkit", "dfe-bullying-schools", "dfe-bullying-parents", "report-terrorist-material",
        "npcc-guidance", "local-police-guidance",
    ], name => Assert.NotNull(directory.Find(name)));

    [Fact]
    public void Nothing_that_ships_claims_to_have_been_checked() => Assert.All(directory.Entries, entry => Assert.Null(entry.CheckedOn));

    [Fact]
    public void What_was_replaced_points_on_to_what_stands_and_is_never_offered()
    {
        Assert.Equal("ukcis-sharing-nudes", directory.Find("ukccis-2016-guidance")!.SupersededBy!.By);
        Assert.Equal("ceop-education", directory.Find("thinkuknow")!.SupersededBy!.By);
        var everything = new Facts(ulong.MaxValue, 0);
        Assert.All(directory.Fitting(everything), entry => Assert.Null(entry.SupersededBy));
        Assert.Equal(directory.Entries.Where(entry => entry is { When: not null, SupersededBy: null }), directory.Fitting(everything));
    }

    [Fact]
    public void What_fits_follows_from_the_facts()
    {
        Assert.Equal(["childline", "dfe-bullying-parents", "dfe-bullying-schools", "childnet-cyberbullying-toolkit", "professionals-online-safety-helpline"],
            Fitting(Forms.OnlineBullying));
        Assert.Contains("report-remove", Fitting(Forms.YouthProducedImagery));
        Assert.DoesNotContain("stop-it-now", Fitting(Forms.YouthProducedImagery));
        Assert.Contains("stop-it-now", Fitting(Forms.YouthProducedImagery, Questions.AdultInvolved));
        Assert.Contains("samaritans", Fitting(Forms.SomethingElse, Questions.SelfHarm));
        Assert.DoesNotContain("report-terrorist-material", Fitting(Forms.Extremism));
        Assert.Contains("report-terrorist-material", Fitting(Forms.Extremism, Questions.TerroristMaterial));
    }

    [Fact]
    public void A_partnership_sets_link_number_and_day_of_an_entry()
    {
        var own = directory.WithOwn(new Dictionary<string, OwnHelp>
        {
            ["local-police-guidance"] = new("https://police.example/guidance", CheckedOn: new(2026, 3, 27)),
            ["childline"] = new(CheckedOn: new(2026, 3, 26)),
        });
        var police = own.Find("local-police-guidance")!;
        Assert.Equal(("https://police.example/guidance", new DateOnly(2026, 3, 27), false), (police.Link!, police.CheckedOn!.Value, police.IsMissing));
        Assert.Equal(("0800 1111", new DateOnly(2026, 3, 26)), (own.Find("childline")!.Telephone!, own.Find("childline")!.CheckedOn!.Value));
        Assert.True(directory.Find("local-police-guidance")!.IsMissing);
        Assert.Same(directory, directory.WithOwn(new Dictionary<string, OwnHelp>()));
    }

    [Fact]
    public void A_changed_number_without_a_day_is_not_checked()
    {
        var entry = directory.Find("childline")!.With(new OwnHelp(CheckedOn: new(2026, 3, 26)));
        Assert.Null(entry.With(new OwnHelp(Telephone: "0800 000 000")).CheckedOn);
        Assert.Equal(entry.CheckedOn, entry.With(new OwnHelp()).CheckedOn);
    }

    [Fact]
    public void Planted_a_correction_of_no_entry_is_refused() => Assert.Contains("'chidline'",
        Assert.Throws<ArgumentException>(() => directory.WithOwn(new Dictionary<string, OwnHelp> { ["chidline"] = new() })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://childline.example")]
    [InlineData("childline.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void Planted_a_link_that_is_no_https_address_is_refused(string link)
    {
        Assert.Throws<ArgumentException>(() => Entry() with { Link = link });
        Assert.Throws<ArgumentException>(() => Entry().With(new OwnHelp(link)));
    }

    [Fact]
    public void Planted_entries_that_are_wrong_in_themselves_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new HelpEntry("Not Kebab", "Title", [Serves.Anyone], "What.", "S0.3"));
        Assert.Throws<ArgumentException>(() => new HelpEntry("planted", "Title", [], "What.", "S0.3"));
        Assert.Throws<ArgumentException>(() => new HelpEntry("planted", "Title", [Serves.Anyone], "What."));
        Assert.Contains("S9.9", Assert.Throws<ArgumentException>(() => new HelpEntry("planted", "Title", [Serves.Anyone], "What.", "S9.9")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Planted_directories_that_contradict_themselves_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new HelpDirectory(Entry(), Entry()));
        Assert.Throws<ArgumentException>(() => new HelpDirectory(Entry() with { SupersededBy = new("nothing", "Words.") }));
        Assert.Throws<ArgumentException>(() => new HelpDirectory(Entry() with { SupersededBy = new("planted", "Words.") }));
    }

    private static HelpEntry Entry() => new("planted", "Title", [Serves.Anyone], "What.", "S0.3");

    private static IEnumerable<string> Fitting(params Fact[] facts)
    {
        var forms = facts.OfType<Form>().Aggregate(0UL, (all, form) => all | form.Mask);
        var answers = facts.OfType<Question>().Aggregate(0UL, (all, question) => all | question.Mask);
        var concern = new Concern(null, new DateTimeOffset(2026, 3, 27, 9, 0, 0, TimeSpan.Zero), forms, [], new Facts(answers, 0), null);
        return directory.Fitting(concern.Facts).Select(entry => entry.Name);
    }
}
