using Lapwing.Casework.Cases;
using Lapwing.Casework.Rules;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>Search. It is posted, so that what is searched for never stands in an address, and the title never says it.</summary>
public sealed class SearchModel(RuleBook rules) : PageModel
{
    /// <summary>How many places are shown.</summary>
    public const int Most = 40;

    /// <summary>What was typed.</summary>
    public string? Words { get; private set; }

    /// <summary>What was found; none before anything was searched for.</summary>
    public IReadOnlyList<Place>? Found { get; private set; }

    /// <summary>Looks, if anything was typed.</summary>
    public async Task OnPostAsync()
    {
        Words = (await Request.ReadFormAsync(HttpContext.RequestAborted))["words"];
        Found = ComparedText.IsEmpty(Words) ? null : Place.Find(Words, rules.Newest);
    }
}
