using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Web.Tests.Manual;
using Xunit;

namespace Lapwing.Web.Tests.HelpNow;

/// <summary>The form on paper asks what the pages ask, and what stands beside a tick is whom the decision calls.</summary>
public sealed partial class PaperTests
{
    private const string Noon = "2026-03-27T12:00:00Z";
    private static readonly DateTimeOffset aware = DateTimeOffset.Parse(Noon, CultureInfo.InvariantCulture);

    [Fact]
    public async Task It_asks_every_form_and_every_question_exactly_once_in_the_order_of_the_intake()
    {
        var page = await Paper(new());
        var text = page.QuerySelector("main")!.Words();
        string[] asked = [.. Intake.Pages.SelectMany(part => part.Number == Intake.FormsOfHarm ? Forms.All.Select(form => form.Words)
            : part.Questions.Select(question => question.Ask))];
        Assert.Equal(Forms.All.Count + Questions.All.Count, asked.Length);
        Assert.All(asked, words => Assert.Equal(2, text.Split(words).Length));
        var rows = page.QuerySelectorAll("tr").Select(row => row.Words()).ToList();
        var places = asked.Select(words => rows.FindIndex(row => row.Contains(words, StringComparison.Ordinal))).ToList();
        Assert.Equal(places.Order(), places);
        Assert.All(Intake.Pages, part => Assert.Contains($"{part.Number}. {part.Title}", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_question_has_three_boxes_and_every_form_one_and_nothing_is_typed()
    {
        var page = await Paper(new());
        Assert.All(Questions.All, question => Assert.Equal(3, Row(page, question.Ask).QuerySelectorAll(".app-paper__box").Length));
        Assert.All(Forms.All, form => Assert.Single(Row(page, form.Words).QuerySelectorAll(".app-paper__box")));
        Assert.Empty(page.QuerySelectorAll("main form, main input, main textarea, main select"));
        Assert.Equal("Form on paper – Lapwing", page.Title);
        Assert.NotNull(page.QuerySelector("button[data-print][type=button]"));
    }

    [Fact]
    public async Task Beside_a_form_stands_whom_the_decision_calls_for_it_alone()
    {
        var page = await Paper(new());
        Assert.All(Forms.All, form => Assert.Equal(Called(form, null), Calls(Beside(page, form.Words), form)));
    }

    [Fact]
    public async Task Beside_an_answer_stands_whom_the_decision_adds_for_it_with_each_form()
    {
        var page = await Paper(new());
        var lines = 0;
        foreach (var question in Questions.All)
        {
            var beside = Beside(page, question.Ask);
            foreach (var form in Forms.All)
            {
                if (question == Questions.AdultMadeOrHeldImages && (form.Mask & Forms.Sexual.Mentions) == 0) continue;      // refused by every door
                var (with, alone, told) = (Called(form, question), Called(form, null), Calls(beside, form));
                Assert.True(told.IsSubsetOf(with) && with.SetEquals(told.Union(alone)),
                    $"{form.Name}, {question.Name}: the form says '{beside}', the decision {string.Join(", ", with)}");
                lines += told.Count;
            }
        }

        Assert.True(lines > 100, $"{lines} calls");
    }

    [Fact]
    public async Task Numbers_that_are_set_are_printed_and_others_left_to_be_written_in()
    {
        var page = await Paper(Settings.Example);
        Assert.Equal("Children's social care: Northmere First Contact 01632 960110 Monday to Friday, 8:30am to 5pm; not on bank holidays. Choose "
            + "option 1", Row(page, "01632 960110").Words());
        Assert.All(Settings.Example.Partnership.Numbers, number =>
            Assert.DoesNotContain("gap", Row(page, number.Telephone).InnerHtml, StringComparison.Ordinal));
        var blank = await Paper(new());
        Assert.All(ContactKind.All, kind => Assert.Single(Row(blank, kind.Words + " " + kind.Instead).QuerySelectorAll(".app-paper__gap")));
    }

    [Fact]
    public async Task Several_children_have_a_row_and_who_knows_already_a_box_each()
    {
        var page = await Paper(Settings.Example);
        var several = Row(page, "Several: how many?");
        Assert.Equal(ChildWords.Parts.Count, several.QuerySelectorAll(".app-paper__box").Length);
        Assert.Contains("Age: the youngest", several.Words(), StringComparison.Ordinal);
        var knows = page.QuerySelectorAll("p").Single(line => line.Words().StartsWith("Who knows already:", StringComparison.Ordinal));
        Assert.Equal(CallNotes.MayKnow.Count, knows.QuerySelectorAll(".app-paper__box").Length);
    }

    [Fact]
    public async Task It_says_which_edition_and_day_it_is_from()
    {
        var text = (await Paper(Settings.Example)).QuerySelector("main")!.Words();
        Assert.Contains($"From {RuleBook.Standard.Newest.Name}, 27 March 2026, with the numbers of Northmere", text, StringComparison.Ordinal);
    }

    private static Task<IHtmlDocument> Paper(Settings settings) => HelpNowTests.Page(settings, Noon, "/help-now/paper");

    private static IElement Row(IHtmlDocument page, string words) =>
        page.QuerySelectorAll("tr").Single(row => row.Words().Contains(words, StringComparison.Ordinal));

    private static string Beside(IHtmlDocument page, string words) => Row(page, words).QuerySelectorAll("td")[^1].Words();

    // Whom the decision calls, in the words of the paper.
    private static HashSet<string> Called(Form form, Question? yes)
    {
        var decision = RuleBook.Standard.Decide(new(null, aware, form.Mask, [], new Facts(yes?.Mask ?? 0, 0), null));
        var calls = decision.Referrals.SelectMany(r => DecisionWords.Each(r.To)).Select(to => to == Recipient.ChildrensSocialCare ? "social care"
            : to == Recipient.Lado ? "the LADO by the next working day" : to.Short);
        return [.. calls, .. decision.Duties.Where(duty => duty.Rule.Consults).Select(duty => duty.Rule.Duty.Words)
            .Select(words => char.ToLowerInvariant(words[0]) + words[1..])];
    }

    // Whom the words call for one form and this answer alone: "With 1, 2 or 5 to 9: social care and the police. With 11 and a yes to c: Prevent".
    private static HashSet<string> Calls(string beside, Form form)
    {
        var calls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in beside.Split(". ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(": ");
            if (parts.Length == 2 && !parts[0].Split(", or ").Any(when => Holds(when, form))) continue;
            calls.UnionWith((char.ToLowerInvariant(parts[^1][0]) + parts[^1][1..]).Split(" and ").Select(call => call == "prevent" ? "Prevent" : call));
        }

        return calls;
    }

    private static bool Holds(string when, Form form)
    {
        if (when.Contains("a yes to", StringComparison.Ordinal)) return false;
        if (when.StartsWith("Unless", StringComparison.OrdinalIgnoreCase)) return true;
        Assert.StartsWith("with ", when, StringComparison.OrdinalIgnoreCase);
        return Number().Matches(when).Any(number =>
        {
            var first = int.Parse(number.Groups["first"].Value, CultureInfo.InvariantCulture);
            var last = number.Groups["last"].Success ? int.Parse(number.Groups["last"].Value, CultureInfo.InvariantCulture) : first;
            return form.Bit + 1 >= first && form.Bit + 1 <= last;
        });
    }

    [GeneratedRegex("(?<first>[0-9]+)( to (?<last>[0-9]+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
