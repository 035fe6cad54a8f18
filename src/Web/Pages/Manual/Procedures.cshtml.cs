using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The related procedures, with where the partnership keeps each, or that it has said nowhere.</summary>
public sealed class ProceduresModel(RuleBook rules, Settings settings) : PageModel
{
    /// <summary>Each procedure, its link if one is set, and the row that hands over to it.</summary>
    public IEnumerable<(RelatedProcedure Procedure, string? Link, HandOverRule? When)> All => RelatedProcedure.All.Select(procedure =>
        (procedure, settings.Partnership.Procedures.GetValueOrDefault(procedure.Name), rules.Newest.HandOvers.FirstOrDefault(row => row.To == procedure)));
}
