using System.Net;
using System.Text;
using Lapwing.Casework.Stories;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;
using Xunit;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>Hiding a page ends the session and shows a page that says nothing, whatever else fails; then what the page held is kept, if it can be.</summary>
public sealed class HidingTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DROP TABLE drafts")]
    [InlineData("DROP TABLE sessions")]
    [InlineData("DROP TABLE drafts; DROP TABLE sessions; DROP TABLE access_log")]
    [InlineData("CREATE TRIGGER full BEFORE DELETE ON sessions BEGIN SELECT RAISE(ABORT, 'full'); END")]
    [InlineData("CREATE TRIGGER full BEFORE INSERT ON drafts BEGIN SELECT RAISE(ABORT, 'full'); END")]
    public async Task The_database_does_not_stop_it(string fault)
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var cookie = SignedInSite.ValueOf((await site.SignIn(browser, DemonstrationPeople.Teacher)).Cookie);
        var mark = site.Keeping.Marks.Mark(SignedInSite.Of(DemonstrationPeople.Teacher), await site.FormOf(DemonstrationPeople.Teacher));
        await site.Break(fault);
        using var answer = await SignedInSite.Post(browser, "/hide", (PageMarks.Field, mark), ("story", "She said so"));
        IsHidden(answer);
        using var thief = site.With(cookie);
        Assert.NotEqual("200", await SignedInSite.LedTo(thief, "/work"));
        Assert.Equal("200", await SignedInSite.LedTo(browser, "/blank"));
    }

    // Whoever was shut out of a case since they typed is not told by their list that there is one.
    [Fact]
    public async Task Words_typed_in_a_case_that_somebody_does_not_see_stand_in_no_list()
    {
        await using var site = await SignedInSite.Start();
        var own = await site.FormOf(DemonstrationPeople.Officer);
        var others = await site.FormOf(DemonstrationPeople.Teacher, unseenBy: DemonstrationPeople.Officer);
        foreach (var (form, shown) in new[] { (others, false), (own, true) })
        {
            using var browser = site.Browser();
            await site.SignIn(browser, DemonstrationPeople.Officer);
            var mark = site.Keeping.Marks.Mark(SignedInSite.Of(DemonstrationPeople.Officer), form);
            (await SignedInSite.Post(browser, "/hide", (PageMarks.Field, mark), ("story", "She said so"))).Dispose();
            await site.SignIn(browser, DemonstrationPeople.Officer);
            var work = await browser.GetStringAsync(new Uri("/work", UriKind.Relative), stop);
            Assert.Equal(shown, work.Contains("Unfinished form", StringComparison.Ordinal));
            Assert.Equal(shown, work.Contains(form, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_change_of_facts_in_a_case_that_somebody_does_not_see_stands_in_no_list()
    {
        await using var site = await SignedInSite.Start();
        var account = DemonstrationPeople.Officer.Author.Account;
        var own = await site.FormOf(DemonstrationPeople.Officer);
        var others = await site.FormOf(DemonstrationPeople.Teacher, unseenBy: DemonstrationPeople.Officer);
        foreach (var (form, shown) in new[] { (others, false), (own, true) })
        {
            var typed = Typed.Read($"kept=change&change-in={form.Split('/')[2]}&forms=grooming&immediate-danger=no");
            await site.Drafts.Save(account, Story.IdOf(form), new Kept($"/reports/{Story.IdOf(form):N}/3", typed.Write()).Write());
            using var browser = site.Browser();
            await site.SignIn(browser, DemonstrationPeople.Officer);
            var work = await browser.GetStringAsync(new Uri("/work", UriKind.Relative), stop);
            Assert.Equal(shown, work.Contains("Unfinished change of the facts", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Words_that_cannot_be_read_do_not_stop_it()
    {
        await using var site = await SignedInSite.Start();
        var many = string.Join('&', Enumerable.Range(0, 5000).Select(i => $"x{i}=y"));
        foreach (var (type, body) in new (string?, string)[]
        {
            (null, "story=x"), ("", "story=x"), ("text/plain", "story=x"), ("application/json", "{}"), ("multipart/form-data; boundary=x", "--x--"),
                ("nonsense", "story=x"),
            ("multipart/form-data", "no boundary"), ("application/x-www-form-urlencoded; charset=utf-99", "story=x"),
            ("application/x-www-form-urlencoded; charset=utf-7", "story=x"),
            ("application/x-www-form-urlencoded", "%%%=%zz&&&==&x[=1"), ("application/x-www-form-urlencoded", many),
            ("application/x-www-form-urlencoded", new('x', 400_000)),
        })
        {
            using var browser = site.Browser();
            var cookie = SignedInSite.ValueOf((await site.SignIn(browser, DemonstrationPeople.Teacher)).Cookie);
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await browser.PostAsync(new Uri("/hide", UriKind.Relative), content, stop);
            IsHidden(answer);
            using var thief = site.With(cookie);
            Assert.Equal("/sign-in", await SignedInSite.LedTo(thief, "/work"));
        }
    }

    [Theory]
    [InlineData("/hide")]
    [InlineData("/hide/")]
    [InlineData("/HIDE")]
    [InlineData("/hide?x[=1")]
    public async Task Neither_a_limit_nor_an_odd_address_nor_a_missing_token_stops_it(string address)
    {
        await using var site = await SignedInSite.Start(requestsPerMinute: 4);
        using var browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        for (var i = 0; i < 5; i++) await SignedInSite.LedTo(browser, "/work");
        Assert.Equal("429", await SignedInSite.LedTo(browser, "/work"));
        using var answer = await SignedInSite.Post(browser, address);
        IsHidden(answer);
    }

    [Fact]
    public async Task The_words_are_kept_with_the_session_that_ended_and_are_there_for_whoever_signs_in_next_if_they_are_theirs()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        var (form, teacher) = (await site.FormOf(DemonstrationPeople.Teacher), SignedInSite.Of(DemonstrationPeople.Teacher));
        foreach (var words in new[] { "She said so", "And then she left" })      // each in the place of the one before: it is hers
        {
            var mark = site.Keeping.Marks.Mark(teacher, form);
            using var answer = await SignedInSite.Post(browser, "/hide", (PageMarks.Field, mark), ("story", words));
            IsHidden(answer);
            await site.SignIn(browser, DemonstrationPeople.Teacher);
            Assert.Equal(words, Assert.Single(site.Keeping.Find(teacher, form)!.Value.Fields["story"]));
            Assert.Null(site.Keeping.Late(teacher, form));
        }
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_reading_the_address()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        Assert.Equal(("/blank", "200"), (await SignedInSite.LedTo(browser, "/hide"), await SignedInSite.LedTo(browser, "/work")));
    }

    private static void IsHidden(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.Found, "/blank"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("lapwing-session=;", StringComparison.Ordinal));
        Assert.Contains("expires=Thu, 01 Jan 1970", session, StringComparison.Ordinal);
        Assert.Equal("\"cache\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
