using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>Something that the decision requires was done.</summary>
public sealed class StepModel(Desk desk) : FormPage(desk)
{
    /// <summary>What is open and has no form of its own; in a correction also what was done.</summary>
    public IEnumerable<(string Name, string Words)> Steps =>
        Duties.Where(duty => duty.MetBy is null && duty.EndedBy is null && duty.Kind.Form == StepForm).Select(duty => (duty.Name, duty.What))
        .Concat(Stands is StepTaken step && Catalogue.DutyCalled(Desk.Rules, step.Duty) is { } kind ? [(kind.Name, kind.Words)] : [])
        .DistinctBy(step => step.Name);

    /// <inheritdoc/>
    protected override string Purpose => "record what was done";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["duty", "for", "what"];

    /// <inheritdoc/>
    protected override Content Said() =>
        new StepTaken(this["duty"] ?? "", EntriesIn("causes"),
            [.. Chosen("for").Select(text => Guid.TryParseExact(text, "N", out var child) ? child : default)], Text("what") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not StepTaken step ? null : new Dictionary<string, string?>
    {
        ["duty"] = step.Duty,
        ["causes"] = Ids(step.Causes),
        ["for"] = string.Join(' ', step.For.Select(child => child.ToString("N"))),
        ["what"] = step.What,
    };
}
