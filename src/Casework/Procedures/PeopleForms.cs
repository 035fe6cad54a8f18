using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms by which somebody comes into a case, is named, and is linked.</summary>
internal static class PeopleForms
{
    private const string AdultsAge = "Enter the age in whole years, such as 42, or leave it empty";
    private const string ChildsAge = "Age must be 0 to 17; record anyone older as an adult";

    private const string AnswerWhether = "Select whether they or somebody who lives with them work for a partner organisation";

    private static readonly (Agency, string, string?)[] agencies = [(Agency.Police, "The police", null), (Agency.SocialCare, "Children's social care", null),
        (Agency.Health, "Health", null), (Agency.Education, "A school or college", null), (Agency.Lado, "The LADO's service", null),
        (Agency.Voluntary, "A club, a charity or a faith group", null)];

    private static readonly (LinkKind, string, string?)[] kinds = [.. Enum.GetValues<LinkKind>().Select(kind =>
        (kind, $"The first {(kind == LinkKind.Knows ? "knows, in private life," : Words(kind))} the second", (string?)null))];

    /// <summary>Somebody comes in.</summary>
    public static readonly CaseForm Added = CaseForm.OfSeveral<Added>(12, "Add a person", "record who is in it", f =>
    {
        var isChild = f.YesNo(m => m.IsChild, "Who is it?", "Select whether it is a child or an adult", new("child", "A child"),
            new("adult", "An adult"), "kind");
        var name = f.LineOrNone(m => m.Name, "Name, if you know it", hint: "A username is enough.");
        var age = f.Number(m => m.Age, "Age at the time, if it is known", isChild == false ? AdultsAge : ChildsAge, 2);
        var parts = f.AnyOf(m => m.Parts, "What part do they have?", "Select what part they have", Parts(Involvements.All));
        var works = f.YesNoNotKnown(m => m.WorksForPartner, "Of an adult: do they, or does somebody who lives with them, work for police, social care, health, "
            + "a school or another partner organisation?", isChild == false && IsNear(parts) && !f.IsCorrection ? AnswerWhether : null,
            "Nobody who could warn them is to find this case.", ["S2.2.9"]);
        var agency = f.OneOf(m => m.PartnerAgency, "If yes: for which?", works == Answer.Yes ? "Select for which" : null, agencies);
        var added = new Added(f.Follows(m => m.Person, () => f.NewId), isChild ?? true, name, age, parts,
            f.AmongOrNone(m => m.OfGroup, "Are they one of a group that is recorded?", "No",
                f.File.All<GroupAdded>().Select(group => (group.Content.Group, group.Content.Words)),
                "Then they stand on their own, and the group is for the others.", "group"), works, agency);
        return isChild is null ? null : added;      // how old they can be turns on it
    })
    with
    { InLine = ["name", "age"] };

    private static bool IsNear(IReadOnlyList<Involvement> parts) => parts.Any(part => part is Involvement.Alleged or Involvement.Partner);

    /// <summary>Several children who are not named come in.</summary>
    public static readonly CaseForm GroupAdded = CaseForm.Of<GroupAdded>(16, "Add several children", "record a group", f =>
        new(f.Follows(m => m.Group, () => f.NewId),
            Words: f.Line(m => m.Words, "Who are they?", "Enter who they are, such as 12 pupils of Year 10",
                "Such as 12 of Year 10. Whoever is known by name among them is recorded on their own."),
            Size: f.Number(m => m.Size, "How many, about?", "Enter how many they are, about, or leave it empty", 4, "Leave it empty if nobody knows."),
            YoungestAge: f.Number(m => m.YoungestAge, "How old is the youngest of them?", ChildsAge, 2, "At the time, 0 to 17. Do not guess.", "youngest"),
            IsAgeNotKnown: f.Tick(m => m.IsAgeNotKnown, "Or", "Not known yet", "youngest-not-known"),
            Parts: f.AnyOf(m => m.Parts, "What part do they have?", "Select what part they have", Parts(Involvements.OfChildren))))
    with
    { InLine = ["words", "size"] };

    /// <summary>A name became known.</summary>
    public static readonly CaseForm Named = CaseForm.Of<Named>(14, "Add a name", "name somebody", f =>
    {
        var people = f.Everybody.Where(one => f.File.First<Added>(added => added.Content.Person == one.Id) is not null);
        f.Closed(() => !people.Any(), "Nobody is recorded here yet: a name can wait.", (12, "Add a person first"));
        return new(f.Among(m => m.Person, "Whose?", "Select who it is", people),
            f.Line(m => m.Name, "What are they called?", "Enter the name", "An age that became known is a change of facts: record it there."));
    })
    with
    { InLine = ["name"] };

    /// <summary>Two people are linked.</summary>
    public static readonly CaseForm Linked = CaseForm.Of<Linked>(15, "Two people are linked", "link two people", f =>
    {
        f.Closed(() => f.Everybody.Take(2).Count() < 2, "There are no two people here yet: a name can wait.", (12, "Add a person first"));
        f.Says("Where an adult of whom it is alleged has a child near, the facts change with it, and what that asks for is shown.");
        var from = f.Among(m => m.From, "Who is the first?", "Select the first of the two", f.Everybody);
        var kind = f.OneOf(m => m.Kind, "How are they linked?", "Select how they are linked", kinds, key: "link",
            hint: "Read it from the first to the second.");
        return new(from, kind ?? default, f.Among(m => m.To, "Who is the second?", "Select the second of the two", f.Everybody));
    })
    with
    { InLine = ["from", "to"] };

    private static IEnumerable<(Involvement Value, Offered Offered)> Parts(IEnumerable<Involvement> parts) =>
        parts.Select(part => (part, new Offered($"{part}", DecisionWords.Capital(PartWords.Of(part)))));
}
