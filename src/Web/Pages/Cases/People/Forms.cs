using System.Globalization;
using System.Security.Cryptography;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Web.Cases;

/// <summary>Somebody comes into a case.</summary>
public sealed class AddModel(Desk desk) : FormPage(desk)
{
    /// <summary>The parts that there are.</summary>
    public static IReadOnlyList<Part> Parts { get; } = Enum.GetValues<Part>();

    /// <inheritdoc/>
    protected override string Purpose => "record who is in it";

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (this["kind"] is not ("child" or "adult")) yield return new("kind", "Select whether it is a child or an adult");
    }

    // Not a whole number is as wrong as one that is too great: both are said beside the field. Somebody's own number follows from the act's, so that the
    // same form sent twice is the same person.
    /// <inheritdoc/>
    protected override Content Said()
    {
        int? age = Text("age") is not { } typed ? null : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : int.MaxValue;
        return new Added(new(SHA256.HashData(Act.ToByteArray()).AsSpan(0, 16)), this["kind"] != "adult", Text("name"), age, [.. Parts.Where(part => Chosen("parts").Contains(part.ToString()))]);
    }
}
