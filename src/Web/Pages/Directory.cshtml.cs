using System.Globalization;
using Lapwing.Casework.Help;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages;

/// <summary>The entries that serve somebody.</summary>
/// <param name="Title">Whom.</param>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Entries">Those that serve them first of all.</param>
/// <param name="Also">Those that stand under somebody else and serve them too.</param>
public sealed record HelpGroup(string Title, string Anchor, IReadOnlyList<HelpEntry> Entries, IReadOnlyList<HelpEntry> Also);

/// <summary>The directory of help, by who it is for.</summary>
public sealed class DirectoryModel(Settings settings) : PageModel
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");
    private static readonly (Serves Serves, string Title, string Anchor)[] titles =
    [
        (Serves.ChildrenAndYoungPeople, "For children and young people", "for-children"),
        (Serves.ParentsAndCarers, "For parents and carers", "for-parents"),
        (Serves.SchoolsAndColleges, "For schools and colleges", "for-schools"),
        (Serves.Practitioners, "For practitioners", "for-practitioners"),
        (Serves.AdultsWorriedAboutBehaviour, "For adults worried about their own behaviour", "for-adults-worried"),
        (Serves.Anyone, "For anyone", "for-anyone"),
    ];

    /// <summary>The directory, with what the partnership corrected in it.</summary>
    public HelpDirectory Directory { get; } = HelpDirectory.Standard.WithOwn(settings.Partnership.Directory);

    /// <summary>The entries by whom they serve.</summary>
    public IEnumerable<HelpGroup> Groups => titles.Select(group => new HelpGroup(group.Title, group.Anchor,
        [.. Directory.Entries.Where(entry => entry.Serves[0] == group.Serves)],
        [.. Directory.Entries.Where(entry => entry.SupersededBy is null && entry.Serves.Skip(1).Contains(group.Serves))]));

    /// <summary>A day in words.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", english);

    /// <summary>What a telephone dials.</summary>
    public static string Dial(string telephone) => $"tel:{string.Concat((telephone ?? "").Where(c => char.IsAsciiDigit(c) || c == '+'))}";

    /// <summary>Whose page a link leads to.</summary>
    public static string Host(string link) => new Uri(link).Host;
}
