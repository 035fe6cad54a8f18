using Lapwing.Casework.Calendar;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>What a practitioner knows, checked and packed. Forms that were not chosen are no from here on; answers left out are not known.</summary>
public sealed class Concern
{
    /// <summary>
    /// Packs what is known. Refuses nothing: whoever reads a concern from outside refuses first (<see cref="ConcernJson"/>).
    /// </summary>
    /// <param name="id">Any text, echoed back.</param>
    /// <param name="awareAt">When the practitioner became aware. No clock is read: a time in the future is accepted.</param>
    /// <param name="forms">The forms of harm, as a set of facts.</param>
    /// <param name="children">The children, without names.</param>
    /// <param name="answers">The answers given, as facts; one in neither set is not known.</param>
    /// <param name="arrestedAt">When the arrest was, where there was one and it is known. It may lie after awareness.</param>
    public Concern(string? id, DateTimeOffset awareAt, ulong forms, IReadOnlyList<Child> children, Facts answers, DateTimeOffset? arrestedAt)
    {
        (Id, AwareAt, Children, ArrestedAt) = (id, awareAt, children, arrestedAt);
        var ofChildren = ChildFacts.Of(children, forms);
        var notImages = (forms & Forms.Sexual.Mentions) == 0 ? Questions.AdultMadeOrHeldImages.Mask : 0;
        Facts = new(forms | answers.Yes | ofChildren.Yes, (Forms.AllMask & ~forms) | answers.No | notImages | ofChildren.No);
    }

    /// <summary>Any text, echoed back.</summary>
    public string? Id { get; }

    /// <summary>When the practitioner became aware.</summary>
    public DateTimeOffset AwareAt { get; }

    /// <summary>The London day of awareness: the day from which everything is counted.</summary>
    public DateOnly AwareOn => London.DayOf(AwareAt);

    /// <summary>The children, without names.</summary>
    public IReadOnlyList<Child> Children { get; }

    /// <summary>When the arrest was, if that is known.</summary>
    public DateTimeOffset? ArrestedAt { get; }

    /// <summary>The London day of the arrest, if that is known.</summary>
    public DateOnly? ArrestedOn => ArrestedAt is { } at ? London.DayOf(at) : null;

    /// <summary>Forms, answers and what the list of children says. Where no form is sexual, <c>adult-made-or-held-images</c> counts as no.</summary>
    public Facts Facts { get; }
}
