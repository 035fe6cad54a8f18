using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Cases;

/// <summary>A form that can be about one of the adults of a case.</summary>
public abstract class AdultForm(Desk desk) : FormPage(desk)
{
    /// <summary>The adults of the case, with their names, their part and whose parents or carers they are.</summary>
    public IEnumerable<(Guid Id, string Name)> Adults =>
        People.All(Case.File).Where(one => !one.IsChild).Select(adult => (adult.Id, $"{CaseWords.NameAndPart(adult)}{OfChildren(adult.Id)}"));

    /// <summary>The adult that is chosen; nobody where it is somebody else.</summary>
    protected Guid? Adult => Guid.TryParseExact(this["person"], "N", out var adult) ? adult : null;

    private string OfChildren(Guid adult) => string.Concat(Case.File.All<People.Linked>()
        .Where(link => link.Content.From == adult && link.Content.Kind == LinkKind.ParentOrCarerOf)
        .Select(link => $", {People.Words(link.Content.Kind)} {People.NameOf(Case.File, link.Content.To)}").Distinct());
}
