using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>Something that waits for a second person, with all that they need to know.</summary>
/// <param name="Entry">What is asked.</param>
/// <param name="Line">In a line.</param>
/// <param name="LeftOut">What is not done.</param>
/// <param name="Instead">What is done instead; none where the facts changed.</param>
/// <param name="Why">Why.</param>
/// <param name="Changed">The answers that changed.</param>
/// <param name="Facts">The facts on which it is asked.</param>
/// <param name="Refused">What was refused before in the same report.</param>
public sealed record ToSign(Entry Entry, string Line, IReadOnlyList<string> LeftOut, string? Instead, string Why, IReadOnlyList<string> Changed,
    IReadOnlyList<(string Key, IReadOnlyList<string> Values)> Facts, IReadOnlyList<string> Refused);

/// <summary>A second person signs, or refuses, that less is done.</summary>
public sealed class SigningModel(Desk desk) : FormPage(desk)
{
    /// <summary>What waits for a signature; in a correction, what was answered.</summary>
    public IEnumerable<(EntryId Id, string Line)> Asked => ToSign.Select(one => (one.Entry.Id, one.Line));

    /// <summary>The same, with all that whoever signs needs to know.</summary>
    public IReadOnlyList<ToSign> ToSign => field ??= [.. (Stands is LessSigned signed ? [signed.Asked]
        : Duties.Where(duty => duty.Name == "sign-override" && duty.MetBy is null).Select(duty => duty.Causes[0]).Distinct()).Select(Shown)];

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
            return new(entry, line, Dropped(Case.File, asked, Desk.Rules), null, change.Why, [.. FactsWords.Changed(before, told)],
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

/// <summary>Less than required is asked for.</summary>
public sealed class LessModel(Desk desk) : FormPage(desk)
{
    /// <summary>The rules and duties of the decisions on the report and its changes, by name.</summary>
    public IEnumerable<(string Name, string Words)> Rows
    {
        get
        {
            var told = Case.File.All<Reported>().Select(report => report.Content.Told)
                .Concat(Case.File.All<FactsChanged>().Select(change => change.Content.Told));
            return told.SelectMany(facts => RowsOf(Desk.Rules.Decide(facts.Concern()))).DistinctBy(row => row.Name)
                .Where(row => MayAskLess(Case.File, Viewer.Author, row.Name));
        }
    }

    /// <summary>The rules and duties of one decision that somebody may ask to leave undone, by name.</summary>
    internal static IEnumerable<(string Name, string Words)> RowsOf(Decision decision) =>
        decision.Referrals.SelectMany(referral => referral.Because.Select(because =>
            (because.Row.Name, $"Refer to {referral.To.Words}: because {DecisionWords.Because(because)}")))
            .Concat(decision.Duties.Where(duty => duty.Rule.Duty != DutyKind.DoNotViewImagery && duty.Rule.Duty != DutyKind.WithholdInformation)
            .Select(duty => (duty.Rule.Name, duty.Rule.Duty.Short))).DistinctBy(row => row.Item1);

    /// <summary>The teams outside the setting whose managers can sign.</summary>
    public IEnumerable<(Guid Team, string Name, Agency Agency)> Teams => Signers.Outside(Desk.Accounts, Viewer.Team);

    /// <summary>Which of them are chosen: their names hold spaces.</summary>
    public IReadOnlyList<string> NotToBeDone => HttpMethods.IsPost(Request.Method) || KeptAt is not null ? Chosen("rules") : (Stands as LessAsked)?.Rules ?? [];

    /// <inheritdoc/>
    protected override string Purpose => "ask for less than required";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "rules", "instead", "why", "own-staff", "asked-of"];

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (OwnStaff is not false && AskedOf is null) yield return new("asked-of", "Select who outside your setting is asked to sign");
    }

    /// <inheritdoc/>
    protected override bool CanBeLookedAt => true;

    /// <inheritdoc/>
    protected override Content Said()
    {
        var asked = AskedOf;
        return new LessAsked(EntryIn("of"), Chosen("rules"), Text("instead") ?? "", Text("why") ?? "", OwnStaff, asked?.Team, asked?.Agency);
    }

    // Not answered counts as not known, and so as yes.
    private bool? OwnStaff => this["own-staff"] switch { "yes" => true, "no" => false, _ => null };

    private (Guid Team, string Name, Agency Agency)? AskedOf => Guid.TryParseExact(this["asked-of"], "N", out var team)
        ? Teams.Where(one => one.Team == team).Cast<(Guid, string, Agency)?>().FirstOrDefault() : null;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not LessAsked asked ? null : new Dictionary<string, string?>
    {
        ["of"] = asked.Of.ToString(),
        ["instead"] = asked.Instead,
        ["why"] = asked.Why,
        ["own-staff"] = asked.IsAboutOwnStaff switch { true => "yes", false => "no", _ => "not-known" },
        ["asked-of"] = asked.AskedOf?.ToString("N"),
    };
}

/// <summary>Something that the decision requires was done.</summary>
public sealed class StepModel(Desk desk) : FormPage(desk)
{
    /// <summary>What is open and has no form of its own; in a correction also what was done.</summary>
    public IEnumerable<(string Name, string Words)> Steps =>
        Duties.Where(duty => duty.MetBy is null && duty.EndedBy is null && DutyForms.For(duty.Name) == DutyForms.Step).Select(duty => (duty.Name, duty.What))
        .Concat(Stands is StepTaken step && Kind(step.Duty) is { } kind ? [(kind.Name, kind.Words)] : []).DistinctBy(step => step.Name);

    /// <inheritdoc/>
    protected override string Purpose => "record what was done";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["duty", "for", "what"];

    /// <inheritdoc/>
    protected override Content Said() =>
        new StepTaken(this["duty"]
            ?? "", EntriesIn("causes"), [.. Chosen("for").Select(text => Guid.TryParseExact(text, "N", out var child) ? child : default)], Text("what") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not StepTaken step ? null : new Dictionary<string, string?>
    {
        ["duty"] = step.Duty,
        ["causes"] = Ids(step.Causes),
        ["for"] = string.Join(' ', step.For.Select(child => child.ToString("N"))),
        ["what"] = step.What,
    };
}

/// <summary>What happened, in words.</summary>
public sealed class StoryModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "write what happened";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["story", "own-words", "devices"];

    /// <inheritdoc/>
    protected override Content Said() => new StoryWritten(Text("story"), Text("own-words"), Text("devices"));

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not StoryWritten story ? null
        : new Dictionary<string, string?>
        {
            ["story"] = story.Story,
            ["own-words"] = story.OwnWords,
            ["devices"] = story.Devices,
        };
}

/// <summary>The author shuts the safeguarding lead of their setting out: it is or may be about them.</summary>
public sealed class ShutOutModel(Desk desk) : FormPage(desk)
{
    /// <summary>Who can see it in their place.</summary>
    public IEnumerable<(string Value, string Name)> StandIns => Signers.StandIns(Desk.Accounts, Viewer).Select(one => (one.Value, one.Name));

    /// <summary>The report that it is about; none where there is nothing to shut out.</summary>
    public EntryId? Report => LeadSees(Case.File, Viewer.Author);

    /// <inheritdoc/>
    protected override string Purpose => "say who must not see it";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["lead-instead", "why"];

    /// <inheritdoc/>
    protected override Content Said() => new LeadShutOut(Report ?? default, Signers.StandIn(Desk.Accounts, Viewer, this["lead-instead"]), Text("why") ?? "");
}
