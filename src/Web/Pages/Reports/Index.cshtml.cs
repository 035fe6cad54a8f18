using System.Security.Cryptography;
using System.Text.Json;
using Lapwing.Casework.Access;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;
using Lapwing.Web.Reports;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Reports;

/// <summary>Begins a report: empty, or with what was told in a check that kept nothing. The same check sent twice is one report.</summary>
public sealed class IndexModel(Desk desk, DraftStore drafts, Steps steps) : PageModel
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect("/work");

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        if (!Signing.MayReport(viewer)) return NotFound();
        var (id, typed, page) = (new Guid(RandomNumberGenerator.GetBytes(16)), new Typed(), 1);
        if (Request.Form.ContainsKey("state"))
        {
            if (steps.Open(Request.Form) is not { } told || told[Fields.Forms] is null) return Redirect("/check/start-again");
            (id, typed, page) = (Numbered(told, viewer), told, Casework.Triage.Intake.Check);
            Response.Headers["Clear-Site-Data"] = "\"cache\"";      // what was answered is not shown again on a shared computer
            if (await desk.Cases.Open(viewer, new(id), "report", HttpContext.RequestAborted) is not null) return Redirect($"/work/{id:N}/decision");
        }

        if (drafts.Find(viewer, id) is { } begun) return Redirect(Kept.Read(begun.Text).Path);      // gone on with since
        Steps.Keep(typed, Fields.AsReport);
        Fields.ShowDays(typed, steps.Today);
        var path = $"{DraftKeeper.Reports}{id:N}/{page}";
        await drafts.Save(viewer.Account, id, new Kept(path, typed.Write()).Write());
        return Redirect(path);
    }

    // The same check with other answers, or of somebody else at the same computer, is another report: nothing that was told is lost.
    private Guid Numbered(Typed told, Viewer viewer)
    {
        var check = PageState.NumberOf(told);
        var facts = new Recording(check, IntakeReading.Of(told, steps.Today).SoFar, told).Facts();
        return new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { check, viewer.Account, facts })).AsSpan(0, 16));
    }
}

/// <summary>Begins a change of the facts of a report, from the facts as they stand.</summary>
public sealed class ChangedModel(Desk desk, DraftStore drafts, Steps steps) : CasePage(desk)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet(Guid id) => Redirect($"/work/{id:N}");

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Open(id, "facts changed")) return NotFound();
        if (Case.File.All<Casework.Procedures.Concern.Reported>().Select(one => one.Entry).FirstOrDefault() is not { } report) return NotFound();
        var (newest, told) = Recording.Newest(Case.File, report.Id);
        var typed = Recording.From(Case.File.Id, report.Id, newest, told, steps.Today);
        var (draft, path) = NewPath();
        await drafts.Save(Viewer.Account, draft, new Kept(path, typed.Write()).Write());
        return Redirect(path);
    }

    private static (Guid Draft, string Path) NewPath()
    {
        var draft = new Guid(RandomNumberGenerator.GetBytes(16));
        return (draft, $"{DraftKeeper.Reports}{draft:N}/{Casework.Triage.Intake.Check}");
    }
}

/// <summary>Gives up what was not finished. What says to refer is not given up: it is recorded.</summary>
public sealed class GiveUpModel(Desk desk, DraftKeeper keeping) : PageModel
{
    /// <summary>The copies, where other words were kept since the page was shown.</summary>
    public BothCopies? Copies { get; private set; }

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect("/work");

    /// <summary>Gives it up.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        if (!Request.Form.ContainsKey(DraftKeeper.Copies))
        {
            await keeping.GiveUp(viewer, id);
            return Redirect("/work");
        }

        // On a page of its form: what stands there stays.
        if (await keeping.ThrowAway(viewer, id, Request.Form) is not { } copies) return Redirect("/work");
        Copies = copies;
        return !copies.IsDone ? Page() : Redirect(copies.InTheForm.Count > 0 ? copies.Path : "/work");
    }
}

/// <summary>Puts a copy that was sent without a session into its form, because its author says so; what stood there is the other copy from then on.</summary>
public sealed class ExchangeModel(Desk desk, DraftKeeper keeping) : PageModel
{
    /// <summary>The copies, where other words were kept since the page was shown.</summary>
    public BothCopies? Copies { get; private set; }

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect("/work");

    /// <summary>Exchanges them.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        Copies = await keeping.Exchange(viewer, id, Request.Form);
        return Copies is { IsDone: false } ? Page() : Redirect(Copies?.Path ?? "/work");
    }
}
