using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>A decision as the page shows it: with whether it waits for a second person, and what was asked to be left undone of it.</summary>
/// <param name="Entry">The report, or the change of facts.</param>
/// <param name="View">The decision.</param>
/// <param name="Waits">Whether it is not in force before a second person signs.</param>
/// <param name="Less">What was asked to be left undone, and the answer.</param>
public sealed record Shown(Entry Entry, DecisionView View, bool Waits, IReadOnlyList<Departure> Less)
{
    /// <summary>Since when facts that were recorded before are decided anew; null where these were recorded since.</summary>
    public DateTimeOffset? DecidedAnewAt { get; init; }
}

/// <summary>A judgement to do less than required, with its answer.</summary>
/// <param name="Asked">Who asked, and when.</param>
/// <param name="What">What is not to be done, in words.</param>
/// <param name="Content">What is done instead, and why.</param>
/// <param name="Duty">To sign, or to refuse.</param>
/// <param name="Answer">Who answered; none while it waits.</param>
public sealed record Departure(Entry Asked, IReadOnlyList<string> What, Concern.LessAsked Content, Duty Duty, Entry? Answer)
{
    /// <summary>What they answered.</summary>
    public Concern.LessSigned? Signed { get; init; }

    /// <summary>Until the end of which day whoever is asked sees it; null where it was answered, or nobody was let in for it.</summary>
    public DateOnly? SeenUntil { get; init; }

    /// <summary>How it stands, in words.</summary>
    public string State => Answer is null ? "waits for a signature" : Signed?.Agrees == true ? "agreed" : "refused";

    /// <summary>Its place on the page: of which decision, and which.</summary>
    public string Id => $"less-{Of}-{Asked.Id}";

    /// <summary>The place of the decision that it stands beside.</summary>
    public required EntryId Of { get; init; }
}

/// <summary>The decision on the newest facts of a case that are in force, or one that is asked for by the entry that told its facts.</summary>
public class DecisionModel(Desk desk, Settings settings) : CasePage(desk)
{
    private const int MostEarlier = 25;

    /// <summary>The address of the form by which less is asked for.</summary>
    public string ToAskLess => FormOf<Casework.Procedures.Concern.LessAsked>();

    /// <summary>The decision that is shown; none where nothing was reported that they read.</summary>
    public Shown? Chosen { get; private set; }

    /// <summary>What told the facts that wait for a second person, the newest first.</summary>
    public IReadOnlyList<Entry> Waiting { get; private set; } = [];

    /// <summary>What told the facts of the other decisions, the newest first, of one page.</summary>
    public IReadOnlyList<Entry> Earlier { get; private set; } = [];

    /// <summary>The ways to the other pages of those.</summary>
    public PageLinks? PageLinks { get; private set; }

    /// <summary>The address of the decision on facts that an entry told.</summary>
    public string AddressOf(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return $"/work/{Case.File.Id}/decision/{entry.Id}";
    }

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? entry)
    {
        if (!await Open(id, "what to do")) return NotFound();
        var places = Case.File.Entries.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        var told = Case.File.All<Concern.Reported>().SelectMany(report => View.VersionsOf(report.Id))      // with what stands in the case, for whoever has that
            .Select(one => (one.Entry, Told: one.Facts, Waits: Concern.Waits(View, one.Entry.Id))).OrderBy(one => one.Waits)
            .ThenByDescending(one => places[one.Entry.Id]).ToList();
        var at = entry is null ? 0 : told.FindIndex(one => one.Entry.Id.ToString() == entry);
        if (entry is not null && at < 0) return NotFound();
        if (entry is not null && at == 0) return Redirect($"/work/{id:N}/decision");
        if (told.Count == 0) return Page();
        var shown = told[at];
        Chosen = new(shown.Entry, Of(shown.Entry, shown.Told, isNow: entry is null), shown.Waits, [.. LessOf(shown.Entry, shown.Told)])
        { DecidedAnewAt = Desk.Cases.DecidedAnewAt is { } anew && shown.Entry.Act.RecordedAt < anew ? anew : null };
        var others = told.Where(one => one.Entry != shown.Entry).ToLookup(one => one.Waits, one => one.Entry);
        Waiting = [.. others[true]];
        (Earlier, PageLinks) = PageLinks.Of([.. others[false]], MostEarlier, Request.Query["page"], Request.Path);
        return Page();
    }

    private DecisionView Of(Entry entry, Casework.Procedures.ConcernFacts told, bool isNow) =>
        new(Desk.Rules.Decide(told.Concern(Case.File)), London.TimeOf(Desk.Clock.GetUtcNow()), settings.Partnership)
        {
            Notes = new(OwnWords: OwnWords(Case.File.At(ReportOf(entry.Id))?.Paper ?? entry.Paper)),
            TakenBy = isNow ? Taken : null,
            Called = isNow ? to => $"{FormOf<Referral.Made>()}?n={Referral.PlaceOf(to)}" : null,
        };

    // Every duty to call somebody is met, or was ended: by what.
    private IReadOnlyList<string> Taken(Casework.Triage.Recipient to)
    {
        var calls = Duties.Where(duty => Referral.Called(duty.Kind) is { } called && Casework.Triage.DecisionWords.Each(called).Contains(to)).ToList();
        return calls.Count == 0 || !calls.TrueForAll(call => call.IsSettled && Sees(call)) ? []
            : [.. calls.Select(call => call.MetBy ?? call.EndedBy).OfType<Entry>().Distinct().Select(entry =>
                $"{LineOf(entry)} {Casework.Triage.DecisionWords.Day(entry.HappenedOn)}{(entry.Act.HappenedAt is { } at ? $", {at:HH:mm}" : "")}")];
    }

    private EntryId ReportOf(EntryId decided) => Case.File.At(decided)?.Content is Concern.FactsChanged change ? change.Of : decided;

    // Less that was agreed on one version of the facts holds for the others of the report: it stands beside each decision that has any of it.
    private IEnumerable<Departure> LessOf(Entry decided, Casework.Procedures.ConcernFacts told)
    {
        var rows = LessWords.Rows(Desk.Rules.Decide(told.Concern())).ToDictionary(row => row.Name, row => row.Words, StringComparer.Ordinal);
        foreach (var (entry, asked) in Case.File.All<Concern.LessAsked>()
            .Where(asked =>
            ReportOf(asked.Content.Of) == ReportOf(decided.Id) && (asked.Content.Of == decided.Id || asked.Content.Rules.Any(rows.ContainsKey))))
        {
            var duty = Duties.First(duty => duty.Kind == Concern.Sign && duty.Causes[0] == entry.Id);
            yield return new(entry, [.. asked.Rules.Select(rule => rows.GetValueOrDefault(rule, rule))], asked, duty, duty.MetBy)
            {
                Of = decided.Id,
                SeenUntil = asked.AskedOf is not null && duty.MetBy is null ? Concern.AskedUntil(View, entry) : null,
                Signed = duty.MetBy is { } answer ? Case.File.Counting(answer.Id) as Concern.LessSigned : null,
            };
        }
    }
}
