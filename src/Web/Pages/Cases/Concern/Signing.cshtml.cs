using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>A second person signs, or refuses, that less is done.</summary>
public sealed class SigningModel(Desk desk) : FormPage(desk)
{
    /// <summary>What waits for a signature; in a correction, what was answered.</summary>
    public IEnumerable<(EntryId Id, string Line)> Asked => ToSign.Select(one => (one.Entry.Id, one.Line));

    /// <summary>The same, with all that whoever signs needs to know.</summary>
    public IReadOnlyList<ToSign> ToSign => field ??= [.. (Stands is LessSigned signed ? [signed.Asked]
        : Duties.Where(duty => duty.Kind == Sign && duty.MetBy is null).Select(duty => duty.Causes[0]).Distinct()).Select(Shown)];

    private ToSign Shown(EntryId asked)
    {
        var (entry, content) = (Case.File.At(asked)!, Case.File.Counting(asked) ?? Case.File.At(asked)!.Content);
        var about = content is LessAsked asks ? asks.Of : asked;
        var told = Told(about) ?? throw new InvalidOperationException("a signature is asked about facts");
        var refused = Case.File.All<LessSigned>().Where(one => one.Content.Agrees == false && one.Content.Asked != asked)
            .Select(one => $"{NameOf(one.Entry.Act.By.Account)}, {DecisionWords.Day(one.HappenedOn)}: {Directed.Isolated(one.Content.Why)}");
        var line = content.Line(Case.File);
        if (content is not LessAsked less)
        {
            var change = (FactsChanged)content;
            var before = Case.File.All<FactsChanged>().Where(one => one.Content.Of == change.Of && Case.File.IsBefore(one.Id, asked))
                .Select(one => one.Content.Told).LastOrDefault() ?? Told(change.Of) ?? told;
            return new(entry, line, Dropped(View, asked), null, change.Why, [.. FactsWords.Changed(before, told)],
                [.. FactsWords.Of(told, Case.File)], [.. refused]);
        }

        var rows = LessModel.RowsOf(Desk.Rules.Decide(told.Concern())).ToDictionary(row => row.Name, row => row.Words, StringComparer.Ordinal);
        return new(entry, line, [.. less.Rules.Select(rule => rows.GetValueOrDefault(rule, rule))], less.Instead, less.Why, [],
            [.. FactsWords.Of(told, Case.File)], [.. refused]);
    }

    private Casework.Procedures.ConcernFacts? Told(EntryId about) =>
        (Case.File.Counting(about) ?? Case.File.At(about)?.Content) switch { Reported report => report.Told, FactsChanged change => change.Told, _ => null };

    /// <inheritdoc/>
    protected override string Purpose => "sign that less is done";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["asked", "agrees", "why"];

    /// <inheritdoc/>
    protected override Content Said() => new LessSigned(EntryIn("asked"), this["agrees"] switch { "yes" => true, "no" => false, _ => null }, Text("why") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not LessSigned signed ? null
        : new Dictionary<string, string?>
        {
            ["asked"] = signed.Asked.ToString(),
            ["agrees"] = signed.Agrees switch { true => "yes", false => "no", _ => null },
            ["why"] = signed.Why,
        };
}
