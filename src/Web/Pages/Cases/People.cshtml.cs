using Lapwing.Casework.Procedures;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>The people of a case and who of the children can be reached.</summary>
public sealed class PeopleModel(Desk desk) : CasePage(desk)
{
    /// <summary>People, groups and links.</summary>
    public IEnumerable<string> Lines => People.All(Case.File).Select(one => $"{one.NameAndAge}: {string.Join(", ", one.Parts.Select(PartWords.Of))}")
        .Concat(Case.File.All<People.Linked>().Select(link => link.Content.Line(Case.File)));

    /// <summary>The children in reach, by name.</summary>
    public IReadOnlyList<string> InReach => [.. People.ChildrenInReach(Case.File).Select(child => People.NameOf(Case.File, child))];

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "people") ? Page() : NotFound();
}
