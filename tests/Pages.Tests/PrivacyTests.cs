using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>What somebody enters stands in the page alone: in no address, title, history, cookie, storage, console.</summary>
public sealed class PrivacyTests(Browser browser)
{
    private const string Word = "kingfisher";
    private static readonly string[] everyName = [.. Questions.All.Select(q => q.Name), .. Forms.All.Select(f => f.Name),
        .. ChildFacts.RoleNames.Select(name => $"={name}"), "yes", "not-known", "=no", "state="];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_check_leaves_no_trace_of_what_is_entered(bool javaScript)
    {
        await using var visit = await browser.Open(javaScript: javaScript);
        var traces = new Traces(visit);
        var walk = new Walk(visit, _ => traces.Look());
        await WithWords.Check(walk, Word);
        Assert.Empty(traces.Of([Word]));
        Assert.Empty(traces.Of(everyName));
        Assert.Empty(traces.OfKind("cookie", "storage", "file", "name of the window", "state of history"));
        Assert.All(traces.OfKind("address", "history"), address => Assert.DoesNotContain('?', address));
        Assert.Contains(traces.All, trace => trace.StartsWith("address: POST ", StringComparison.Ordinal));
        Assert.Contains(traces.All, trace =>
            trace.StartsWith("history: ", StringComparison.Ordinal) && trace.Contains("/check/decision", StringComparison.Ordinal));
        Assert.Contains("title: Error: Children – Lapwing", traces.All);
    }

    [Fact]
    public async Task Trying_and_searching_leave_no_trace_of_what_is_entered()
    {
        await using var visit = await browser.Open();
        var traces = new Traces(visit);
        var walk = new Walk(visit, _ => traces.Look());
        await WithWords.Try(walk, Word);
        await WithWords.Search(walk, Word);
        Assert.Empty(traces.Of([Word]));
        Assert.Empty(traces.OfKind("cookie", "storage", "file", "name of the window", "state of history"));
        Assert.Contains("title: Error: Try it – Lapwing", traces.All);
    }

    // Whoever follows such a link has the word in the address already; the page takes nothing from it and passes nothing on.
    [Fact]
    public async Task What_an_address_brings_is_neither_shown_nor_passed_on()
    {
        await using var visit = await browser.Open();
        foreach (var address in new[] { "/", "/check/1", "/check/start-again", "/try", "/try/2", "/help-now", "/help-now/paper", "/manual",
            "/manual/search", "/directory" })
        {
            var traces = new Traces(visit);
            await visit.Go($"{address}?forms={Word}&aware-time={Word}&words={Word}&state={Word}#{Word}");
            Assert.DoesNotContain(Word, await visit.Page.TitleAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Word, await visit.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(traces.OfKind("referrer"), referrer => referrer.Contains(Word, StringComparison.Ordinal));
            Assert.All(traces.Of([Word]), trace => Assert.Contains($"{address}?forms=", trace, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("history.replaceState({}, '', '/planted/sound?age=King%66isher')", "address")]
    [InlineData("new Promise(done => { const image = new Image(); image.onload = done; image.src = '/planted/square.svg?kingfisher'; })", "address")]
    [InlineData("document.title = 'kingfisher'", "title")]
    [InlineData("localStorage.setItem('a', 'kingfisher')", "storage")]
    [InlineData("sessionStorage.setItem('kingfisher', 'a')", "storage")]
    [InlineData("indexedDB.open('kingfisher')", "storage")]
    [InlineData("caches.open('kingfisher')", "storage")]
    [InlineData("document.cookie = 'a=kingfisher'", "cookie")]
    [InlineData("console.log('kingfisher')", "console")]
    [InlineData("window.name = 'kingfisher'", "name of the window")]
    [InlineData("history.replaceState({ a: 'kingfisher' }, '')", "state of history")]
    public async Task Planted_a_trace_is_found_wherever_it_is_left(string leave, string where)
    {
        await using var visit = await browser.Open();
        var traces = new Traces(visit);
        await visit.Go("/planted/sound");
        await traces.Look();
        Assert.Empty(traces.Of([Word]));
        await visit.Page.EvaluateAsync($"async () => {{ const left = {leave}; if (left instanceof IDBRequest) await new Promise(done => "
            + "left.onsuccess = done); else await left; }");
        await traces.Look();
        Assert.Contains(traces.Of([Word]), trace => trace.StartsWith(where + ":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Planted_an_answer_in_an_address_is_found()
    {
        await using var visit = await browser.Open();
        var traces = new Traces(visit);
        await visit.Go("/check/1?adult-involved=no");
        Assert.NotEmpty(traces.Of(everyName));
    }
}
