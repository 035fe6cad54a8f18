using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web.Drafts;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>
/// Every form of a case as its page has it, sent without a browser: empty, with what is not offered, and full. What is amiss is said at once, in the order
/// of the page, each with a link that leads to a field; what is full is recorded by somebody.
/// </summary>
public sealed class FormPagesTests : IDisposable
{
    private static readonly Person[] people = [DemonstrationPeople.SafeguardingLead, DemonstrationPeople.Teacher, DemonstrationPeople.SocialWorker,
        DemonstrationPeople.Manager, DemonstrationPeople.Officer, DemonstrationPeople.Supervisor];

    private static readonly Staff staff = new(DemonstrationPeople.All);
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-forms-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_form_that_is_sent_empty_or_with_what_is_not_offered_says_all_that_is_amiss_in_the_order_of_the_page()
    {
        var (sent, several) = (new HashSet<int>(), 0);
        await using var forms = await CaseForms.As(people[0], folder.FullName, now);
        foreach (var (person, address, number) in Addresses())
        {
            if (sent.Contains(number) && person != people[0]) continue;
            await forms.SignIn(person);
            if (!await Finds(forms, address)) continue;
            sent.Add(number);
            foreach (var name in Names(forms)) Assert.True(FormFields.Has(name), $"{number} asks {name}, which is not kept");
            await forms.Send(address, Filled(forms, _ => ""), whole: true);
            several += Amiss(forms, number) > 2 ? 1 : 0;
            await forms.Get(address);
            await forms.Send(address, Filled(forms, _ => "7"), whole: true);
            Assert.True(Amiss(forms, number) > 0, $"{number} takes 7 everywhere");
        }

        Assert.True(several > 8, $"{several}");
        Assert.Equal(Catalogue.Forms.Where(form => !form.IsOnOwnPage).Select(form => form.Number), sent.Order());
    }

    [Fact]
    public async Task Every_form_that_is_filled_in_is_recorded_by_somebody()
    {
        var recorded = new HashSet<int>();
        await using var forms = await CaseForms.As(people[0], folder.FullName, now);
        foreach (var (person, address, number) in Addresses())
        {
            if (recorded.Contains(number)) continue;
            await forms.SignIn(person);
            if (!await Finds(forms, address)) continue;
            await forms.Send(address, Filled(forms, Full), whole: true);
            if (forms.Words.Contains("Recorded", StringComparison.Ordinal))
            {
                recorded.Add(number);
                await forms.SendAgain();      // a second click: it is recorded, and nothing else is said
                Assert.Contains("Recorded", forms.Words, StringComparison.Ordinal);
                Assert.DoesNotContain("is not recorded", forms.Words, StringComparison.Ordinal);
                Assert.DoesNotContain("with other words", forms.Words, StringComparison.Ordinal);
            }
            else Assert.True(Amiss(forms, number) > 0, $"{number} of {person.Name}: {forms.Words}");
        }

        Assert.Equal(Catalogue.Forms.Where(form => !form.IsOnOwnPage).Select(form => form.Number), recorded.Order());
    }

    [Fact]
    public async Task What_a_form_recorded_is_put_right_with_it()
    {
        var corrected = new HashSet<int>();
        await using var forms = await CaseForms.As(people[0], folder.FullName, now);
        foreach (var story in Demonstration.Stories(new(2026, 3, 27)))
            foreach (var entry in story.File.Entries)
            {
                if (entry.Content is Casework.Cases.Corrected || Catalogue.FormOf(entry.Content) is not { IsToCorrect: true } form
                    || corrected.Contains(form.Number) || staff.Find(entry.Act.By.Account) is not { } person) continue;
                await forms.SignIn(person);
                var address = $"/work/{story.File.Id}/form/{form.Number}?corrects={entry.Id}";
                if (!await forms.Finds(address)) continue;
                Assert.Equal("Correct what was recorded", forms.Page.QuerySelector("h1")!.TextContent);
                var fields = Standing(forms);
                fields["why-corrected"] = "A slip";
                await forms.Send(address, fields);
                if (forms.Words.Contains("Recorded: ", StringComparison.Ordinal)) corrected.Add(form.Number);
                else Assert.True(Amiss(forms, form.Number) > 0, $"{form.Number} says nothing");
            }

        Assert.Equal(Catalogue.Forms.Where(form => form.IsToCorrect).Select(form => form.Number), corrected.Order());
    }

    [Fact]
    public async Task A_number_in_an_address_chooses_who_was_called_and_ticks_no_other_answer()
    {
        await using var forms = await CaseForms.As(people[0], folder.FullName, now);
        var looked = 0;
        foreach (var (person, address, number) in Addresses().DistinctBy(one => (one.Person, one.Number)))
        {
            await forms.SignIn(person);
            if (!await forms.Finds(address)) continue;
            var before = forms.Page.QuerySelectorAll<IHtmlInputElement>("form#form input").Count(input => input.IsChecked);
            await forms.Get($"{address}?n=1");
            looked++;
            var begins = number == 1 || (number == Concern.StepForm && forms.Page.QuerySelector("form#form [name=duty]") is not null);
            Assert.Equal(before + (begins ? 1 : 0), forms.Page.QuerySelectorAll<IHtmlInputElement>("form#form input").Count(input => input.IsChecked));
        }

        Assert.True(looked > 60, $"{looked}");
    }

    // What the line of an entry says is said once: the history shows everything else, and all of it can be read.
    [Fact]
    public void What_the_history_leaves_out_stands_in_the_line()
    {
        var looked = 0;
        foreach (var story in Demonstration.Stories(new(2026, 3, 27)))
            foreach (var entry in story.File.Entries)
            {
                if (entry.Content is Casework.Cases.Corrected || Catalogue.FormOf(entry.Content) is not { } form) continue;
                var line = EntryWords.Line(story.File, entry, staff);
                var told = form.Tell(new(story.View, entry.Act.By, staff, default), entry.Content).Asked;
                Assert.All(form.InLine, key => Assert.Contains(form.Blank().Asked, asked => asked.Key == key));
                foreach (var asked in told.Where(asked => form.InLine.Contains(asked.Key)))
                    Assert.All(asked.Answers, answer =>
                    {
                        looked++;
                        Assert.Contains(answer, line, StringComparison.OrdinalIgnoreCase);
                    });
            }

        Assert.True(looked > 200, $"{looked}");
    }

    [Fact]
    public async Task Who_leads_is_read_by_those_who_have_the_whole_and_by_nobody_who_reads_the_report()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.Manager, folder.FullName, now);
        var told = 0;
        foreach (var story in Demonstration.Stories(new(2026, 3, 27))
            .Where(one => one.File.All<Referral.Decided>().Any(decided => decided.Content.Lead is not null)))
        {
            await forms.SignIn(DemonstrationPeople.Manager);
            if (await forms.Finds($"/work/{story.File.Id}/history") && forms.Words.Contains("who leads?", StringComparison.Ordinal)) told++;
            foreach (var person in new[] { DemonstrationPeople.Teacher, DemonstrationPeople.SafeguardingLead })
            {
                await forms.SignIn(person);
                if (!await forms.Finds($"/work/{story.File.Id}/history")) continue;
                Assert.DoesNotContain("who leads?", forms.Words, StringComparison.Ordinal);
                foreach (var copy in forms.Page.QuerySelectorAll("main a[href*='/copy/']").Select(link => link.GetAttribute("href")!).ToList())
                {
                    await forms.Get(copy);
                    Assert.DoesNotContain("who leads?", forms.Words, StringComparison.Ordinal);
                }
            }
        }

        Assert.True(told > 0, "nobody reads who leads");
    }

    [Fact]
    public async Task Every_form_stands_on_paper_for_everybody_with_all_that_it_asks()
    {
        await using var forms = await CaseForms.As(people[0], folder.FullName, now);
        await forms.Get("/manual/case-forms");
        Assert.Equal(Catalogue.Forms.Count, forms.Page.QuerySelectorAll("main a[href^='/manual/case-forms/']").Length);
        foreach (var form in Catalogue.Forms)
        {
            await forms.Get($"/manual/case-forms/{form.Number}");
            Assert.All(form.Blank().Asked, asked => Assert.Contains(asked.Words.Split("  ")[0], forms.Words, StringComparison.Ordinal));
        }
    }

    // Each form of the cases of each of them.
    internal static IEnumerable<(Person Person, string Address, int Number)> Addresses() =>
        from person in people
        from story in Demonstration.Stories(new(2026, 3, 27))
        let viewer = new Viewer(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team)
        where CaseAccess.Of(viewer, story.File.View().Circle, now) is not null
        from form in Catalogue.Forms
        select (person, $"/work/{story.File.Id}/form/{form.Number}", form.Number);

    // What stands in the areas and lists of a form: what else it holds is sent with it.
    internal static Dictionary<string, string> Standing(CaseForms forms)
    {
        var fields = forms.Page.QuerySelectorAll<IHtmlTextAreaElement>("form#form textarea").ToDictionary(one => one.Name!, one => one.Value);
        foreach (var select in forms.Page.QuerySelectorAll<IHtmlSelectElement>("form#form select")) fields[select.Name!] = select.Value!;
        return fields;
    }

    // How many things are amiss: each once, in the order of the page, with the id of something on it.
    private static int Amiss(CaseForms forms, int number)
    {
        var ids = forms.Page.All.Select(one => one.Id).OfType<string>().ToList();
        var said = forms.Page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.All(said, id => Assert.True(ids.Contains(id), $"form {number} has an error that leads to {id}, which is not there"));
        Assert.Equal(string.Join(' ', said.OrderBy(id => ids.IndexOf(id))), string.Join(' ', said));
        var lines = forms.Page.QuerySelectorAll(".govuk-error-summary__list li").Select(line => line.TextContent.Trim()).ToList();
        Assert.Equal(lines.Distinct(), lines);
        return said.Count;
    }

    private static IEnumerable<string> Names(CaseForms forms) => forms.Page.QuerySelectorAll("form#form [name]").Select(field => field.GetAttribute("name")!)
        .Where(name => name != "__RequestVerificationToken" && !Kept.OfThePage.Contains(name) && !IsSearch(name)).Distinct();

    private static bool IsSearch(string name) => name.Split('-')[0] is "find" or "found";

    // Where people are searched, those of one school are found.
    private static async Task<bool> Finds(CaseForms forms, string address)
    {
        var isThere = await forms.Finds(address) && forms.Page.QuerySelector("form#form") is not null;
        if (isThere && forms.Page.QuerySelector("button[name=find]")?.GetAttribute("value") is { } key)
            await forms.Send(address, new() { [$"find-{key}"] = "northfield", ["find"] = key });
        return isThere;
    }

    private static Dictionary<string, string> Filled(CaseForms forms, Func<IElement, string> value)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in forms.Page.QuerySelectorAll("form#form [name]:not(button)"))
            if (field is not IHtmlInputElement { Type: "hidden" } && !IsSearch(field.GetAttribute("name")!) && !filled.ContainsKey(field.GetAttribute("name")!))
                filled[field.GetAttribute("name")!] = value(field);
        return filled;
    }

    // The first answer, of people to link the one in their place, words, and a time of today.
    private static string Full(IElement field) => field switch
    {
        IHtmlInputElement { Type: "radio", Name: "to" or "cover" } radio => Last(radio),
        IHtmlInputElement { Type: "radio", Name: "by" or "kind" or "agrees" or "could-be-adult" or "how-it-is" } radio => radio.Value,
        IHtmlInputElement { Type: "radio" or "checkbox", Name: "may-be-known" or "youngest-not-known" } => "",
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.Value,
        IHtmlSelectElement select => select.Options[^1].Value,
        IHtmlInputElement { Name: "happened-time" } => "9am",
        IHtmlInputElement { Name: "age" or "youngest" or "size" } => "15",
        IHtmlInputElement input when input.Name!.EndsWith("-day", StringComparison.Ordinal) => "27",
        IHtmlInputElement input when input.Name!.EndsWith("-month", StringComparison.Ordinal) => "3",
        IHtmlInputElement input when input.Name!.EndsWith("-year", StringComparison.Ordinal) => "2026",
        _ => "As they said",
    };

    private static string Last(IHtmlInputElement radio) =>
        radio.Owner!.QuerySelectorAll<IHtmlInputElement>($"input[name='{radio.Name}']").Last().Value;
}
