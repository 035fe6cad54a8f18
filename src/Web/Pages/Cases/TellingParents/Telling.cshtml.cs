using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Web.Cases;

/// <summary>A parent or carer was told, is to be told, or is not told yet.</summary>
public sealed class TellingModel(Desk desk) : AdultForm(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what parents or carers are told";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["child", "person", "who", "could-be-adult", "how-it-is", "how", "what", "told-by", "on",
        "because", "why", "until"];

    /// <inheritdoc/>
    public override string AboutTime => "Where they were told it is needed: later questions turn on it.";

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (!IsSaidHowItIs) yield return new("how-it-is", "Select whether they are told");
        if (Adults.Any() && Text("person") is null && Text("who") is null) yield return new("person", "Select whom it is about");
    }

    /// <inheritdoc/>
    protected override bool CanBeLookedAt => IsInError || IsSaidHowItIs;

    private bool IsSaidHowItIs => this["how-it-is"] is "told" or "to-be-told" or "withheld";

    /// <summary>
    /// Whether it is asked if they could be the adult who may be involved: where nobody knows that there is none; in a correction, where it was
    /// answered.
    /// </summary>
    public bool AsksCouldBeAdult => MayBeAdult(View)
        || Stands is Casework.Procedures.TellingParents.ParentTold { CouldBeAdult: not null } or ToBeTold { CouldBeAdult: not null };

    /// <summary>What is said beside somebody to whom nothing is said before it was agreed.</summary>
    public string? Held(Guid person) => IsHeld(View, person) ? "Alleged, or linked to it: nothing is said before police or social care agreed it." : null;

    private Answer? CouldBeAdult => !AsksCouldBeAdult ? null
        : this["could-be-adult"] switch { "yes" => Answer.Yes, "no" => Answer.No, "not-known" => Answer.NotKnown, _ => null };

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
            "withheld" => new Withheld(child, person, who, Choice<Reason>("because"), Text("why") ?? "", Day("until"), causes),
            _ => new Casework.Procedures.TellingParents.ParentTold(child, person, who, Text("how") ?? "", Text("what") ?? "", causes, CouldBeAdult),
        };
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content switch
    {
        Casework.Procedures.TellingParents.ParentTold told => new Dictionary<string, string?>(Whom("told", told.Child, told.Person, told.Who,
            told.Causes))
        { ["how"] = told.How, ["what"] = told.What, ["could-be-adult"] = Named(told.CouldBeAdult) },
        ToBeTold planned => new Dictionary<string, string?>([.. Whom("to-be-told", planned.Child, planned.Person, planned.Who, planned.Causes),
            .. InThree("on", planned.On)])
        { ["told-by"] = planned.ToldBy, ["could-be-adult"] = Named(planned.CouldBeAdult) },
        Withheld withheld => new Dictionary<string, string?>([.. Whom("withheld", withheld.Child, withheld.Person, withheld.Who, withheld.Causes),
            .. InThree("until", withheld.Until)])
        {
            ["because"] = withheld.Because?.ToString(),
            ["why"] = withheld.Why,
        },
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string?>> Whom(string howItIs, Guid child, Guid? person, string who, IReadOnlyList<EntryId> causes) =>
        [new("how-it-is", howItIs), new("child", child.ToString("N")), new("person", person?.ToString("N") ?? "other"),
            new("who", person is null ? who : null), new("causes", Ids(causes))];
}
