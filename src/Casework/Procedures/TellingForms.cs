using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Logic;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms of telling parents or carers (S2.1.3, S2.2.9).</summary>
internal static class TellingForms
{
    private const string AboutIt = "Select which report or change of facts it is about";

    private static readonly Whom whom = new("Whom?", "Select whom it is about", "Somebody who is not recorded here", "Which parent or carer?",
        "Enter which parent or carer", "Only somebody who is neither alleged nor linked to it, unless police or social care agreed.");

    /// <summary>A parent or carer was told, is to be told, or is not told yet.</summary>
    public static readonly CaseForm Telling = CaseForm.OfSeveral<ITelling>(6, "Telling parents or carers", "record what parents or carers are told", f =>
    {
        f.Closed(() => !f.Children.Any(), "Record the child first: a name can wait.", (12, "Add a person"));
        var child = f.Child(m => m.Child, "About which child?", "Select the child");
        var (person, who) = f.PersonOrWords(m => m.Person, m => m.Who, whom, Adults(f.File).Select(one => (one.Id, one.Words, Held(f, one.Id))));
        Answer? could = f.IsBlank || MayBeAdult(f.View) || f.Has(m => m.CouldBeAdult is not null)
            ? f.YesNoNotKnown(m => m.CouldBeAdult, "Could they be the adult who may be involved, or live with them?", null,
                "It is not known yet whether an adult is involved. If they could be, or you do not know: agree first with police or social care "
                + "what is said. Leave it open if they are not told yet.", ["S2.2.9"]) : null;
        IReadOnlyList<EntryId> causes = [];
        var said = f.Either("how-it-is", "Are they told?", "Select whether they are told",
            Branch.Of<ParentTold>("told", "They were told", b => new(child, person, who,
                b.Line(m => m.How, "Who told them, and how?", "Enter who told them and how"),
                b.Words(m => m.What, "What were they told?", "Enter what they were told"), causes, could)),
            Branch.Of<ToBeTold>("to-be-told", "They are to be told", b => new(child, person, who,
                b.Line(m => m.ToldBy, "Who tells them?", "Enter who tells them"),
                b.Day(m => m.On, "By which day?", "Enter the day by which they are told"), causes, could)),
            Branch.Of<Withheld>("withheld", "Not told yet", b => new(child, person, who,
                b.OneOf(m => m.Because, "Why?", "Select why they are not told yet", [(Reason.RiskToChild, "It would put a child at risk", null),
                    (Reason.AskedByPoliceOrSocialCare, "Police or social care asked for it", null)], AskedAs.Select, cites: ["S2.1.3"]),
                b.Words(m => m.Why, "The reason, in words", "Give the reason in words", cites: ["S2.1.3"]),
                b.Day(m => m.Until, "When is it decided again?", "Enter the day on which it is decided again", ["S2.1.3"]), causes)));
        causes = f.Causes(m => m.Causes, "What is it about?", AboutIt);
        return said switch
        {
            ParentTold told => told with { Causes = causes },
            ToBeTold planned => planned with { Causes = causes },
            Withheld withheld => withheld with { Causes = causes },
            _ => null,
        };
    })
    with
    { AboutTime = "Where they were told it is needed: later questions turn on it.", InLine = ["child", "told-by", "on", "until"] };

    /// <summary>Police or social care agreed what is said.</summary>
    public static readonly CaseForm Agreed = CaseForm.Of<Agreed>(7, "What is said is agreed", "record what was agreed to be said", f =>
    {
        if (f.IsBlank || !AgreedTelling.SaysItself(f.File, f.By))
            f.Says("It stands as what you say that they agreed, until they confirm it. It covers a parent who is neither alleged nor linked to it; the alleged "
                + "person, their partner and their home it covers only once they have confirmed it here.");
        var what = f.Words(m => m.What, "What may be said, and what is left in place?", "Enter what may be said, and what is left in place", cites: ["S2.2.9"]);
        var (person, toWhom) = f.PersonOrWords(m => m.Person, m => m.ToWhom, new("To whom?", "Select to whom it may be said", "Others, in words",
            "To whom?", "Enter to whom"), Adults(f.File).Select(one => (one.Id, one.Words, (string?)null)));
        return new(what, toWhom, f.Line(m => m.With, "Who of the police or social care agreed?", "Enter who of the police or social care agreed",
            cites: ["S2.2.9"]), f.Causes(m => m.Causes, "What is it about?", AboutIt), person);
    })
    with
    { InLine = ["what", "to-whom", "with"] };

    /// <summary>Police or social care say whether they agreed what somebody else recorded.</summary>
    public static readonly CaseForm Confirmed = CaseForm.Of<Confirmed>(19, "Did you agree this?", "say whether it was agreed", f =>
    {
        f.Says("Somebody else wrote down what your service agreed. The alleged person, their partner and their home may be told only what you confirm here.");
        return new(f.Entry(m => m.Of, "Which of them?", "Select what was recorded as agreed", f.IsCorrection ? []
                : AgreedTelling.Unconfirmed(f.File).Select(agreed => (agreed.Id, f.LineOf(agreed.Id))),
                "Nothing waits for an answer here: all that was recorded as agreed is answered, or nothing was.", (7, "Record what you agreed")),
            f.YesNo(m => m.Agrees, "Did your service agree it?", "Select whether you agreed it", no: new("no", "No: it is agreed anew before anybody is told")),
            f.Words(m => m.What, "What may be said, and what is left in place? Or what was not agreed?",
                "Enter what may be said and what is left in place, or what was not agreed", cites: ["S2.2.9"]));
    })
    with
    { InLine = ["what"] };

    /// <summary>Evidence and safety were looked at again.</summary>
    public static readonly CaseForm LookedAgain = CaseForm.Of<LookedAgain>(8, "Looked at again", "record what was looked at again", f =>
        new(f.Entry(m => m.Of, "What was told early?", "Select what was told too early", f.Entries<ParentTold>(),
                "Nobody is recorded as told here.", (6, "Record that somebody was told")),
            f.Words(m => m.What, "What was found about the evidence and each child, and what was done?",
                "Enter what was found about the evidence and each child, and what was done",
                cites: ["S2.2.9"])))
    with
    { InLine = ["what"] };

    private static string? Held<T>(Ask<T> f, Guid person) =>
        IsHeld(f.View, person) ? "Alleged, or linked to it: nothing is said before police or social care agreed it." : null;

    // The adults of the case, with their names, their part and whose parents or carers they are.
    private static IEnumerable<(Guid Id, string Words)> Adults(CaseFile file) =>
        People.All(file).Where(one => !one.IsChild).Select(adult => (adult.Id, $"{adult.NameAndPart}{OfChildren(file, adult.Id)}"));

    private static string OfChildren(CaseFile file, Guid adult) => string.Concat(file.All<People.Linked>()
        .Where(link => link.Content.From == adult && link.Content.Kind == LinkKind.ParentOrCarerOf)
        .Select(link => $", {People.Words(link.Content.Kind)} {People.NameOf(file, link.Content.To)}").Distinct());
}
