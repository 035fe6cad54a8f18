using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Help;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.HelpNow;

/// <summary>The questions as a form on paper, from the edition in force today. Nothing is typed into it.</summary>
public sealed class PaperModel(Settings settings, RuleBook rules, TimeProvider clock) : PageModel
{
    /// <summary>How many children the form has room for.</summary>
    public const int Children = 5;

    /// <summary>How many calls the form has room for.</summary>
    public const int Calls = 4;

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");
    private PaperForm? form;
    private readonly DateOnly today = London.DayOf(clock.GetUtcNow());

    /// <summary>The edition that the form follows.</summary>
    public Edition Edition => rules.On(today);

    /// <summary>What stands beside each tick.</summary>
    public PaperForm Form => form ??= new(Edition);

    /// <summary>Whose numbers they are.</summary>
    public Partnership Partnership => settings.Partnership;

    /// <summary>The day from which the form is.</summary>
    public string From => today.ToString("d MMMM yyyy", english);

    /// <summary>Who finds an answer out, in few words.</summary>
    public static string Who(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Find switch
        {
            Find.OnlyIfTold => "Only if told.",
            Find.Agencies => "For agencies.",
            _ => "",
        };
    }

    /// <summary>What stands beside one tick.</summary>
    public string Beside(Fact fact) => string.Join(". ", Form.Beside(fact).Select(DecisionWords.Capital));
}
