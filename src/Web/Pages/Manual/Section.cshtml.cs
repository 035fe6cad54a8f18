using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>One section of the chapter, every statement with what cites it.</summary>
public sealed class SectionModel(RuleBook rules) : PageModel
{
    /// <summary>The newest edition.</summary>
    public Edition Edition => rules.Newest;

    /// <summary>The section; empty is the front matter.</summary>
    public string Section { get; private set; } = "";

    /// <summary>The next section's address and heading; none after the last.</summary>
    public (string Address, string Title)? Next { get; private set; }

    /// <summary>Its statements.</summary>
    public IEnumerable<Statement> Statements => Edition.Chapter.Statements.Where(s => s.Section == Section);

    /// <summary>Not found, for an address that is none.</summary>
    public IActionResult OnGet(string section)
    {
        var places = InManual.Sections;
        for (var i = 0; i < places.Count; i++)
        {
            if (!places[i].Address.Equals(section, StringComparison.OrdinalIgnoreCase)) continue;
            Section = places[i].Section;
            Next = i + 1 < places.Count ? (places[i + 1].Address, InManual.Heading(places[i + 1].Section)) : null;
            return Page();
        }

        return NotFound();
    }
}
