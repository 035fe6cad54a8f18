using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web.Drafts;
using Lapwing.Web.Tests.SignIn;
using Xunit;

namespace Lapwing.Web.Tests.Reports;

/// <summary>
/// What somebody types in a form and does not record is kept for them alone: while they type, and when they leave. Nothing of it comes after what they
/// recorded.
/// </summary>
public sealed class TypedTests : IAsyncLifetime
{
    private const string Keep = "/work/keep", Page = "0123456789abcdef0123456789abcdef";
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly Viewer teacher = SignedInSite.Of(DemonstrationPeople.Teacher), colleague = SignedInSite.Of(DemonstrationPeople.Colleague);
    private SignedInSite site = null!;
    private HttpClient browser = null!;
    private string form = "";

    public async ValueTask InitializeAsync()
    {
        site = await SignedInSite.Start();
        browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        form = await site.FormOf(DemonstrationPeople.Teacher);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task It_is_kept_while_they_type_sealed_for_them_alone_and_offered_again()
    {
        var fields = await Fields(form);
        using (var answer = await Post(Keep, fields, ("story", "Kestrel said so"), (PageTurns.Field, $"{Page}.1")))
            Assert.Equal((HttpStatusCode.OK, "Kept 4:40pm, not recorded"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(stop)));
        Assert.Equal("Kestrel said so", Assert.Single(site.Keeping.Find(teacher, form)!.Value.Fields["story"]));
        Assert.Null(site.Keeping.Find(colleague, form));
        var page = Parsed(await browser.GetStringAsync(new Uri(form, UriKind.Relative), stop));
        Assert.Contains("You had typed this at 4:40pm and not recorded it.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kestrel said so", page.QuerySelector<IHtmlTextAreaElement>("[name=story]")!.Value);
        await site.Restart(() => Assert.All(Directory.EnumerateFiles(site.Data, "*", SearchOption.AllDirectories), file =>
            Assert.DoesNotContain("Kestrel", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_deleted_from_its_page_is_gone_and_the_form_stands_empty()
    {
        (await Post(Keep, await Fields(form), ("story", "She said so"))).Dispose();
        var again = await Fields(form);
        var (draft, _, _) = site.Keeping.Find(teacher, form)!.Value;
        using (var answer = await Post($"/reports/{draft:N}/give-up", again)) Assert.Equal(form, answer.Headers.Location?.ToString());
        Assert.Null(site.Keeping.Find(teacher, form));
    }

    [Fact]
    public async Task What_is_taken_out_again_is_kept_no_longer()
    {
        var fields = await Fields(form);
        (await Post(Keep, fields, ("story", "She said so"), (PageTurns.Field, $"{Page}.1"))).Dispose();
        using (var answer = await Post(Keep, fields, ("story", ""), (PageTurns.Field, $"{Page}.2"))) Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Null(site.Keeping.Find(teacher, form));
    }

    // The words were under way when the form was recorded: they come in whole only afterwards.
    [Fact]
    public async Task What_comes_in_after_the_form_was_recorded_is_not_kept()
    {
        var fields = await Fields(form);
        var (recorded, half) = (fields.Append(("story", "She said so")).ToList(), new TaskCompletionSource());
        var keeping = Slowly(Keep, fields.Append(("story", "She said")).Append((PageTurns.Field, $"{Page}.1")), half.Task);
        using (var answer = await Post(form, recorded, (PageTurns.Field, $"{Page}.2")))
            Assert.StartsWith(form.Split("/form")[0], Location(answer), StringComparison.Ordinal);
        half.SetResult();
        (await keeping.InTime(stop)).Dispose();
        Assert.Null(site.Keeping.Find(teacher, form));
        Assert.Empty(site.Keeping.Of(teacher));
        // who goes back and writes on has a form of its own
        (await Post(Keep, fields, ("story", "She said so, and more"), (PageTurns.Field, $"{Page}.3"))).Dispose();
        Assert.Single(site.Keeping.Of(teacher));
    }

    [Fact]
    public async Task Of_a_page_of_a_report_what_comes_in_after_a_later_word_changes_nothing()
    {
        var work = await browser.GetStringAsync(new Uri("/work", UriKind.Relative), stop);
        using var begun = await Post("/reports", [(SignedInSite.Token, SignedInSite.TokenOf(work))]);
        var report = Location(begun);
        var (fields, half) = (await Fields(report), new TaskCompletionSource());
        var keeping = Slowly(Keep, fields.Append(("immediate-danger", "no")).Append((PageTurns.Field, $"{Page}.1")), half.Task);
        (await Post(report, fields, ("go", "later"), ("immediate-danger", "yes"), (PageTurns.Field, $"{Page}.2"))).Dispose();
        half.SetResult();
        (await keeping.InTime(stop)).Dispose();
        Assert.Equal("yes", Danger(report));
        (await Post(Keep, fields, ("immediate-danger", "not-known"), (PageTurns.Field, $"{Page}.3"))).Dispose();
        Assert.Equal("not-known", Danger(report));
    }

    // The session at this browser became somebody else's in another window.
    [Fact]
    public async Task With_the_session_of_somebody_else_it_goes_to_whoever_typed_it_and_stands_beside()
    {
        var fields = await Fields(form);
        await site.SignIn(browser, DemonstrationPeople.Colleague);
        using (var answer = await Post(Keep, fields, ("story", "She said so"))) Assert.Equal("/sign-in?kept=1", Location(answer));
        Assert.Empty(site.Keeping.Of(colleague));
        Assert.NotNull(site.Keeping.Late(teacher, form));
    }

    [Fact]
    public async Task A_copy_sent_without_a_session_goes_with_what_was_recorded_if_that_holds_its_words_and_stays_else()
    {
        foreach (var (late, isGone) in new[] { ("She said", true), ("Something else", false) })
        {
            var fields = await Fields(form);
            using var stranger = site.Browser();
            (await SignedInSite.Post(stranger, Keep, fields.Append(("story", late)))).Dispose();
            (await Post(Keep, fields, ("story", "She said so"))).Dispose();
            (await Post(form, fields, ("story", "She said so"))).Dispose();
            Assert.Equal(isGone, site.Keeping.Late(teacher, form) is null);
        }
    }

    [Fact]
    public async Task Words_that_are_too_many_to_be_recorded_are_kept_whole()
    {
        var words = string.Concat(Enumerable.Repeat("she said ", 12_000));
        using (var answer = await Post(Keep, await Fields(form), ("story", words))) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(words.Trim(), Assert.Single(site.Keeping.Find(teacher, form)!.Value.Fields["story"]).Trim());
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said()
    {
        var fields = await Fields(form);
        await site.Break("CREATE TRIGGER full BEFORE INSERT ON drafts BEGIN SELECT RAISE(ABORT, 'full'); END");
        using (var answer = await Post(Keep, fields, ("story", "She said so"))) Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using (var answer = await Post(Keep, fields, ("story", "She said so"), (PageTurns.Leave, "/work"))) Assert.Equal("/not-kept", Location(answer));
    }

    [Theory]
    [InlineData("/work/{id}/people", "/work/{id}/people")]
    [InlineData("/work/{id}/form/1?n=2", "/work/{id}/form/1?n=2")]
    [InlineData("/manual/statement/S2.1.8", "/manual/statement/S2.1.8")]
    [InlineData("https://example.org/", "/work")]
    [InlineData("//example.org", "/work")]
    [InlineData("/\\example.org", "/work")]
    [InlineData("/\t/example.org", "/work")]
    [InlineData("/work//example.org", "/work")]
    [InlineData("/%2F/example.org", "/work")]
    [InlineData("javascript:alert(1)", "/work")]
    [InlineData("/work\r\nSet-Cookie: a=b", "/work")]
    public async Task Without_a_script_a_tab_keeps_what_was_typed_and_leads_to_a_page_of_ours_and_nowhere_else(string leave, string to)
    {
        string Here(string address) => address.Replace("{id}", form.Split('/')[2], StringComparison.Ordinal);
        using (var answer = await Post(Keep, await Fields(form), ("story", "She said so"), (PageTurns.Leave, Here(leave))))
            Assert.Equal((HttpStatusCode.Found, Here(to)), (answer.StatusCode, Location(answer)));
        Assert.Equal("She said so", Assert.Single(site.Keeping.Find(teacher, form)!.Value.Fields["story"]));
    }

    // A page of the open side says nobody's name, and its script may send nothing.
    [Fact]
    public async Task On_the_open_side_nothing_can_be_kept()
    {
        foreach (var (address, isKept) in new[]
        {
            (form, true), ("/work", true), ("/", false), ("/check/1", false), ("/check/4", false), ("/try", false), ("/help-now", false), ("/directory", false),
            ("/manual/search", false), ("/sign-in", false),
        })
        {
            using var page = await browser.GetAsync(new Uri(address, UriKind.Relative), stop);
            Assert.Equal(isKept, page.Headers.GetValues("Content-Security-Policy").Single().Contains("connect-src 'self'", StringComparison.Ordinal));
            var text = await page.Content.ReadAsStringAsync(stop);
            Assert.Equal(address == form, text.Contains($"name=\"{PageMarks.Field}\"", StringComparison.Ordinal));
        }
    }

    private string? Danger(string report) =>
        Web.Check.Typed.Read(Kept.Read(site.Drafts.Find(teacher, Guid.ParseExact(report.Split('/')[2], "N"))!.Text).Fields)["immediate-danger"];

    private static string Location(HttpResponseMessage answer) => answer.Headers.Location?.ToString() ?? "";

    private static IHtmlDocument Parsed(string page) => new HtmlParser().ParseDocument(page);

    // What the form of a page sends besides what is typed.
    private async Task<IReadOnlyList<(string Field, string Value)>> Fields(string address)
    {
        var page = Parsed(await browser.GetStringAsync(new Uri(address, UriKind.Relative), stop));
        return [.. page.QuerySelectorAll<IHtmlInputElement>("main form input").Where(input => input.Name is not null && input.Type is "hidden" or "text")
            .Where(input => input.Form!.QuerySelector($"[name={PageMarks.Field}]") is not null).Select(input => (input.Name!, input.Value))];
    }

    private Task<HttpResponseMessage> Post(string address, IEnumerable<(string Field, string Value)> fields,
        params IEnumerable<(string Field, string Value)> typed) => SignedInSite.Post(browser, address, fields.Concat(typed));

    private Task<HttpResponseMessage> Slowly(string address, IEnumerable<(string Field, string Value)> fields, Task half)
    {
        var content = new HalfWay(string.Join('&', fields.Select(field => $"{field.Field}={Uri.EscapeDataString(field.Value)}")), half);
        return browser.PostAsync(new Uri(address, UriKind.Relative), content, stop);
    }

    /// <summary>A form of which the second half comes later.</summary>
    private sealed class HalfWay : HttpContent
    {
        private readonly byte[] all;
        private readonly Task half;

        public HalfWay(string text, Task half)
        {
            (all, this.half) = (Encoding.UTF8.GetBytes(text), half);
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(all.AsMemory(0, all.Length / 2), stop);
            await stream.FlushAsync(stop);
            await half;
            await stream.WriteAsync(all.AsMemory(all.Length / 2), stop);
        }

        protected override bool TryComputeLength(out long length) => (length = all.Length) > 0;
    }
}
