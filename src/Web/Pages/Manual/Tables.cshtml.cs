using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The edition's tables, from the same rows that decide.</summary>
public sealed class TablesModel(RuleBook rules) : PageModel
{
    /// <summary>The newest edition.</summary>
    public Edition Edition => rules.Newest;

    /// <summary>What each derived fact stands for.</summary>
    public IEnumerable<(string Name, string Meaning)> Names =>
        Edition.Rows.SelectMany(row => (row.When?.Names ?? []).Concat(row.UnlessNo?.Names ?? [])).DistinctBy(n => n.Name);

    /// <summary>By when, in words.</summary>
    public static string By(Limit due) => due.Counting == Counting.Nothing ? "no date set" : due.ToString();

    /// <summary>When to agree first, as a condition's text.</summary>
    public static string Agree(AgreeFirst? agree) => agree is null ? ""
        : $"while {agree.When.Text} is yes, or is not known and there is a referral to {To(agree.NotKnownWith)}"
            + (agree.OrReferralTo.Count > 0 ? $"; or, whatever it is, there is a referral to {To(agree.OrReferralTo)}" : "");

    private static string To(IEnumerable<Recipient> recipients) => string.Join(", ", recipients.Select(to => to.Short));
}
