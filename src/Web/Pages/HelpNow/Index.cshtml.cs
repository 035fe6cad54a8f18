using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Help;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.HelpNow;

/// <summary>Whom to call at this hour, for somebody who needs a number and nothing else.</summary>
public sealed class IndexModel(Settings settings, TimeProvider clock) : PageModel
{
    /// <summary>What not to do, after "Do not".</summary>
    public static readonly IReadOnlyList<string> DoNot =
    [
        "look at, copy, forward or print any image",
        "ask leading questions: let the child speak, and write down the child's own words",
        "promise to keep it secret: say whom you will tell",
        "delete anything until police and social care have said so",
        "warn an adult who may be involved, or anyone who may warn them",
    ];

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What a clock on a London wall shows.</summary>
    public DateTime Now { get; } = London.TimeOf(clock.GetUtcNow());

    /// <summary>Whose numbers they are.</summary>
    public Partnership Partnership => settings.Partnership;

    /// <summary>When the page was shown: "At 4:40pm on Friday 27 March".</summary>
    public string ShownAt => $"At {HoursWords.Of(TimeOnly.FromDateTime(Now))} on {Now.ToString("dddd d MMMM", english)}";
}
