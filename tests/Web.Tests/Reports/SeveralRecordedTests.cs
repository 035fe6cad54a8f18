using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lapwing.Casework.Stories;
using Lapwing.Web.Tests.Cases;
using Xunit;

namespace Lapwing.Web.Tests.Reports;

/// <summary>Several children who are reported together are one group of the case, which keeps how many they are and how old the youngest is.</summary>
public sealed class SeveralRecordedTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-several-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_report_keeps_how_many_they_are_and_a_change_of_facts_asks_the_age_of_the_youngest_alone()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        await forms.Get("/work");
        await forms.Send("/reports", [], "form[action='/reports']");
        await Go(forms, "continue", ("immediate-danger", "no"), ("self-harm", "no"), ("aware", "today"));
        await Go(forms, "continue", ("forms", "youth-produced-imagery"));
        while (forms.Page.QuerySelector("input[name=children]") is null) await Go(forms, "continue", AllNo(forms));
        await Go(forms, "several");
        await Go(forms, "several");
        Assert.Null(forms.Page.QuerySelector("[name=child-2-part]"));
        await Go(forms, "continue", ("child-1-count", "14"), ("child-1-age", "12"), ("child-1-part", "received"));
        while (forms.Page.QuerySelector("button[value=decide]") is null) await Go(forms, "continue", AllNo(forms));
        Assert.Contains("14 children, the youngest 12: were sent it", forms.Words, StringComparison.Ordinal);
        await Go(forms, "decide");

        var identity = forms.Page.QuerySelector(".app-names")!.TextContent;
        Assert.Equal("14 children, the youngest 12", Plain(identity));
        var at = forms.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).First(to => to.EndsWith("/history", StringComparison.Ordinal));
        at = at[..^"/history".Length];
        await forms.Get($"{at}/history");
        Assert.Contains("14 children recorded in the case", Plain(forms.Words), StringComparison.Ordinal);
        await forms.Get($"{at}/report");
        Assert.Contains("14 children, the youngest 12: was sent it", Plain(forms.Words), StringComparison.Ordinal);
        await forms.Get($"{at}/people");
        Assert.Contains("14 children, the youngest 12", Plain(forms.Words), StringComparison.Ordinal);

        await forms.Get($"{at}/decision");
        await forms.Send($"/reports/changed/{at["/work/".Length..]}", [], "form[action^='/reports/changed']");
        await Go(forms, "change-5");
        Assert.Contains("Group 1: 14 children", Plain(forms.Words), StringComparison.Ordinal);
        Assert.Equal("hidden", forms.Page.QuerySelector("[name=child-1-count]")!.GetAttribute("type"));
        await Go(forms, "continue", ("child-1-age", "11"));
        Assert.Contains("14 children, the youngest 11: were sent it", forms.Words, StringComparison.Ordinal);
        await Go(forms, "decide", ("why", "One of them is 11"));
        Assert.Equal("14 children, the youngest 11", Plain(forms.Page.QuerySelector(".app-names")!.TextContent));
    }

    private static (string, string)[] AllNo(CaseForms forms) =>
        [.. forms.Page.QuerySelectorAll("input[type=radio][value=no]").Select(radio => (radio.GetAttribute("name")!, "no"))];

    private static async Task Go(CaseForms forms, string go, params (string Field, string Value)[] fields) =>
        await forms.Send(((IHtmlFormElement)forms.Page.QuerySelector("form#check")!).GetAttribute("action")!,
            fields.Append(("go", go)).ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal), "form#check");

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Trim();
}
