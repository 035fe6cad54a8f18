using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Casework.Procedures;

/// <summary>What stands against recording who is in a case, all of it at once, each beside its field.</summary>
internal static class PeopleGuards
{
    /// <summary>What stands against recording somebody.</summary>
    public static IEnumerable<Refusal> GuardPerson(CaseView view, Act act, Added added)
    {
        if (added.IsChild && added.Age is < 0 or > 17) yield return new("age", "Age must be 0 to 17; record anyone older as an adult");
        if (!added.IsChild && added.Age is < 18 or > 120)
            yield return new("age", "Enter 18 or older, or leave it empty; record anyone younger as a child");
        if (added.OfGroup is { } group && view.File.First<GroupAdded>(g => g.Content.Group == group) is null)
            yield return new("group", "Select the group that they are named out of");
    }

    /// <summary>Whom to ring where they work for an organisation of the partnership: nothing is sent there before it is said whose account it is.</summary>
    public static IEnumerable<Remark> RemarkPartner(CaseView view, Act act, Added added)
    {
        if (!added.IsChild && added.Name is { } name && added.WorksForPartner is not null && NameSounds.OfPerson(name).Count == 1)
            yield return new("Everybody with an account and a surname that sounds so is left out of this case, until it is said whether it is they. "
                + "If you know the first name, add it to the name");
        if (added.WorksForPartner == Answer.Yes && act.By.Agency != added.PartnerAgency)
            yield return new("Ring the manager there, and nobody of that name: until it is said which account it is, no team of theirs is sent anything of "
                + "this case", "S2.2.9");
    }

    /// <summary>What stands against recording a group.</summary>
    public static IEnumerable<Refusal> GuardGroup(CaseView view, Act act, GroupAdded added)
    {
        if (added.Size is <= 0) yield return new("size", "Enter how many they are, about, or leave it empty");
        if (added.YoungestAge is null != added.IsAgeNotKnown)
            yield return new("youngest", "Enter how old the youngest of them is, or select not known yet, not both", "N6");
        else if (added.YoungestAge is < 0 or > 17) yield return new("youngest", "Age must be 0 to 17; record anyone older as an adult");
    }

    /// <summary>What stands against naming somebody.</summary>
    public static IEnumerable<Refusal> GuardName(CaseView view, Act act, Named named)
    {
        if (!view.File.All<Added>().Any(p => p.Content.Person == named.Person)) yield return new("person", "Select who it is");
    }

    /// <summary>What stands against linking two people.</summary>
    public static IEnumerable<Refusal> GuardLink(CaseView view, Act act, Linked linked)
    {
        if (linked.From == linked.To) yield return new("to", "Select two different people");
        foreach (var (field, person) in new[] { ("from", linked.From), ("to", linked.To) })
            if (!view.File.All<Added>().Any(p => p.Content.Person == person) && !view.File.All<GroupAdded>().Any(g => g.Content.Group == person))
                yield return new(field, "Select somebody of this case");
    }
}
