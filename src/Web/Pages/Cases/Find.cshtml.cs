using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Storage;
using Lapwing.Web.SignIn;
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

    /// <summary>Cases in which their service is or was and they are not, as whom to ring: of a front door, of whoever covers it, of a referral desk.</summary>
    public IReadOnlyList<Pointer> PointedTo { get; private set; } = [];

    /// <summary>Whether there may be more of those: as many were found as are shown.</summary>
    public bool MayBeMore { get; private set; }

    /// <summary>Whether they look before they record what somebody tells them.</summary>
    public bool IsOfFrontDoor => desk.Accounts.IsOfFrontDoor(Viewer);

    /// <summary>Whether they may report.</summary>
    public bool MayReport => Signing.MayReport(Viewer);

    private Viewer Viewer => field ??= desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");

    /// <summary>Whom to ring about a case: who leads it, and their team.</summary>
    public string Whom(Pointer one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var team = one.Team is { } number ? desk.Accounts.TeamName(number) : "whoever received it";
        return one.Lead is { } lead ? $"{desk.Accounts.NameOf(lead)}, {team}" : team;
    }

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

        Found = await desk.Cases.Find(Viewer, ComparedText.Of(Typed).ToUpperInvariant(), words, Most, HttpContext.RequestAborted);
        if (SearchTerms.AsTheySound(words) is { Count: > 0 } sounds)
        {
            var there = Found.Cases.Select(item => item.Case).ToHashSet();
            var alike = await desk.Cases.Find(Viewer, null, sounds, Most, HttpContext.RequestAborted);
            Alike = [.. alike.Cases.Where(item => !there.Contains(item.Case))];
        }

        if (IsOfFrontDoor) PointedTo = await Known(words);
        return Page();
    }

    // As it is spelt, and as it sounds.
    private async Task<IReadOnlyList<Pointer>> Known(IReadOnlyList<string> words)
    {
        var register = desk.Accounts.Register;
        var service = register.OrganisationOf(Viewer.Team)!.Id;
        var teams = register.TeamsOf(service).Select(team => team.Id).ToHashSet();
        var spelt = await desk.Cases.Service.PointedTo(Viewer, teams, ComparedText.Of(Typed).ToUpperInvariant(), words, Most, HttpContext.RequestAborted);
        IReadOnlyList<Pointer> alike = SearchTerms.AsTheySound(words) is not { Count: > 0 } sounds ? []
            : await desk.Cases.Service.PointedTo(Viewer, teams, null, sounds, Most, HttpContext.RequestAborted);
        MayBeMore = spelt.Count == Most || alike.Count == Most;
        return [.. spelt.Concat(alike).DistinctBy(one => one.Case)];
    }
}
