using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>
/// The cases of whoever is signed in that have a reference, a name, a username or a telephone number. What is looked for is in no address and no log.
/// </summary>
public sealed class FindModel(Desk desk) : PageModel
{
    private const int Most = 25, Longest = 100;

    /// <summary>What was typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>What is wrong with it.</summary>
    public string? Wrong { get; private set; }

    /// <summary>What was found; null where nothing was looked for.</summary>
    public CasesFound? Found { get; private set; }

    /// <summary>What was found besides, of names that sound alike.</summary>
    public IReadOnlyList<CaseItem> Alike { get; private set; } = [];

    /// <summary>The question alone.</summary>
    public void OnGet() => Response.Headers.CacheControl = "no-store";

    /// <summary>The answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "no-store";
        Typed = Request.Form["find"].ToString();
        var words = Typed.Length <= Longest ? SearchTerms.In(Typed) : [];
        if (words.Count is 0 or > CaseStore.MostWords)
        {
            Wrong = Typed.Length > Longest ? $"Type {Longest} characters at most" : words.Count > 0 ? $"Type {CaseStore.MostWords} words at most"
                : "Enter a reference, a name, a username or a telephone number";
            return Page();
        }

        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        Found = await desk.Cases.Find(viewer, ComparedText.Of(Typed).ToUpperInvariant(), words, Most, HttpContext.RequestAborted);
        if (SearchTerms.AsTheySound(words) is { Count: > 0 } sounds)
        {
            var there = Found.Cases.Select(item => item.Case).ToHashSet();
            var alike = await desk.Cases.Find(viewer, null, sounds, Most, HttpContext.RequestAborted);
            Alike = [.. alike.Cases.Where(item => !there.Contains(item.Case))];
        }

        return Page();
    }
}
