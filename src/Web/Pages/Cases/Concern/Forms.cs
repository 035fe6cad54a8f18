using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>A second person signs, or refuses, that less is done.</summary>
public sealed class SigningModel(Desk desk) : FormPage(desk)
{
    /// <summary>What waits for a signature; in a correction, what was answered.</summary>
    public IEnumerable<(EntryId Id, string Line)> Asked => (Stands is LessSigned signed ? [signed.Asked] : Duties.Where(duty => duty.Name == "sign-override" && duty.MetBy is null).Select(duty => duty.Causes[0])).Select(asked => (asked, (Case.File.Counting(asked) ?? Case.File.At(asked)!.Content).Line(Case.File)));

    /// <inheritdoc/>
    protected override string Purpose => "sign that less is done";

    /// <inheritdoc/>
    protected override Content Said() => new LessSigned(EntryIn("asked"), this["agrees"] switch { "yes" => true, "no" => false, _ => null }, Text("why") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not LessSigned signed ? null : new Dictionary<string, string?>
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
            var told = Case.File.All<Reported>().Select(report => report.Content.Told).Concat(Case.File.All<FactsChanged>().Select(change => change.Content.Told));
            return told.SelectMany(facts => RowsOf(Desk.Rules.Decide(facts.Concern()))).DistinctBy(row => row.Name);
        }
    }

    /// <summary>The rules and duties of one decision that somebody may ask to leave undone, by name.</summary>
    internal static IEnumerable<(string Name, string Words)> RowsOf(Decision decision) =>
        decision.Referrals.SelectMany(referral => referral.Because.Select(because => (because.Row.Name, $"Refer to {referral.To.Words}: because {DecisionWords.Because(because)}")))
            .Concat(decision.Duties.Where(duty => duty.Rule.Duty != DutyKind.DoNotViewImagery).Select(duty => (duty.Rule.Name, duty.Rule.Duty.Short))).DistinctBy(row => row.Item1);

    /// <summary>The teams outside the setting whose managers can sign.</summary>
    public IEnumerable<(Guid Team, string Name, Agency Agency)> Teams => Desk.Accounts.All.Where(person => person.Author is { MaySign: true, Agency: Agency.SocialCare or Agency.Police } && person.Author.Team != Viewer.Team)
        .Select(person => (person.Author.Team, person.Team, person.Author.Agency)).Distinct();

    /// <summary>Which of them are chosen: their names hold spaces.</summary>
    public IReadOnlyList<string> NotToBeDone => HttpMethods.IsPost(Request.Method) || KeptAt is not null ? Chosen("rules") : (Stands as LessAsked)?.Rules ?? [];

    /// <inheritdoc/>
    protected override string Purpose => "ask for less than required";

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (OwnStaff is not false && AskedOf is null) yield return new("asked-of", "Select who outside your setting is asked to sign");
    }

    /// <inheritdoc/>
    protected override Content Said()
    {
        var asked = OwnStaff is false ? null : AskedOf;
        return new LessAsked(EntryIn("of"), Chosen("rules"), Text("instead") ?? "", Text("why") ?? "", OwnStaff, asked?.Team, asked?.Agency);
    }

    // Not answered counts as not known, and so as yes.
    private bool? OwnStaff => this["own-staff"] switch { "yes" => true, "no" => false, _ => null };

    private (Guid Team, string Name, Agency Agency)? AskedOf => Guid.TryParseExact(this["asked-of"], "N", out var team) ? Teams.Where(one => one.Team == team).Cast<(Guid, string, Agency)?>().FirstOrDefault() : null;

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
    public IEnumerable<(string Name, string Words)> Steps => Duties.Where(duty => duty.MetBy is null && duty.EndedBy is null && DutyForms.For(duty.Name) == DutyForms.Step).Select(duty => (duty.Name, duty.What))
        .Concat(Stands is StepTaken step && Kind(step.Duty) is { } kind ? [(kind.Name, kind.Words)] : []).DistinctBy(step => step.Name);

    /// <inheritdoc/>
    protected override string Purpose => "record what was done";

    /// <inheritdoc/>
    protected override Content Said() =>
        new StepTaken(this["duty"] ?? "", EntriesIn("causes"), [.. Chosen("for").Select(text => Guid.TryParseExact(text, "N", out var child) ? child : default)], Text("what") ?? "");

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
    protected override Content Said() => new StoryWritten(Text("story"), Text("own-words"), Text("devices"));

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not StoryWritten story ? null : new Dictionary<string, string?>
    {
        ["story"] = story.Story,
        ["own-words"] = story.OwnWords,
        ["devices"] = story.Devices,
    };
}
