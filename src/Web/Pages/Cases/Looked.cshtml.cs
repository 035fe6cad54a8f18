using Lapwing.Casework.Procedures;
using Lapwing.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>Who looked at a case, for whoever leads it.</summary>
public sealed class LookedModel(Desk desk) : CasePage(desk)
{
    /// <summary>The looks; none where whoever asks may not read them.</summary>
    public Looks? Looks { get; private set; }

    /// <summary>What was opened; a form that was opened was not sent for that.</summary>
    public static string Words(string purpose) => Catalogue.Forms.Any(form => form.Purpose == purpose) ? $"opened a form to {purpose}" : purpose;

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Open(id, "who looked")) return NotFound();
        Looks = await Desk.Cases.Looked(SignedIn, new(id), HttpContext.RequestAborted);
        return Page();
    }
}
