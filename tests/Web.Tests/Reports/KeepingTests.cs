using Lapwing.Casework.Access;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Lapwing.Web.Tests.Reports;

/// <summary>What is kept of what was not recorded, for whom, and for how long.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private const string Form = "/work/0123456789abcdef0123456789abcdef/form/11", Report = "/reports/0123456789abcdef0123456789abcdef/3";
    private static readonly Guid report = Guid.ParseExact("0123456789abcdef0123456789abcdef", "N");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-keeping-");
    private readonly FixedClock clock = new(new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
    private readonly EphemeralDataProtectionProvider protection = new();
    private readonly Viewer teacher = Of(DemonstrationPeople.Teacher), colleague = Of(DemonstrationPeople.Colleague);
    private DemonstrationCases cases = null!;
    private DraftStore drafts = null!;
    private DraftKeeper keeping = null!;

    public async ValueTask InitializeAsync()
    {
        cases = await DemonstrationCases.Open(folder.FullName, clock);
        drafts = new(cases.Ledger, clock);
        keeping = new(drafts, new(new PageState(protection, clock), RuleBook.Standard, clock), RuleBook.Standard, clock, new PageMarks(protection));
    }

    public async ValueTask DisposeAsync()
    {
        await cases.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static readonly string[] story = ["story", "own-words", "devices"];
    private static readonly string[] dateParts = ["day", "month", "year"];

    [Fact]
    public async Task A_form_is_kept_for_whomever_its_mark_names_and_for_nobody_without_one()
    {
        Assert.Equal(Web.Drafts.Sent.Kept, await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Form), ("story", "She said so"), ("causes", "one"),
            ("causes", "two"), ("act", report.ToString("N")), ("__RequestVerificationToken", "secret")), teacher.Account));
        var (_, fields, at) = keeping.Find(teacher, Form)!.Value;
        Assert.Equal(("She said so", clock.Now), (Assert.Single(fields["story"]), at));
        Assert.Equal(["one", "two"], fields["causes"]);
        Assert.Empty(fields["__RequestVerificationToken"]);
        Assert.Null(keeping.Find(colleague, Form));
        Assert.NotEqual(Web.Drafts.Sent.Kept, await keeping.Keep(Sent("no mark", ("story", "She said so")), teacher.Account));
        Assert.NotEqual(Web.Drafts.Sent.Kept, await keeping.Keep(Sent("", ("story", "She said so")), teacher.Account));
        Assert.Equal("Unfinished form 11", Assert.Single(keeping.Of(teacher)).Words);
        await keeping.Forget(teacher, Form, Guid.ParseExact("ffffffffffffffffffffffffffffffff", "N"));      // another form at the same address
        Assert.Single(keeping.Of(teacher));
        await keeping.Forget(teacher, Form, report);
        Assert.Empty(keeping.Of(teacher));
    }

    [Fact]
    public async Task A_copy_that_was_sent_without_a_session_reads_in_the_words_of_its_form()
    {
        var call = Form.Replace("/form/11", "/form/1?n=2", StringComparison.Ordinal);
        await keeping.Keep(Sent(keeping.Marks.Mark(teacher, call), ("to", "police"), ("by", "InPerson"), ("spoke-to", "PC 4411")), null);
        Assert.Equal([("How?", "In person"), ("Who took it?", "PC 4411"), ("Who was called?", "The police")],
            keeping.Late(teacher, call)!.Words.OrderBy(one => one.Question, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_form_in_which_nothing_was_typed_is_not_kept_and_of_an_image_only_its_place()
    {
        await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Form), ("story", " "), ("happened-day", "27"), ("act", "one"), ("seen", "3")), teacher.Account);
        Assert.Empty(keeping.Of(teacher));
        await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Form), ("story", $"So data:image/png;base64,{new string('A', 200)} it was")), teacher.Account);
        Assert.Equal("So [an image stood here and was not kept] it was", Assert.Single(keeping.Find(teacher, Form)!.Value.Fields["story"]));
    }

    [Fact]
    public async Task What_the_form_does_not_ask_is_not_kept_nor_its_name_and_an_image_over_several_fields_goes_from_each()
    {
        var image = Convert.ToBase64String([0xFF, 0xD8, 0xFF, 0xE0, .. System.Security.Cryptography.SHA512.HashData([1]),
            .. System.Security.Cryptography.SHA512.HashData([2]), .. System.Security.Cryptography.SHA512.HashData([3]),
            .. System.Security.Cryptography.SHA512.HashData([4])]);
        await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Form), ("story", $"So {image[..150]}"), ("own-words", image[150..260]),
            ("devices", $"{image[260..]} and"), ($"x[{image}", "y"), ("unknown", "words")), teacher.Account);
        var fields = keeping.Find(teacher, Form)!.Value.Fields;
        Assert.Equal(["devices", "own-words", "story"], fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["So [an image stood here and was not kept]", "[an image stood here and was not kept]",
            "[an image stood here and was not kept] and"], story.Select(field => fields[field].Single()));
        await keeping.Keep(Sent(keeping.Marks.Mark(colleague, Form), ("story", "\u200B\u00A0"), ("unknown", "words")), colleague.Account);
        Assert.Empty(keeping.Of(colleague));
    }

    [Fact]
    public async Task Words_over_the_limit_are_kept_whole_and_refused_beside_their_field_not_cut()
    {
        var words = string.Concat(Enumerable.Repeat("she said ", 12_000));
        await drafts.Save(teacher.Account, report, new Kept(Report, Typed(("kept", "report"), ("forms", "grooming"))).Write());
        Assert.Equal(Web.Drafts.Sent.Kept, await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Report), ("page", "10"), ("go", "continue"),
            ("story", words), ("own-words", "few")), teacher.Account));
        var typed = Web.Check.Typed.Read(Kept.Read(drafts.Find(teacher, report)!.Text).Fields);
        Assert.Equal((words, "few"), (typed["story"], typed["own-words"]));
        var steps = new Steps(new PageState(protection, clock), RuleBook.Standard, clock);
        foreach (var go in new[] { "continue", "later" })
        {
            var step = steps.Take(typed, Sent("", ("page", "10"), ("go", go), ("story", words)));
            Assert.Equal((10, "story", "This must be 100,000 characters or fewer; it has 108,000. Nothing that you typed is lost: take out what is "
                + "not needed"), (step.Page, Assert.Single(step.Errors).Field, step.Errors[0].Message));
            Assert.Equal(words, typed["story"]);
        }
    }

    [Fact]
    public async Task A_page_of_a_report_that_comes_in_late_goes_on_with_that_report_and_never_records_it()
    {
        await drafts.Save(teacher.Account, report, new Kept(Report, Typed(("kept", "report"), ("forms", "grooming"))).Write());
        Assert.Equal(Web.Drafts.Sent.Kept, await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Report), ("page", "3"), ("go", "decide"),
            ("adult-involved", "yes"), ("adult-made-or-held-images", "not-known")), teacher.Account));
        var kept = Kept.Read(drafts.Find(teacher, report)!.Text);
        Assert.Equal((Report, "yes"), (kept.Path, Web.Check.Typed.Read(kept.Fields)["adult-involved"]));
        Assert.Empty(drafts.Of(colleague));
        Assert.Null(Web.Check.Typed.Read(kept.Fields)["enough-shown"]);
        await drafts.Remove(teacher.Account, report);
        // recorded or given up meanwhile: nobody is told that it was kept
        Assert.NotEqual(Web.Drafts.Sent.Kept, await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Report), ("page", "3"), ("adult-involved", "yes")),
            teacher.Account));
    }

    [Fact]
    public async Task Hiding_a_page_goes_no_step_on()
    {
        await drafts.Save(teacher.Account, report, new Kept(Report, Typed(("kept", "report"))).Write());
        Assert.Equal(Web.Drafts.Sent.Kept, await keeping.Keep(Sent(keeping.Marks.Mark(teacher, Report), ("page", "2"), ("forms", "grooming")),
            teacher.Account));
        var typed = Web.Check.Typed.Read(Kept.Read(drafts.Find(teacher, report)!.Text).Fields);
        Assert.Equal(("grooming", null, null), (typed["forms"], typed["enough-shown"], typed["trail"]));
    }

    [Fact]
    public async Task What_says_to_refer_is_never_thrown_away_by_anybody_and_the_rest_after_thirty_days()
    {
        await drafts.Save(teacher.Account, report, new Kept(Report, Typed(("kept", "report"), ("forms", "online-bullying"),
            ("immediate-danger", "no"))).Write());
        await drafts.Save(colleague.Account, report, new Kept(Report, Typed(("kept", "report"), ("forms", "grooming"))).Write());
        Assert.Equal((false, true), (keeping.Of(teacher)[0].SaysRefer, keeping.Of(colleague)[0].SaysRefer));
        Assert.False(await keeping.GiveUp(colleague, report));
        var days = new RunningDays(cases.Ledger, clock);
        for (var day = 0; day < DraftKeeper.Days; day++)
        {
            Assert.Equal(0, await keeping.Purge());
            (clock.Now, clock.Ran) = (clock.Now.AddDays(1), clock.Ran.Add(TimeSpan.FromHours(1)));
            await days.Count();
        }

        clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, await keeping.Purge());
        Assert.Empty(keeping.Of(teacher));
        Assert.Single(keeping.Of(colleague));
    }

    [Fact]
    public async Task What_a_later_version_wrote_is_named_and_left_and_keeps_no_other_from_its_author()
    {
        await drafts.Save(teacher.Account, report, "in a shape that is not known");
        await drafts.Save(teacher.Account, new Guid(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1),
            new Kept(Report, Typed(("kept", "report"), ("forms", "grooming"))).Write());
        Assert.Single(keeping.Of(teacher, out var damaged));
        Assert.Equal(report, Assert.Single(damaged).Id);
        Assert.False(await keeping.GiveUp(teacher, report));
    }

    [Fact]
    public async Task What_says_to_refer_stands_first_and_what_holds_nothing_yet_is_not_listed()
    {
        var (older, empty) = (new Guid(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1), new Guid(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 2));
        await drafts.Save(teacher.Account, older, new Kept(Report, Typed(("kept", "report"), ("forms", "grooming"))).Write());
        clock.Now += TimeSpan.FromHours(1);
        await drafts.Save(teacher.Account, report, new Kept(Report, Typed(("kept", "report"), ("forms", "online-bullying"))).Write());
        await drafts.Save(teacher.Account, empty, new Kept(Report, Typed(("kept", "report"))).Write());
        Assert.Equal([older, report], keeping.Of(teacher).Select(one => one.Draft.Id));
        Assert.True(await keeping.GiveUp(teacher, report));
        Assert.Equal([older], keeping.Of(teacher).Select(one => one.Draft.Id));
    }

    [Fact]
    public async Task What_was_typed_in_another_window_since_is_neither_overwritten_nor_recorded_away()
    {
        const string one = "11111111111111111111111111111111", other = "22222222222222222222222222222222";
        FormCollection Of(string page, int turn, string story, string? from = null) => Sent(keeping.Marks.Mark(teacher, Form), ("story", story),
            ("act", report.ToString("N")), (PageTurns.Field, $"{page}.{turn}"), (PageTurns.From, from ?? ""));
        Task<Sent> Keep(FormCollection form) => keeping.Keep(form, teacher.Account);
        string Story() => Assert.Single(keeping.Find(teacher, Form)!.Value.Fields["story"]);
        await Keep(Of(one, 1, "She said so on Monday"));
        await Keep(Of(one, 2, "She said so"));      // its own words, fewer
        Assert.Equal("She said so", Story());
        var from = Kept.Read(drafts.Find(teacher, keeping.Find(teacher, Form)!.Value.Id)!.Text).InShort;
        await Keep(Of(other, 1, "On Tuesday her aunt rang", from));      // opened with those
        Assert.Equal("On Tuesday her aunt rang", Story());
        Assert.Equal(Web.Drafts.Sent.Kept, await Keep(Of(one, 3, "She said so, twice")));      // the window that stayed open
        Assert.Equal("On Tuesday her aunt rang", Story());
        Assert.Equal("She said so, twice", Assert.Single(keeping.Late(teacher, Form)!.Words).Answer);
        await Keep(Of(one, 4, ""));
        Assert.Equal("On Tuesday her aunt rang", Story());
        await keeping.Forget(teacher, Form, report, Of(one, 5, "She said so, twice"));
        Assert.Equal("On Tuesday her aunt rang", Story());
        await keeping.Forget(teacher, Form, report, Of(other, 2, "Her aunt rang"));
        Assert.DoesNotContain(keeping.Of(teacher), kept => !kept.IsLate);
    }

    private static Viewer Of(Person person) => new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);

    private static string Typed(params (string Field, string Value)[] fields)
    {
        var typed = new Typed();
        foreach (var (field, value) in fields) typed[field] = value;
        return typed.Write();
    }

    private static FormCollection Sent(string mark, params IEnumerable<(string Field, string Value)> fields) =>
        new(fields.Append((Field: PageMarks.Field, Value: mark))
        .GroupBy(field => field.Field).ToDictionary(field => field.Key, field =>
        new StringValues([.. field.Select(one => one.Value)]), StringComparer.Ordinal));
}
