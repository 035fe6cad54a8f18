using Lapwing.Casework.Calendar;
using Lapwing.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>What somebody has opened: of the cases that they are in still, the last first.</summary>
public sealed class OpenedBeforeModel(Desk desk) : PageModel
{
    private const int Most = 100;

    /// <summary>The cases.</summary>
    public IReadOnlyList<OpenedBefore> Opened { get; private set; } = [];

    /// <summary>The London day.</summary>
    public DateOnly Today => London.DayOf(desk.Clock.GetUtcNow());

    /// <summary>The page.</summary>
    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        Opened = await desk.Cases.OpenedBy(viewer, Most, HttpContext.RequestAborted);
    }
}
