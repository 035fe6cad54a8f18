using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Web.Cases;

/// <summary>A parent or carer was told, is to be told, or is not told yet.</summary>
public sealed class TellingModel(Desk desk) : FormPage(desk)
{
    /// <summary>The children and groups of the case, with their names.</summary>
    public IEnumerable<(Guid Id, string Name)> Children => Case.File.All<People.Added>().Where(person => person.Content.IsChild).Select(child => child.Content.Person)
        .Concat(Case.File.All<People.GroupAdded>().Select(group => group.Content.Group)).Select((child, i) => (child, $"{People.NameOf(Case.File, child)} (child {i + 1})"));

    /// <inheritdoc/>
    protected override string Purpose => "record what parents or carers are told";

    /// <inheritdoc/>
    protected override Content Said()
    {
        var child = Guid.TryParseExact(this["child"], "N", out var chosen) ? chosen : default;
        var (who, causes) = (Text("who") ?? "", EntriesIn("causes"));
        return this["how-it-is"] switch
        {
            "to-be-told" => new ToBeTold(child, null, who, Text("told-by") ?? "", Day("on"), causes),
            "withheld" => new Withheld(child, null, who, Enum.TryParse<Reason>(this["because"], out var because) ? because : null, Text("why") ?? "", Day("until"), causes),
            _ => new Casework.Procedures.TellingParents.Told(child, null, who, Text("how") ?? "", Text("what") ?? "", causes),
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
