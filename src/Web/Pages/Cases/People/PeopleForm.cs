using System.Globalization;
using System.Security.Cryptography;
using Involvement = Lapwing.Casework.Triage.Involvement;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Web.Cases;

/// <summary>A form that records somebody or a group.</summary>
public abstract class PeopleForm(Desk desk) : FormPage(desk)
{
    /// <summary>Everybody of the case, and its groups, to choose from.</summary>
    public IEnumerable<(Guid Id, string Name)> Everybody => All(Case.File).Select((one, i) => (one.Id, $"{CaseWords.NameAndPart(one)} (number {i + 1})"));

    /// <summary>A new number: it follows from the act's, so that the same form sent twice is the same person.</summary>
    protected Guid Fresh => new(SHA256.HashData(Act.ToByteArray()).AsSpan(0, 16));

    /// <summary>The parts chosen among some.</summary>
    protected IReadOnlyList<Involvement> PartsOf(IEnumerable<Involvement> all) => [.. all.Where(part => Chosen("parts").Contains(part.ToString()))];

    /// <summary>Somebody chosen in a field; nobody where it is empty.</summary>
    protected Guid? Person(string field) => Guid.TryParseExact(this[field], "N", out var id) ? id : null;

    // Not a whole number is as wrong as one that is too great: both are said beside the field.
    /// <summary>A whole number in a field; one that cannot be where it is none.</summary>
    protected int? Number(string field, int wrong) => Text(field) is not { } typed ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : wrong;
}
