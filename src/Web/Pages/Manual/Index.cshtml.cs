using System.Globalization;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The manual's first page: what the chapter covers, how to read it, and where everything is.</summary>
public sealed class IndexModel(RuleBook rules) : PageModel
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The newest edition.</summary>
    public Edition Edition => rules.Newest;

    /// <summary>Since when a document is in force, and until when.</summary>
    public static string InForce(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return $"in force since {Day(document.From)}" + (document.Until is { } until ? $", until {Day(until)}" : "");
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", english);
}
