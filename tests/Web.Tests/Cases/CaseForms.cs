using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Storage;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>The pages of cases over a real port, as somebody of the demonstration without a script has them: forms are sent whole, as they are shown.</summary>
internal sealed class CaseForms : IAsyncDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DemonstrationCases told;
    private readonly WebApplication site;
    private readonly HttpClient http;
    private (string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) last;

    private CaseForms(DemonstrationCases told, WebApplication site) =>
        (this.told, this.site, http) = (told, site, new(new HttpClientHandler { AllowAutoRedirect = true }) { BaseAddress = new(site.Urls.Single()) });

    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Where it is.</summary>
    public string At { get; private set; } = "";

    /// <summary>How long it is.</summary>
    public int Bytes { get; private set; }

    /// <summary>What it says, without breaks.</summary>
    public string Words => string.Join(' ', Page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Starts the demonstration on a folder, with somebody signed in.</summary>
    public static async Task<CaseForms> As(Person person, string folder, DateTimeOffset now)
    {
        var cases = await DemonstrationCases.Open(folder, new FixedClock(now));
        var built = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue },
            new() { Clock = new FixedClock(now), IsDemonstration = true, Data = folder, Cases = cases });
        await built.StartAsync(stop);
        var forms = new CaseForms(cases, built);
        await forms.SignIn(person);
        return forms;
    }

    /// <summary>Goes on as somebody else.</summary>
    public async Task SignIn(Person person)
    {
        await Get("/sign-in");
        await Send("/sign-in", new() { ["account"] = person.Author.Account.ToString("N") }, "form");
    }

    /// <summary>Records behind the pages what was decided; nothing where it was refused.</summary>
    public async Task Records(Decided decided) => Assert.Equal(Appended.Done, await DemonstrationCases.Store(told.Ledger, TimeProvider.System)
        .Append(Assert.IsType<Allowed>(decided), stop));

    public async Task Get(string address) => await Show(await http.GetAsync(new Uri(address, UriKind.Relative), stop));

    /// <summary>Opens a page that may not be there for them; false where it is not.</summary>
    public async Task<bool> Finds(string address)
    {
        var answer = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
        if (answer.StatusCode == HttpStatusCode.NotFound) return false;
        await Show(answer);
        return true;
    }

    /// <summary>Sends again what was sent last, as a second click does.</summary>
    public Task SendAgain() => Send(last);

    /// <summary>What was sent last: to be sent again after something else, as from a page that was gone back to.</summary>
    public (string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) Last => last;

    /// <summary>Sends what was sent before.</summary>
    public async Task Send((string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) before)
    {
        using var content = new FormUrlEncodedContent(before.Fields);
        await Show(await http.PostAsync(new Uri(before.Address, UriKind.Relative), content, stop));
    }

    /// <summary>
    /// Sends a form of the page as it is filled in, with these fields instead of what stands in them; or with these and its hidden ones alone.
    /// </summary>
    public async Task Send(string address, Dictionary<string, string> fields, string form = "form#form", bool whole = false)
    {
        var shown = (IHtmlFormElement)Page.QuerySelector(form)!;
        var inputs = shown.QuerySelectorAll<IHtmlInputElement>(whole ? "input[type=hidden]" : "input")
            .Where(input => input.Name is not null && !fields.ContainsKey(input.Name) && (input.Type is not ("checkbox" or "radio") || input.IsChecked));
        last = (address, [.. inputs.Select(input => KeyValuePair.Create(input.Name!, input.Value)), .. fields]);
        using var content = new FormUrlEncodedContent(last.Fields);
        await Show(await http.PostAsync(new Uri(address, UriKind.Relative), content, stop));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
        await told.DisposeAsync();
    }

    private async Task Show(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var html = await response.Content.ReadAsByteArrayAsync(stop);
            At = response.RequestMessage!.RequestUri!.AbsolutePath;
            (Page, Bytes) = (new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(html)), html.Length);
        }
    }
}
