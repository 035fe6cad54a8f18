using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>Several children entered together: they decide as so many typed one by one, nothing is lost, and how many they are is said.</summary>
public sealed class SeveralChildrenTests : IAsyncLifetime
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateOnly friday = new(2026, 3, 27);
    private static readonly IReadOnlyList<int?> ages = [null, .. Enumerable.Range(0, 18)];
    private readonly WebApplication site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue },
        new Running { Clock = new FixedClock(new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero)) });
    private HttpClient http = null!;
    private Checker checker = null!;

    public async ValueTask InitializeAsync()
    {
        await site.StartAsync(stop);
        http = new() { BaseAddress = new Uri(site.Urls.Single()) };
        checker = new(http);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    // Every set of parts, every age of the youngest, every form of harm, beside another child and alone.
    [Fact]
    public void They_decide_as_that_many_children_of_the_age_of_the_youngest_typed_one_by_one()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in Forms.All)
        {
            for (var roles = 1; roles < 1 << ChildFacts.RoleNames.Count; roles++)
            {
                string[] parts = [.. ChildFacts.RoleNames.Where((_, bit) => (roles >> bit & 1) != 0)];
                foreach (var age in ages)
                {
                    var count = 2 + ((roles + (age ?? 18)) % 13);
                    ChildRow[] beside = roles % 2 == 0 ? [] : [new(null, ["received"], "15")];
                    var (text, many) = (age?.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture));
                    var together = Decided(form, [.. beside, new(null, parts, text, IsSeveral: true, many)]);
                    Assert.Equal(Decided(form, [.. beside, .. Enumerable.Repeat(new ChildRow(null, parts, text), count)]), together);
                    seen.Add(together);
                }
            }
        }

        Assert.True(seen.Count > 50, $"{seen.Count} decisions");
    }

    [Fact]
    public void The_age_of_the_youngest_is_that_of_all_however_old_the_others_are()
    {
        foreach (var youngest in Enumerable.Range(0, 18))
        {
            var others = Enumerable.Range(youngest, 18 - youngest).Select(age => new ChildRow(null, ["shown"], $"{age}")).ToArray();
            if (others.Length < 2) others = [others[0], others[0]];
            Assert.Equal(Decided(Forms.YouthProducedImagery, others),
                Decided(Forms.YouthProducedImagery, [new(null, ["shown"], $"{youngest}", IsSeveral: true, $"{others.Length}")]));
        }
    }

    [Fact]
    public async Task All_that_is_amiss_is_said_at_once_and_nothing_is_lost()
    {
        await ToTheChildren();
        checker.Type("child-1-age", "15");
        await checker.Press("Add several children together");
        Assert.Equal("15", Value("child-1-age"));
        checker.Type("child-2-count", "1");
        checker.Type("child-2-age", "18");
        await checker.Press("Continue");
        Assert.Equal(["Child 1: select what part they had", "Group 2: how many must be 2 to 200. Enter one child on their own, and more than that as two "
            + "groups", "Group 2: select what part they had", "Group 2: age of the youngest must be 0 to 17. Record anyone older as an adult"],
            checker.Page.QuerySelectorAll(".govuk-error-summary li").Select(one => one.TextContent.Trim()));
        Assert.Equal(("15", "1", "18"), (Value("child-1-age"), Value("child-2-count"), Value("child-2-age")));
        foreach (var wrong in new[] { "", "201", "many", "-3" })
        {
            checker.Type("child-2-count", wrong);
            await checker.Press("Continue");
            Assert.Contains(checker.Page.QuerySelectorAll(".govuk-error-summary a"), link => link.GetAttribute("href") == "#child-2-count");
            Assert.Equal(wrong, Value("child-2-count") ?? "");
        }

        await checker.Press("Remove group 2");
        Assert.Empty(checker.Page.QuerySelectorAll("[name=child-2-count]"));
        Assert.Equal("15", Value("child-1-age"));
    }

    [Fact]
    public async Task A_class_is_entered_once_and_said_on_the_check_and_on_the_telephone()
    {
        await ToTheChildren();
        await checker.Press("Add several children together");
        Assert.Null(checker.Page.QuerySelector("[name=child-2-part]"));      // it takes the place of the row that is still empty
        Assert.Contains("Were sent it", checker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        checker.Type("child-1-count", "14");
        checker.Type("child-1-age", "12");
        foreach (var part in checker.Page.QuerySelectorAll<IHtmlInputElement>("[name=child-1-part]")) part.IsChecked = part.Value is "received" or "shared";
        await checker.Press("See who to call");
        if (checker.Address == "/check/11") await checker.Press("See");
        Assert.Equal("/check/decision", checker.Address);
        Assert.Contains("14 children, the youngest 12, passed it on and were sent it.", Words(".app-say"), StringComparison.Ordinal);
        await checker.Press("Back");
        Assert.Equal(("14", "12"), (Value("child-1-count"), Value("child-1-age")));
        await checker.Press("Continue");
        while (checker.Address != "/check/11")
        {
            foreach (var radio in checker.Page.QuerySelectorAll<IHtmlInputElement>("input[type=radio][value=no]")) radio.IsChecked = true;
            await checker.Press("Continue");
        }

        Assert.Contains("14 children, the youngest 12: passed it on, were sent it", Words("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 12, "a child of 12")]
    [InlineData(1, null, "a child of unknown age")]
    [InlineData(14, 12, "14 children, the youngest 12,")]
    [InlineData(14, null, "14 children of unknown age")]
    [InlineData(null, 12, "several children, the youngest 12,")]
    public void How_many_they_are_and_how_old_is_said(int? count, int? age, string who) =>
        Assert.Equal($"{who} {(count == 1 ? "is" : "are")} in the image and live{(count == 1 ? "s" : "")} with the person of concern",
            ChildWords.Of(new(Involvement.Shown | Involvement.Household, age, count)));

    private async Task ToTheChildren()
    {
        await checker.Get("/check/1");
        foreach (var (name, value) in new[] { ("immediate-danger", "no"), ("self-harm", "no"), ("aware", "today") }) checker.Choose(name, value);
        await checker.Press("Continue");
        ((IHtmlInputElement)checker.Page.QuerySelector("[name=forms][value=grooming]")!).IsChecked = true;
        await checker.Press("Continue");
        await checker.Press("Answer");
        while (checker.Address != "/check/5")
        {
            foreach (var radio in checker.Page.QuerySelectorAll<IHtmlInputElement>("input[type=radio][value=no]")) radio.IsChecked = true;
            await checker.Press("Continue");
        }
    }

    private string? Value(string field) => checker.Page.QuerySelector($"[name={field}]")!.GetAttribute("value");

    private string Words(string selector) =>
        string.Join(' ', checker.Page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Decided(Form form, ChildRow[] rows)
    {
        var typed = new Typed { ["aware"] = "today", [Fields.ChildrenAsked] = "yes", [Fields.Forms] = form.Name, [Questions.SexualActs.Name] = "yes" };
        ChildRow.Set(typed, rows);
        var told = IntakeReading.Of(typed, friday);
        Assert.Empty(told.Amiss);
        var json = new ArrayBufferWriter<byte>();
        DecisionJson.Write(json, RuleBook.Standard.Decide(told.SoFar.Concern));
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
