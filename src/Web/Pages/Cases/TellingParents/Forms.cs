using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Web.Cases;

/// <summary>A parent or carer was told, is to be told, or is not told yet.</summary>
public sealed class TellingModel(Desk desk) : FormPage(desk)
{
    /// <summary>The adults of the case, with their names.</summary>
    public IEnumerable<(Guid Id, string Name)> Adults => Case.File.All<People.Added>().Where(person => !person.Content.IsChild)
        .Select(adult => (adult.Content.Person, $"{adult.Content.Name ?? "An unknown adult"}, {string.Join(", ", adult.Content.Parts.Select(PartWords.Of))}"));

    /// <inheritdoc/>
    protected override string Purpose => "record what parents or carers are told";

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (this["how-it-is"] is not ("told" or "to-be-told" or "withheld")) yield return new("how-it-is", "Select whether they are told");
    }

    /// <inheritdoc/>
    protected override Content Said()
    {
        var child = Guid.TryParseExact(this["child"], "N", out var chosen) ? chosen : default;
        Guid? person = Guid.TryParseExact(this["person"], "N", out var adult) ? adult : null;
        var (who, causes) = (Text("who") ?? (person is { } one ? People.NameOf(Case.File, one) : ""), EntriesIn("causes"));
        return this["how-it-is"] switch
        {
            "to-be-told" => new ToBeTold(child, person, who, Text("told-by") ?? "", Day("on"), causes),
            "withheld" => new Withheld(child, person, who, Enum.TryParse<Reason>(this["because"], out var because) ? because : null, Text("why") ?? "", Day("until"), causes),
            _ => new Casework.Procedures.TellingParents.Told(child, person, who, Text("how") ?? "", Text("what") ?? "", causes),
        };
    }
}

/// <summary>Police or social care agreed what is said.</summary>
public sealed class AgreedModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what was agreed to be said";

    /// <inheritdoc/>
    protected override Content Said() => new Agreed(Text("what") ?? "", Text("to-whom") ?? "", Text("with") ?? "", EntriesIn("causes"));
}

/// <summary>Evidence and safety were looked at again.</summary>
public sealed class LookedAgainModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what was looked at again";

    /// <inheritdoc/>
    protected override Content Said() => new LookedAgain(EntryIn("of"), Text("what") ?? "");
}
