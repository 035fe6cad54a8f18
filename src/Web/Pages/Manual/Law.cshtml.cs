using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The notes on the law, on one page. Practitioners decide none of it.</summary>
public sealed class LawModel(RuleBook rules) : PageModel
{
    /// <summary>The newest edition.</summary>
    public Edition Edition => rules.Newest;

    /// <summary>What a note is about.</summary>
    public static string Title(string note) => note switch
    {
        "S2.2" => "Indecent images of children",
        "S2.3" => "An adult's sexual communication with a child",
        "S2.4" => "Arranging to meet a child",
        "S2.5" => "Letting a child see sexual material",
        "S1.8" => "Nobody under 18 can consent to abuse",
        _ => $"Statement {note}",
    };
}
