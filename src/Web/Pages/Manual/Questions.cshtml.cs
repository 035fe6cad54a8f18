using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The questions as they are asked, with the guidance that stands beside them and on the decision.</summary>
public sealed class QuestionsModel(RuleBook rules) : PageModel
{
    /// <summary>The duties that have guidance of their own.</summary>
    public IEnumerable<DutyRule> Duties => rules.Newest.Duties.Where(duty => GuidanceNotes.Beside($"duty {duty.Name}").Count > 0);

    /// <summary>A page's questions, the ages of the children included.</summary>
    public static IEnumerable<Question> Of(IntakePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Number == Intake.Children ? [.. page.Questions, .. ChildFacts.Ages] : page.Questions;
    }

    /// <summary>Who should find an answer out.</summary>
    public static string Who(Find find) => find switch
    {
        Find.OnlyIfTold => "Only from what you were already told: ask no child.",
        Find.Agencies => "For police or social care to find out.",
        _ => "Ask yourself and colleagues now.",
    };
}
