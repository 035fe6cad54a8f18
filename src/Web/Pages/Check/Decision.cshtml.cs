using Lapwing.Casework.Calendar;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Pages.Check;

/// <summary>What the procedure requires on what was told, and what one fact more would change.</summary>
public sealed class DecisionModel(Steps steps, PageState state, RuleBook rules, Settings settings, TimeProvider clock) : CheckPage(steps, state)
{
    /// <summary>The decision.</summary>
    public DecisionView View { get; private set; } = null!;

    /// <summary>The fact that is tried, and how.</summary>
    public WhatIf? WhatIf { get; private set; }

    /// <summary>There is nothing to show without what was answered before.</summary>
    public IActionResult OnGet() => Redirect(StartAgain);

    /// <summary>The step that a page asks for.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var result = await Take(page => page == Intake.Decision);
        if (result is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return result;
        var decision = rules.Decide(Step.Told.SoFar.Concern);
        View = new(decision, London.TimeOf(clock.GetUtcNow()), settings.Partnership)
        {
            CanAnswer = true,
            Unasked = new Summary(Step).Unasked,
            Notes = Fields.CallNotes(Step.Typed),
        };
        WhatIf = WhatIf.Of(Request.Form["what-if"], Request.Form["what-if-answer"], decision, rules);
        return result;
    }
}
