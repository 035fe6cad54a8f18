using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>Goes through the intake as a browser without script would: it posts the forms that it is shown, whole, and follows where it is sent.</summary>
internal sealed class Checker(HttpClient http)
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly HtmlParser parser = new();

    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = parser.ParseDocument("");

    /// <summary>Its address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The addresses of all pages that were shown.</summary>
    public List<string> Visited { get; } = [];

    /// <summary>The heading.</summary>
    public string Heading => Page.QuerySelector("h1")!.TextContent.Trim();

    /// <summary>The form of the page.</summary>
    public IHtmlFormElement Form => (IHtmlFormElement)Page.QuerySelector("form#check")!;

    public async Task Get(string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
        await Show(response);
    }

    /// <summary>Presses a button that sends a form: by what it says.</summary>
    public async Task Press(string words)
    {
        var button = Page.QuerySelectorAll<IHtmlButtonElement>("button[type=submit]").Last(b => Words(b).StartsWith(words, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Post, button.GetAttribute("formaction") ?? button.Form!.GetAttribute("action"));
        request.Content = new FormUrlEncodedContent(Fields(button));
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await http.SendAsync(request, stop);
        await Show(response);
    }

    /// <summary>Answers the page from a concern and continues. What the page does not ask is not told.</summary>
    public async Task Answer(Concern concern, Func<DateOnly> today)
    {
        foreach (var radio in Page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]"))
            radio.IsChecked = radio.Value == AnswerTo(radio.Name!, concern, today());
        foreach (var form in Page.QuerySelectorAll<IHtmlInputElement>("input[name=forms]"))
            form.IsChecked = concern.Facts[Forms.All.Single(f => f.Name == form.Value)] == Casework.Logic.Answer.Yes;
        Day("aware", concern.AwareOn);
        if (concern.ArrestedOn is { } arrested) Day("arrested", arrested);
        if (Page.QuerySelector("input[name=children]") is not null) await Children(concern.Children);
        await Press("Continue");
    }

    /// <summary>Goes from the start to the decision, on the long way where the early end leaves a question.</summary>
    public async Task ToTheDecision(Concern concern, Func<DateOnly> today, bool isLong = true)
    {
        await Get("/check/1");
        while (Address != "/check/decision")
        {
            Assert.True(Visited.Count < 30, $"going round: {string.Join(' ', Visited)}");
            if (Address == "/check/call-now") await Press("I have called");
            else if (Address != "/check/11") await Answer(concern, today);
            else await Press(isLong && Page.QuerySelector("button[value=more]") is not null ? "Answer" : "See");
        }
    }

    private async Task Children(IReadOnlyList<Child> children)
    {
        for (var i = 2; i <= children.Count; i++) await Press("Add another child");
        for (var i = 1; i <= children.Count; i++)
        {
            var child = children[i - 1];
            foreach (var part in Page.QuerySelectorAll<IHtmlInputElement>($"input[name=child-{i}-part]"))
                part.IsChecked = child.Roles.HasFlag((Involvement)(1 << ChildFacts.RoleNames.ToList().IndexOf(part.Value)));
            Type($"child-{i}-age", child.Age?.ToString(CultureInfo.InvariantCulture) ?? "");
        }
    }

    /// <summary>Types into a field.</summary>
    public void Type(string field, string text) => ((IHtmlInputElement)Page.QuerySelector($"input[name={field}]")!).Value = text;

    /// <summary>Chooses a radio button.</summary>
    public void Choose(string field, string value)
    {
        foreach (var radio in Page.QuerySelectorAll<IHtmlInputElement>($"input[name={field}]")) radio.IsChecked = radio.Value == value;
    }

    private void Day(string field, DateOnly day)
    {
        if (Page.QuerySelector($"input[name={field}-day]") is null) return;
        Type($"{field}-day", day.Day.ToString(CultureInfo.InvariantCulture));
        Type($"{field}-month", day.Month.ToString(CultureInfo.InvariantCulture));
        Type($"{field}-year", day.Year.ToString(CultureInfo.InvariantCulture));
    }

    private static string AnswerTo(string name, Concern concern, DateOnly today)
    {
        if (name == "aware") return concern.AwareOn == today ? "today" : concern.AwareOn == today.AddDays(-1) ? "yesterday" : "earlier";
        return concern.Facts[Questions.All.Single(q => q.Name == name)] switch
        {
            Casework.Logic.Answer.Yes => "yes",
            Casework.Logic.Answer.No =>
            "no",
            _ => "not-known"
        };
    }

    // What a browser sends: every named control of the form that has a value to send, and the button that was pressed.
    private IEnumerable<KeyValuePair<string, string>> Fields(IHtmlButtonElement button)
    {
        foreach (var control in Page.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var (form, name) = (control is IHtmlInputElement i ? i.Form : control is IHtmlSelectElement s ? s.Form
                : ((IHtmlTextAreaElement)control).Form, control.GetAttribute("name")!);
            if (form != button.Form) continue;
            if (control is IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }) continue;
            yield return new(name, control is IHtmlInputElement input ? input.Value : control is IHtmlSelectElement select ? select.Value!
                : ((IHtmlTextAreaElement)control).Value);
        }

        if (button.Name is { Length: > 0 } pressed) yield return new(pressed, button.Value);
    }

    private async Task Show(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} from {response.RequestMessage!.RequestUri}");
        Page = parser.ParseDocument(await response.Content.ReadAsStringAsync(stop));
        Address = response.RequestMessage!.RequestUri!.AbsolutePath;
        if (Visited.LastOrDefault() != Address) Visited.Add(Address);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
