using Lapwing.Web.Cases;
using Lapwing.Web.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Reports;

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
