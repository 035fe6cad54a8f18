using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What whoever leads a case records through its pages, and what the pages of the setting that reported show of it: byte by byte.</summary>
public sealed class PapersPageTests : IDisposable
{
    private static readonly string[] pages = ["", "/people", "/history", "/duties", "/decision"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-papers-");

    // Martin O. of social care leads it.
    private static string Work => $"/work/{new Story("a username only").File.Id}";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_whoever_leads_records_stands_in_the_case_and_no_page_of_the_setting_changes()
    {
        await using var forms = await As(SocialWorker);
        var before = await Seen(forms, Work, Teacher, SafeguardingLead);
        await Records(forms, "Rosa K.", mayBeKnown: false);
        Assert.Equal(before, await Seen(forms, Work, Teacher, SafeguardingLead));
        foreach (var whole in new[] { SocialWorker, Manager })
        {
            await forms.SignIn(whole);
            await forms.Get($"{Work}/people");
            Assert.Contains("Rosa K.", forms.Words, StringComparison.Ordinal);
        }

        await Records(forms, "Sven K.", mayBeKnown: true);
        foreach (var reader in new[] { Teacher, SafeguardingLead })
        {
            await forms.SignIn(reader);
            await forms.Get($"{Work}/people");
            Assert.Contains("Sven K.", forms.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Rosa K.", forms.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Above_every_button_stands_who_reads_it()
    {
        await using var forms = await As(SocialWorker);
        for (var form = 1; form <= 22; form++)
        {
            if (form == Catalogue.FormOf<Casework.Procedures.Concern.LessSigned>().Number) continue;      // a social worker does not sign
            await forms.Get($"{Work}/form/{form}");
            if (forms.Page.QuerySelector("form#form") is null) continue;
            Assert.Contains("Read by:", forms.Words, StringComparison.Ordinal);
        }

        await forms.Get($"{Work}/form/11");
        Assert.Contains("Read by: Martin O., Duty social worker; Social care duty team, its manager.", forms.Words, StringComparison.Ordinal);
        Assert.Contains("then read by Hannah L., Teacher; Northfield School, its safeguarding lead", forms.Words, StringComparison.Ordinal);
        await forms.SignIn(Teacher);
        await forms.Get($"{Work}/form/11");
        Assert.DoesNotContain("May the setting that reported know this?", forms.Words, StringComparison.Ordinal);
        Assert.Contains("Read by: Hannah L., Teacher; Northfield School, its safeguarding lead", forms.Words, StringComparison.Ordinal);
        Assert.Contains("whoever works on it in a service that has it", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("its manager", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_is_told_what_waits_and_what_they_typed_stays()
    {
        await using var forms = await As(SocialWorker);
        var work = $"/work/{new Story("no decision yet").File.Id}";
        await forms.Get($"{work}/form/11");
        Assert.Contains("Nobody of your service leads this or works on it yet", forms.Words, StringComparison.Ordinal);
        await forms.Send($"{work}/form/11", new() { ["story"] = "Known since 2024" });
        Assert.Contains("Known since 2024", forms.Page.QuerySelector("textarea[name=story]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(forms.Page.QuerySelectorAll(".govuk-error-summary__list li"));
    }

    [Fact]
    public async Task A_decision_is_recorded_for_each_child_that_is_selected_and_whoever_takes_one_on_leads()
    {
        await using var forms = await As(SocialWorker);
        var work = $"/work/{new Story("no decision yet").File.Id}";
        await forms.Get($"{work}/form/3");
        await forms.Send($"{work}/form/3", []);
        Assert.Equal(["Select for which children it was decided", "Select what was decided", "Give the reason: the referrer is told it"],
            forms.Page.QuerySelectorAll(".govuk-error-summary__list li").Select(line => line.TextContent.Trim()));
        var child = forms.Page.QuerySelector("input[name=children]")!.GetAttribute("value")!;
        await forms.Send($"{work}/form/3", new() { ["children"] = child, ["outcome"] = "Assessment", ["why"] = "An assessment" });
        Assert.Contains("lead it until somebody is named", forms.Page.Body!.TextContent, StringComparison.Ordinal);
        await forms.SignIn(Manager);
        await forms.Get($"{work}/form/20");
        await forms.Send($"{work}/form/20", new() { ["lead"] = SocialWorker.Author.Account.ToString("N"), ["cover"] = "none" });
        Assert.Contains("Recorded: Martin O., Duty social worker leads.", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_supervisor_with_the_report_alone_names_works_on_it_and_no_page_of_the_setting_says_so()
    {
        await using var forms = await As(Supervisor);
        var work = $"/work/{new Story("a lodger").File.Id}";
        var before = await Seen(forms, work, CollegeLead);
        await forms.SignIn(Supervisor);
        await forms.Get($"{work}/history");
        Assert.DoesNotContain("Elaine K., Police supervisor works on it", forms.Words, StringComparison.Ordinal);
        await forms.Get($"{work}/form/21");
        Assert.DoesNotContain("May the setting that reported know this?", forms.Words, StringComparison.Ordinal);
        await forms.Send($"{work}/form/21", new() { ["worker"] = Supervisor.Author.Account.ToString("N"), ["why"] = "Stands in for him" });
        await forms.Get($"{work}/history");
        Assert.Contains("Stands in for him", forms.Words, StringComparison.Ordinal);
        Assert.Equal(before, await Seen(forms, work, CollegeLead));
    }

    [Fact]
    public async Task What_to_do_begins_with_the_newest_facts_of_the_case_for_whoever_has_it()
    {
        await using var forms = await As(SocialWorker);
        var story = Demonstration.Stories(new(2026, 3, 27)).Single(one => $"/work/{one.File.Id}" == Work);
        var report = story.File.All<Concern.Reported>().Single();
        string[] yes = [.. report.Content.Told.Yes, "adult-made-or-held-images", "images-of-known-children"];
        await Changes(SocialWorker, report.Content.Told with { Yes = yes, NotKnown = [] });
        await Changes(Teacher, report.Content.Told with { No = [] });      // they do not know it
        foreach (var (reader, asks) in new[] { (SocialWorker, true), (Teacher, false) })
        {
            await forms.SignIn(reader);
            await forms.Get($"{Work}/decision");
            foreach (var earlier in forms.Page.QuerySelectorAll("main details").ToList()) earlier.Remove();
            Assert.Equal(asks, forms.Words.Contains("rgent strategy discussion", StringComparison.Ordinal));
        }

        async Task Changes(Person by, ConcernFacts told)
        {
            var change = new Concern.FactsChanged(report.Id, told, "It came out");
            await forms.Records(story.Decide(by.Author, new(2026, 3, 27, 16, 30, 0), change));
            story.Records(by.Author, new(2026, 3, 27, 16, 30, 0), change);
        }
    }

    private static async Task Records(CaseForms forms, string name, bool mayBeKnown)
    {
        await forms.SignIn(SocialWorker);
        await forms.Get($"{Work}/form/12");
        Dictionary<string, string> fields = new() { ["kind"] = "adult", ["name"] = name, ["parts"] = "Partner", ["works-for-partner"] = "no" };
        if (mayBeKnown) fields["may-be-known"] = "yes";
        await forms.Send($"{Work}/form/12", fields);
        Assert.Contains("Recorded:", forms.Words, StringComparison.Ordinal);
    }

    private static async Task<string> Seen(CaseForms forms, string work, params Person[] readers)
    {
        var seen = "";
        foreach (var reader in readers)
        {
            await forms.SignIn(reader);
            foreach (var page in pages)
            {
                await forms.Get($"{work}{page}");
                foreach (var token in forms.Page.QuerySelectorAll("input[type=hidden]").ToList()) token.Remove();
                seen += forms.Page.Body!.InnerHtml;
            }
        }

        return seen;
    }

    private Task<CaseForms> As(Person person) => CaseForms.As(person, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
}
