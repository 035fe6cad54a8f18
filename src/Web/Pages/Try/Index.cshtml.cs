using System.Buffers;
using System.Text;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Try;

/// <summary>All facts on one page beside the decision, to learn the rules and to try them. The page holds everything; nothing is kept.</summary>
public sealed class IndexModel(RuleBook rules, Settings settings, TimeProvider clock) : PageModel
{
    private static readonly DateOnly latest = new(2099, 12, 31);

    /// <summary>What stands in the fields.</summary>
    public Typed Typed { get; private set; } = new();

    /// <summary>The example that was chosen.</summary>
    public Example? Example { get; private set; }

    /// <summary>What is amiss.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The decision on the facts, as it stands on the day of awareness; none before there are facts, or while something is amiss.</summary>
    public DecisionView? View { get; private set; }

    /// <summary>Whether indecent images were added as a form of harm.</summary>
    public bool AddedIndecentImages { get; private set; }

    /// <summary>The decision as the API gives it; empty until that is asked for.</summary>
    public string Json { get; private set; } = "";

    /// <summary>An example, or the first.</summary>
    public IActionResult OnGet(int? number)
    {
        if (number is { } asked && (asked < 1 || asked > Example.All.Count)) return NotFound();
        Example = Example.All[(number ?? 1) - 1];
        Typed = Example.Typed;
        Decide();
        return Page();
    }

    /// <summary>The facts as they stand in the fields.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Request.HasFormContentType) return BadRequest();
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        foreach (var page in Intake.Pages) Fields.Take(Typed, form, page.Number, page.Questions);
        Typed["aware"] = "earlier";
        var go = form["go"].ToString();
        if (go == "add") ChildRow.Add(Typed, isSeveral: false);
        if (go.StartsWith("remove-", StringComparison.Ordinal) && int.TryParse(go[7..], out var child)) ChildRow.Remove(Typed, child);
        Decide(withJson: go == "json");
        return Page();
    }

    /// <summary>What is amiss with a field.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    private void Decide(bool withJson = false)
    {
        var told = IntakeReading.Of(Typed, latest);
        Errors = [.. told.Amiss.Select(a => a.Error)];
        AddedIndecentImages = told.AddedIndecentImages;
        if (Errors.Count > 0) return;
        var decision = rules.Decide(told.SoFar.Concern);
        View = new(decision, London.TimeOf(decision.Concern.AwareAt), settings.Partnership, Rank: 2) { Hour = London.TimeOf(clock.GetUtcNow()) };
        if (!withJson) return;
        var json = new ArrayBufferWriter<byte>();
        DecisionJson.Write(json, decision);
        Json = Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
