using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

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
                .Where(row => MayAskLess(View, Viewer.Author, row.Name));
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
