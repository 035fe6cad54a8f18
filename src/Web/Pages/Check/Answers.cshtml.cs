using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Pages.Check;

/// <summary>What was told, before the decision.</summary>
public sealed class AnswersModel(Steps steps, PageState state) : CheckPage(steps, state)
{
    /// <summary>What was told.</summary>
    public Summary Summary { get; private set; } = null!;

    /// <summary>There is nothing to show without what was answered before.</summary>
    public IActionResult OnGet() => Redirect(StartAgain);

    /// <summary>The step that a page asks for.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var result = await Take(page => page == Intake.Check);
        if (Step is not null) Summary = new(Step);
        return result;
    }
}
