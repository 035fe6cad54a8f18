using Lapwing.Web.Cases;
using Lapwing.Web.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Reports;

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
        keeping.Turns.Take(viewer.Account, Request.Form);
        // On a page of its form: what stands there stays, where it is the other copy that goes.
        if (!Request.Form.ContainsKey(DraftKeeper.Copies) || await keeping.ThrowAway(viewer, id, Request.Form) is not { } copies)
        {
            await keeping.GiveUp(viewer, id);
            return Redirect(keeping.Marks.PathIn(Request.Form) ?? "/work");
        }

        Copies = copies;
        return !copies.IsDone ? Page() : Redirect(copies.InTheForm.Count > 0 ? copies.Path : "/work");
    }
}
