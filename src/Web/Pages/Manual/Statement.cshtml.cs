using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>One statement of the chapter or of the supplement, with what cites it.</summary>
public sealed class StatementModel(RuleBook rules) : PageModel
{
    /// <summary>The statement.</summary>
    public Statement Statement { get; private set; } = null!;

    /// <summary>The document that it stands in.</summary>
    public Document Document { get; private set; } = null!;

    /// <summary>What cites it.</summary>
    public IReadOnlyList<CitedBy> CitedBy { get; private set; } = [];

    /// <summary>The id of the statement before it.</summary>
    public string? Before { get; private set; }

    /// <summary>The id of the statement after it.</summary>
    public string? After { get; private set; }

    /// <summary>Not found, for an id that is none. Large and small letters are the same.</summary>
    public IActionResult OnGet(string id)
    {
        Statement[] all = [.. rules.Statements];
        var place = Array.FindIndex(all, s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (place < 0) return NotFound();
        Statement = all[place];
        Document = Statement.IsOfTheChapter ? rules.Newest.Chapter : rules.Newest.Supplement;
        CitedBy = [.. InManual.CitedBy(rules.Newest)[Statement.Id]];
        Before = place > 0 ? all[place - 1].Id : null;
        After = place + 1 < all.Length ? all[place + 1].Id : null;
        return Page();
    }
}
