using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The forms of harm, with what each brings by itself.</summary>
public sealed class FormsModel(RuleBook rules) : PageModel
{
    /// <summary>The rows that apply when this form is told and nothing else is known.</summary>
    public IReadOnlyList<Row> Alone(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var edition = rules.Newest;
        var concern = new Concern(null, default, form.Mask, [], default, null);
        return [.. Facts.Bits(edition.Applying(concern.Facts)).Select(place => edition.Rows[place])];
    }
}
