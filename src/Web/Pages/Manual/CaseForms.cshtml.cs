using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>The forms of a case, each to be printed.</summary>
public sealed class CaseFormsModel : PageModel;
