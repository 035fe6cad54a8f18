using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;

namespace Lapwing.Web.Cases;

/// <summary>A page of a case with fields: what stands in each, what can be chosen, what is amiss with it.</summary>
public abstract class FieldsPage(Desk desk) : CasePage(desk)
{
    /// <summary>What stands against it.</summary>
    public IReadOnlyList<FieldError> Errors { get; protected set; } = [];

    /// <summary>What stands in a field: what was typed, else what it begins with.</summary>
    public string? this[string field] => HttpMethods.IsPost(Request.Method) ? Posted[field] : Kept is not null ? Kept[field].FirstOrDefault()
        : Prefilled.TryGetValue(field, out var value) ? value : null;

    /// <summary>The choices of a field.</summary>
    public IReadOnlyList<string> Chosen(string field) => HttpMethods.IsPost(Request.Method) ? [.. Request.Form[field].OfType<string>()]
        : Kept is not null ? [.. Kept[field]] : this[field]?.Split(' ') ?? [];

    /// <summary>What is amiss with a field.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field).Message;

    /// <summary>The reports and changes of facts that something can be about, with their lines.</summary>
    public IEnumerable<(EntryId Id, string Line)> Causes =>
        Case.File.Entries.Where(entry => entry.Content is Concern.Reported or Concern.FactsChanged)
        .Select(entry => (entry.Id, $"{entry.Content.Line(Case.File)}, {Casework.Triage.DecisionWords.Day(entry.HappenedOn)}"));

    /// <summary>The entries of one kind, with their lines, to choose from.</summary>
    public IEnumerable<(EntryId Id, string Line)> Entries<T>() where T : Content => Case.File.All<T>().Select(one => (one.Id, one.Content.Line(Case.File)));

    /// <summary>The referrals that were made to their service: to be received, or those that it has.</summary>
    protected IEnumerable<(EntryId Id, string Line)> Theirs(bool received) => Case.File.All<Referral.Made>()
        .Where(made => Casework.Triage.DecisionWords.Each(Referral.Recipient(made.Content.To)!).Any(to => Referral.AgencyOf(to.Name) == Viewer.Agency)
            && (!received || Case.File.All<Referral.Received>().Any(one => one.Content.Of == made.Id && one.Entry.Act.By.Agency == Viewer.Agency)))
        .Select(made => (made.Id, made.Content.Line(Case.File)));

    /// <summary>The children and groups of the case in the order in which they came in, told apart by age, part and number.</summary>
    public IEnumerable<(Guid Id, string Name)> Children =>
        People.All(Case.File).Where(one => one.IsChild).Select((child, i) => (child.Id, $"{CaseWords.NameAndPart(child)} (child {i + 1})"));

    /// <summary>An entry by its name in a field.</summary>
    protected EntryId EntryIn(string field) => Id(this[field]);

    /// <summary>The entries chosen in a field.</summary>
    protected IReadOnlyList<EntryId> EntriesIn(string field) => [.. Chosen(field).Select(Id)];

    /// <summary>Text in a field; none where it is empty.</summary>
    protected string? Text(string field) => ComparedText.IsEmpty(this[field]) ? null : this[field]!.Trim();

    /// <summary>A day in three fields; none where they are empty or no day.</summary>
    protected DateOnly? Day(string field) => Dates.Day(FormDates.Three(this, field), field, "The day", new(2099, 12, 31)).Day;

    /// <summary>The one choice in a field, by its name; none where nothing was chosen, or something that is not offered: a number, two at once.</summary>
    protected T? Choice<T>(string field) where T : struct, Enum =>
        this[field] is { } name && Array.IndexOf(Enum.GetNames<T>(), name) is >= 0 and var place ? Enum.GetValues<T>()[place] : null;

    /// <summary>What the fields begin with.</summary>
    protected IDictionary<string, string?> Prefilled { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What was kept, in place of what they begin with: a box that was not ticked then is not ticked now.</summary>
    protected ILookup<string, string>? Kept { get; set; }

    /// <summary>What was sent: an image that was pasted among the words is cut out of them, and it is said so beside its field.</summary>
    private protected PostedWords Posted => field ??= new(Request.Form, FormFields.Has);

    /// <summary>An entry by its name; none that there is where it is no name.</summary>
    protected static EntryId Id(string? text)
    {
        var parts = text?.Split('-') ?? [];
        return parts.Length == 2 && Guid.TryParseExact(parts[0], "N", out var act) && int.TryParse(parts[1], out var index) ? new(act, index) : default;
    }
}
