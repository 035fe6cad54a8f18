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
        var (id, typed, page) = (NewId.Id(), new Typed(), 1);
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
        var (notes, counts) = (Fields.CallNotes(told), ChildRow.Of(told).Select(row => row.Count));
        return new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { check, viewer.Account, facts, notes, counts })).AsSpan(0, 16));
    }
}
