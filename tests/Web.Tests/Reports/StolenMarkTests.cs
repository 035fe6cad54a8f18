using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;
using Lapwing.Web.Tests.SignIn;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Lapwing.Web.Tests.Reports;

/// <summary>
/// Whoever copies the mark of a page can send words in its author's name: one copy, beside what the author kept and never over it, which the author is shown
/// as what it is. They read nothing by it, and cannot fill anybody's work.
/// </summary>
public sealed class StolenMarkTests : IAsyncLifetime
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly Viewer teacher = SignedInSite.Of(DemonstrationPeople.Teacher), colleague = SignedInSite.Of(DemonstrationPeople.Colleague);
    private static readonly Guid report = Guid.ParseExact("0123456789abcdef0123456789abcdef", "N");
    private static readonly string page = $"/reports/{report:N}/3";
    private SignedInSite site = null!;
    private string form = "", mark = "";

    private DraftStore Drafts => new(site.Cases.Ledger, site.Clock);

    public async ValueTask InitializeAsync()
    {
        site = await SignedInSite.Start();
        form = await site.FormOf(DemonstrationPeople.Teacher);
        mark = site.Keeping.Marks.Mark(teacher, form);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_is_sent_without_a_session_lies_beside_what_the_author_kept_and_never_over_it()
    {
        await Keep(teacher.Account, ("story", "As she told it"));
        Assert.Equal(Sent.Kept, await Keep(null, ("story", "As somebody else would have it")));
        Assert.Equal("As she told it", Story());
        var late = site.Keeping.Late(teacher, form)!;
        Assert.Equal((false, ("What happened?", "As somebody else would have it")), (late.IsInTheForm, Assert.Single(late.Words)));
        await Keep(teacher.Account, ("story", "As she told it, and more"));      // with her session she saves freely
        Assert.Equal("As she told it, and more", Story());
        Assert.Equal(2, site.Keeping.Of(teacher).Count);
        Assert.Empty(site.Keeping.Of(colleague));
    }

    [Fact]
    public async Task With_the_session_of_somebody_else_it_is_the_same()
    {
        await Keep(teacher.Account, ("story", "As she told it"));
        Assert.Equal(Sent.Kept, await Keep(colleague.Account, ("story", "As somebody else would have it")));
        Assert.Equal("As she told it", Story());
        Assert.Empty(site.Keeping.Of(colleague));
    }

    [Fact]
    public async Task One_copy_is_kept_however_often_it_is_sent_and_no_word_of_it_is_lost_by_another()
    {
        Assert.Equal(Sent.Kept, await Keep(null, ("story", "She said so.")));
        for (var i = 0; i < 50; i++) Assert.Equal(Sent.NotKept, await Keep(null, ("story", $"Flood {i}")));
        Assert.Equal(Sent.NotKept, await Keep(null, ("own-words", "Another field alone")));
        Assert.Equal("She said so.", Story());
        Assert.Single(site.Keeping.Of(teacher));
        // as who goes back, writes on and sends again
        Assert.Equal(Sent.Kept, await Keep(null, ("story", "She said so. Then she left."), ("act", "another")));
        Assert.Equal("She said so. Then she left.", Story());
        Assert.Single(site.Keeping.Of(teacher));
    }

    [Fact]
    public async Task A_mark_is_of_one_form_and_nothing_is_kept_at_another_by_it()
    {
        var other = form[..^"11".Length] + "12";
        await Keep(null, ("story", "She said so"));
        Assert.Null(site.Keeping.Find(teacher, other));
        Assert.Null(site.Keeping.Late(teacher, other));
    }

    [Fact]
    public async Task A_page_of_a_report_that_comes_in_without_a_session_changes_no_answer_until_its_author_says_so()
    {
        await SaveReport();
        mark = site.Keeping.Marks.Mark(teacher, page);
        Assert.Equal(Sent.Kept, await Keep(null, ("page", "3"), ("go", "decide"), ("adult-involved", "no")));
        Assert.Equal("yes", Answer());
        var late = site.Keeping.Late(teacher, page)!;
        Assert.Equal((false, "No"), (late.IsInTheForm, Assert.Single(late.Words).Answer));
        Assert.Contains(site.Keeping.Of(teacher), one => one is { Words: "Page of a report", IsLate: true });
        Assert.Null(await site.Keeping.Exchange(colleague, late.Id, Shown(page)));
        Assert.Equal(page, (await site.Keeping.Exchange(teacher, late.Id, Shown(page, ("page", "3"), ("adult-involved", "yes"))))?.Path);
        Assert.Equal(("no", "Yes"), (Answer(), Assert.Single(site.Keeping.Late(teacher, page)!.Words).Answer));      // and back again
        Assert.True((await site.Keeping.Exchange(teacher, late.Id, Shown(page)))?.IsDone);
        Assert.Equal(("yes", null), (Answer(), site.Keeping.Late(teacher, page)));
        await Drafts.Remove(teacher.Account, report);
        Assert.Equal(Sent.NotKept, await Keep(null, ("page", "3"), ("adult-involved", "no")));      // recorded or given up meanwhile
    }

    [Fact]
    public async Task The_two_copies_of_a_form_change_places_and_either_can_be_thrown_away()
    {
        await Keep(teacher.Account, ("story", "The first"));
        await Keep(null, ("story", "The second"));
        var late = site.Keeping.Late(teacher, form)!;
        await site.Keeping.Exchange(teacher, late.Id, Shown(form, ("story", "The first, gone on with")));
        Assert.Equal(("The second", "The first, gone on with"), (Story(), Assert.Single(site.Keeping.Late(teacher, form)!.Words).Answer));
        Assert.True(await site.Keeping.GiveUp(teacher, late.Id));
        Assert.Equal(("The second", null), (Story(), site.Keeping.Late(teacher, form)));
    }

    [Theory]
    [InlineData("exchange"), InlineData("give-up")]
    public async Task A_page_that_was_shown_before_another_device_kept_more_changes_neither_copy_and_shows_both(string what)
    {
        await Keep(teacher.Account, ("story", "The first"));
        await Keep(null, ("story", "The second"));
        using var browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        var shown = await browser.GetStringAsync(new Uri(form, UriKind.Relative), stop);
        await Keep(teacher.Account, ("story", "The first, and what she said at noon"));
        var late = site.Keeping.Late(teacher, form)!;
        using var answer = await SignedInSite.Post(browser, $"/reports/{late.Id:N}/{what}", ("story", "On the old page"),
            (SignedInSite.Token, SignedInSite.TokenOf(shown)), (PageMarks.Field, SignedInSite.FieldOf(shown, PageMarks.Field)),
            (DraftKeeper.Copies, SignedInSite.FieldOf(shown, DraftKeeper.Copies)));
        Assert.Equal(("The first, and what she said at noon", "The second"), (Story(), Assert.Single(site.Keeping.Late(teacher, form)!.Words).Answer));
        var said = await answer.Content.ReadAsStringAsync(stop);
        Assert.All(["Other words were kept since that page was shown", "The first, and what she said at noon", "The second", "On the old page",
            $"href=\"{form}\""],
            words => Assert.Contains(words, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_else_is_kept_it_stands_in_the_form_which_says_that_it_was_sent_without_a_session()
    {
        await Keep(null, ("story", "She said so"));
        using var browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        var shown = await browser.GetStringAsync(new Uri(form, UriKind.Relative), stop);
        Assert.Contains("sent after the session had ended", shown, StringComparison.Ordinal);
        Assert.Contains(">She said so</textarea>", shown.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Sent after your session had ended, or from another window.",
            await browser.GetStringAsync(new Uri("/work", UriKind.Relative), stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_with_a_stolen_mark_is_answered_with_no_word_of_the_author()
    {
        await Keep(teacher.Account, ("story", "Kestrel Larch told it"));
        using var thief = site.Browser();
        foreach (var address in new[] { form, "/hide", "/names" })
        {
            using var answer = await SignedInSite.Post(thief, address, (PageMarks.Field, mark), ("story", "x"));
            Assert.DoesNotContain("Kestrel", await answer.Content.ReadAsStringAsync(stop) + answer.Headers, StringComparison.Ordinal);
        }
    }

    private Task<Sent> Keep(Guid? by, params IEnumerable<(string Field, string Value)> fields) =>
        site.Keeping.Keep(Form([.. fields, (PageMarks.Field, mark)]), by);

    private static FormCollection Form(params IEnumerable<(string Field, string Value)> fields) =>
        new(fields.ToDictionary(field => field.Field, field => new Microsoft.Extensions.Primitives.StringValues(field.Value), StringComparer.Ordinal));

    // As from a page that shows both copies as they are.
    private FormCollection Shown(string path, params IEnumerable<(string Field, string Value)> fields) =>
        Form([.. fields, (DraftKeeper.Copies, site.Keeping.Late(teacher, path)!.Version)]);

    private string Story() => Assert.Single(site.Keeping.Find(teacher, form)!.Value.Fields["story"]);

    private string? Answer() => Typed.Read(Kept.Read(Drafts.Find(teacher, report)!.Text).Fields)["adult-involved"];

    private Task SaveReport()
    {
        var typed = new Typed { ["kept"] = "report", ["forms"] = "grooming", ["adult-involved"] = "yes" };
        return Drafts.Save(teacher.Account, report, new Kept(page, typed.Write()).Write());
    }
}
