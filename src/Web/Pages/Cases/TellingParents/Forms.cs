using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Web.Cases;

/// <summary>A form that can be about one of the adults of a case.</summary>
public abstract class AdultForm(Desk desk) : FormPage(desk)
{
    /// <summary>The adults of the case, with their names, their part and whose parents or carers they are.</summary>
    public IEnumerable<(Guid Id, string Name)> Adults => People.All(Case.File).Where(one => !one.IsChild).Select(adult => (adult.Id, $"{CaseWords.NameAndPart(adult)}{OfChildren(adult.Id)}"));

    /// <summary>The adult that is chosen; nobody where it is somebody else.</summary>
    protected Guid? Adult => Guid.TryParseExact(this["person"], "N", out var adult) ? adult : null;

    private string OfChildren(Guid adult) => string.Concat(Case.File.All<People.Linked>().Where(link => link.Content.From == adult && link.Content.Kind == LinkKind.ParentOrCarerOf)
        .Select(link => $", {People.Words(link.Content.Kind)} {People.NameOf(Case.File, link.Content.To)}").Distinct());
}

/// <summary>A parent or carer was told, is to be told, or is not told yet.</summary>
public sealed class TellingModel(Desk desk) : AdultForm(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what parents or carers are told";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks =>
        ["child", "person", "who", "could-be-adult", "how-it-is", "how", "what", "told-by", "on", "because", "why", "until"];

    /// <inheritdoc/>
    public override string AboutTime => "Where they were told it is needed: later questions turn on it.";

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (this["how-it-is"] is not ("told" or "to-be-told" or "withheld")) yield return new("how-it-is", "Select whether they are told");
        if (Adults.Any() && Text("person") is null && Text("who") is null) yield return new("person", "Select whom it is about");
    }

    /// <summary>Whether it is asked if they could be the adult who may be involved: where nobody knows that there is none; in a correction, where it was answered.</summary>
    public bool AsksCouldBeAdult => MayBeAdult(Case.File, Desk.Rules) || Stands is Casework.Procedures.TellingParents.Told { CouldBeAdult: not null } or ToBeTold { CouldBeAdult: not null };

    private Answer? CouldBeAdult => !AsksCouldBeAdult ? null : this["could-be-adult"] switch { "yes" => Answer.Yes, "no" => Answer.No, "not-known" => Answer.NotKnown, _ => null };

    private static string? Named(Answer? answer) => answer switch { Answer.Yes => "yes", Answer.No => "no", Answer.NotKnown => "not-known", _ => null };

    /// <inheritdoc/>
    protected override Content Said()
    {
        var child = Guid.TryParseExact(this["child"], "N", out var chosen) ? chosen : default;
        var (person, causes) = (Adult, EntriesIn("causes"));
        var who = (person is { } one ? People.NameOf(Case.File, one) : Text("who")) ?? "";
        return this["how-it-is"] switch
        {
            "to-be-told" => new ToBeTold(child, person, who, Text("told-by") ?? "", Day("on"), causes, CouldBeAdult),
            "withheld" => new Withheld(child, person, who, Enum.TryParse<Reason>(this["because"], out var because) ? because : null, Text("why") ?? "", Day("until"), causes),
            _ => new Casework.Procedures.TellingParents.Told(child, person, who, Text("how") ?? "", Text("what") ?? "", causes, CouldBeAdult),
        };
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content switch
    {
        Casework.Procedures.TellingParents.Told told => new Dictionary<string, string?>(Whom("told", told.Child, told.Person, told.Who, told.Causes)) { ["how"] = told.How, ["what"] = told.What, ["could-be-adult"] = Named(told.CouldBeAdult) },
        ToBeTold planned => new Dictionary<string, string?>([.. Whom("to-be-told", planned.Child, planned.Person, planned.Who, planned.Causes), .. InThree("on", planned.On)]) { ["told-by"] = planned.ToldBy, ["could-be-adult"] = Named(planned.CouldBeAdult) },
        Withheld withheld => new Dictionary<string, string?>([.. Whom("withheld", withheld.Child, withheld.Person, withheld.Who, withheld.Causes), .. InThree("until", withheld.Until)])
        {
            ["because"] = withheld.Because?.ToString(),
            ["why"] = withheld.Why,
        },
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string?>> Whom(string howItIs, Guid child, Guid? person, string who, IReadOnlyList<EntryId> causes) =>
        [new("how-it-is", howItIs), new("child", child.ToString("N")), new("person", person?.ToString("N") ?? "other"), new("who", person is null ? who : null), new("causes", Ids(causes))];
}

/// <summary>Police or social care agreed what is said.</summary>
public sealed class AgreedModel(Desk desk) : AdultForm(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what was agreed to be said";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["what", "person", "to-whom", "with"];

    /// <inheritdoc/>
    protected override Content Said() => new Agreed(Text("what") ?? "", (Adult is { } one ? People.NameOf(Case.File, one) : Text("to-whom")) ?? "", Text("with") ?? "", EntriesIn("causes"), Adult);

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (Adults.Any() && Text("person") is null && Text("to-whom") is null) yield return new("person", "Select to whom it may be said");
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Agreed agreed ? null : new Dictionary<string, string?>
    {
        ["what"] = agreed.What,
        ["person"] = agreed.Person?.ToString("N") ?? "other",
        ["to-whom"] = agreed.Person is null ? agreed.ToWhom : null,
        ["with"] = agreed.With,
        ["causes"] = Ids(agreed.Causes),
    };
}

/// <summary>Police or social care say whether they agreed what somebody else recorded.</summary>
public sealed class ConfirmedModel(Desk desk) : FormPage(desk)
{
    /// <summary>What was recorded as agreed and not answered; in a correction, what was answered.</summary>
    public IEnumerable<(EntryId Id, string Line)> Agreements => Stands is Confirmed confirmed ? [(confirmed.Of, Line(confirmed.Of))] : Unconfirmed(Case.File).Select(agreed => (agreed.Id, Line(agreed.Id)));

    /// <inheritdoc/>
    protected override string Purpose => "say whether it was agreed";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "agrees", "what"];

    /// <inheritdoc/>
    protected override Content Said() => new Confirmed(EntryIn("of"), this["agrees"] switch { "yes" => true, "no" => false, _ => null }, Text("what") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Confirmed confirmed ? null : new Dictionary<string, string?>
    {
        ["of"] = confirmed.Of.ToString(),
        ["agrees"] = confirmed.Agrees switch { true => "yes", false => "no", _ => null },
        ["what"] = confirmed.What,
    };

    private string Line(EntryId agreed) => LineOf(Case.File.At(agreed)!);
}

/// <summary>Evidence and safety were looked at again.</summary>
public sealed class LookedAgainModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what was looked at again";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "what"];

    /// <inheritdoc/>
    protected override Content Said() => new LookedAgain(EntryIn("of"), Text("what") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not LookedAgain looked ? null : new Dictionary<string, string?>
    {
        ["of"] = looked.Of.ToString(),
        ["what"] = looked.What,
    };
}
