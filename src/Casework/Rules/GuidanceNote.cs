using System.Collections.Frozen;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Rules;

/// <summary>
/// What a practitioner should know at one point, in a sentence or two, with the statements that say so. A note asks nothing and decides nothing.
/// </summary>
/// <param name="Name">Its name, which never changes, such as <c>do-not-pay</c>.</param>
/// <param name="Beside">
/// Where it is shown: <c>page 1</c> to <c>page 9</c> or <c>page 11</c> of the intake, <c>decision</c>, the name of a question or of a form of
/// harm, or <c>duty offer-support</c>. Any other place is refused: the note would be seen by nobody.
/// </param>
/// <param name="Words">What it says, in plain words.</param>
/// <param name="Cites">Ids of the statements that it comes from. None at all is refused, and one that neither document holds.</param>
public sealed record GuidanceNote(string Name, string Beside, string Words, params IReadOnlyList<string> Cites)
{
    private static readonly FrozenSet<string> places = Intake.Pages.Select(page => $"page {page.Number}")
        .Concat([$"page {Intake.Check}", "decision"])
        .Concat(Vocabulary.AllQuestions.Select(question => question.Name))
        .Concat(Forms.All.Select(form => form.Name))
        .Concat(RuleBook.Standard.Newest.Duties.Select(duty => $"duty {duty.Name}"))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc cref="GuidanceNote" path="/param[@name='Beside']"/>
    public string Beside { get; } = places.Contains(Beside) ? Beside
        : throw new ArgumentException($"the note {Name} stands beside {Beside}, which is no page, question, form of harm or duty", nameof(Beside));

    /// <inheritdoc cref="GuidanceNote" path="/param[@name='Cites']"/>
    public IReadOnlyList<string> Cites { get; } = Cited.Known(Cites, $"the note {Name}");
}
