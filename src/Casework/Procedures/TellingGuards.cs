using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Casework.Procedures;

/// <summary>What stands against recording something about telling parents or carers, all of it at once, each beside its field (S2.1.3, S2.2.9).</summary>
internal static class TellingGuards
{
    private const string CouldBe =
        "They could be that adult, or live with them. Agree first with police or social care what is said, and record that something has changed";

    /// <summary>What stands against recording that somebody was told.</summary>
    public static IEnumerable<Refusal> GuardTold(CaseView view, Act act, ParentTold told)
    {
        foreach (var refusal in GuardWhom(view, told.Child, told.Who, told.Causes)) yield return refusal;
        if (act.HappenedAt is null) yield return new("happened-at", "Enter the time at which they were told: later questions turn on it");
        foreach (var refusal in GuardCouldBe(view, told.CouldBeAdult)) yield return refusal;
    }

    // It is asked where it is not known whether an adult is involved.
    private static IEnumerable<Refusal> GuardCouldBe(CaseView view, Answer? could)
    {
        if (could is null && MayBeAdult(view))
            yield return new("could-be-adult", "Select whether they could be that adult, or live with them", "S2.2.9");
    }

    /// <summary>What is said of it.</summary>
    public static IEnumerable<Remark> RemarkTold(CaseView view, Act act, ParentTold told)
    {
        if (told.CouldBeAdult is Answer.Yes or Answer.NotKnown) yield return new(CouldBe, "S2.2.9");
        if (AgreedTelling.IsTooEarly(view, view.File, act, told))
            yield return new("They were told while information was withheld. It is recorded. Police and the case lead look at the evidence and at "
                + "each child's safety again today", "S2.2.9");
    }

    /// <summary>What is said of a plan.</summary>
    public static IEnumerable<Remark> RemarkToBeTold(CaseView view, Act act, ToBeTold planned)
    {
        if (planned.CouldBeAdult is Answer.Yes or Answer.NotKnown) yield return new(CouldBe, "S2.2.9");
    }

    /// <summary>What stands against planning to tell somebody.</summary>
    public static IEnumerable<Refusal> GuardToBeTold(CaseView view, Act act, ToBeTold planned)
    {
        foreach (var refusal in GuardWhom(view, planned.Child, planned.Who, planned.Causes)) yield return refusal;
        var told = new ParentTold(planned.Child, planned.Person, planned.Who, "", "", planned.Causes);
        if (IsWithheld(view) && WhoIsTold.IsKnown(view.File, told) && !AgreedTelling.IsAgreed(view.File, act, told))
            yield return new(planned.Person is null ? "who" : "person",
                "They are alleged, or linked to it: agree first with police or social care what is said, and plan it then", "S2.2.9");
        if (planned.On < act.HappenedOn) yield return new("on", "Enter a day from today on; record separately that somebody was told");
        foreach (var refusal in GuardCouldBe(view, planned.CouldBeAdult)) yield return refusal;
    }

    /// <summary>What stands against withholding.</summary>
    public static IEnumerable<Refusal> GuardWithheld(CaseView view, Act act, Withheld withheld)
    {
        foreach (var refusal in GuardWhom(view, withheld.Child, withheld.Who, withheld.Causes)) yield return refusal;
        if (withheld.Until < act.HappenedOn) yield return new("until", "Enter a day from today on");
    }

    /// <summary>What stands against recording what was agreed.</summary>
    public static IEnumerable<Refusal> GuardAgreed(CaseView view, Act act, Agreed agreed)
    {
        if (ComparedText.IsEmpty(agreed.ToWhom)) yield return new("to-whom", "Enter to whom", "S2.2.9");
        if (agreed.Person is { } person && !view.File.All<People.Added>().Any(p => p.Content.Person == person))
            yield return new("person", "Select somebody of this case");
        foreach (var refusal in GuardCauses(view, agreed.Causes)) yield return refusal;
    }

    /// <summary>What stands against answering for a service.</summary>
    public static IEnumerable<Refusal> GuardConfirmed(CaseView view, Act act, Confirmed confirmed)
    {
        if (view.File.Counting(confirmed.Of) is not Agreed) yield return new("of", "Select what was recorded as agreed");
        if (!SecondPerson.IsService(view.File, act.By)) yield return new("", "Only police or social care who have the referral say what they agreed", "S2.2.9");
    }

    /// <summary>What stands against recording that it was looked at again.</summary>
    public static IEnumerable<Refusal> GuardLookedAgain(CaseView view, Act act, LookedAgain looked)
    {
        if (view.File.At(looked.Of)?.Content is not ParentTold) yield return new("of", "Select what was told too early");
    }

    private static IEnumerable<Refusal> GuardWhom(CaseView view, Guid child, string who, IReadOnlyList<EntryId> causes)
    {
        var known = view.File.All<People.Added>().Any(p => p.Content.Person == child && p.Content.IsChild)
            || view.File.All<People.GroupAdded>().Any(g => g.Content.Group == child);
        if (!known) yield return new("child", "Select the child");
        if (ComparedText.IsEmpty(who)) yield return new("who", "Enter which parent or carer");
        foreach (var refusal in GuardCauses(view, causes)) yield return refusal;
    }

    private static IEnumerable<Refusal> GuardCauses(CaseView view, IReadOnlyList<EntryId> causes)
    {
        if (causes.Count == 0 || causes.Any(cause => view.File.At(cause)?.Content is not (Concern.Reported or Concern.FactsChanged)))
            yield return new("causes", "Select which report or change of facts it is about");
    }
}
