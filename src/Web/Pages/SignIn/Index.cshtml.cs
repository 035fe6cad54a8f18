using System.Security.Claims;
using Lapwing.Casework.Access;
using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.SignIn;

/// <summary>Signing in as one of the demonstration's people. Where there are no accounts there is no such page.</summary>
public sealed class IndexModel(IServiceProvider services) : PageModel
{
    private readonly Accounts? accounts = services.GetService<Accounts>();
    private readonly Arrivals? arrivals = services.GetService<Arrivals>();

    /// <summary>Who can sign in, each once.</summary>
    public IEnumerable<Person> People => accounts?.Now.All.DistinctBy(person => person.Author.Account) ?? [];

    /// <summary>The posts of whoever signs in with several: they act in one.</summary>
    public IReadOnlyList<Person> Posts { get; private set; } = [];

    /// <summary>Whether something came in after its session had ended, and was kept.</summary>
    public bool IsKept => Request.Query.ContainsKey("kept");

    /// <summary>The list.</summary>
    public IActionResult OnGet() => accounts is null ? NotFound() : Page();

    /// <summary>Signs in, or out where nobody is chosen.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (accounts is null || arrivals is null) return NotFound();
        var posts = Guid.TryParseExact(Request.Form["account"], "N", out var account) ? accounts.Now.PostsOf(account).ToList() : [];
        if (posts.Count == 0)
        {
            arrivals.Forget(HttpContext);
            await HttpContext.SignOutAsync();
            return Redirect("/sign-in");
        }

        var post = posts.Count == 1 ? posts[0] : posts.Find(one => one.Author.Team.ToString("N") == Request.Form["team"]);
        if (post is null)
        {
            Posts = posts;
            return Page();
        }

        var user = new ClaimsPrincipal(SessionHandler.Claimed(account, post.Author.Team));
        await HttpContext.SignInAsync(user);
        await services.GetRequiredService<DraftKeeper>().Ongoing.Settled();
        return Redirect(arrivals.Of(HttpContext, accounts.Viewer(user)!) ?? (post.Author.Role == Casework.Cases.Role.AccountHolder ? "/people" : "/work"));
    }
}
