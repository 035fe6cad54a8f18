using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The supplement, every statement with its source and how sure we are of it.</summary>
public sealed class SupplementModel(RuleBook rules) : PageModel
{
    /// <summary>Its statements.</summary>
    public IReadOnlyList<Statement> Statements => rules.Newest.Supplement.Statements;

    /// <summary>What cites each of them.</summary>
    public ILookup<string, CitedBy> CitedBy => InManual.CitedBy(rules.Newest);
}
