using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>A second person signs, or refuses, that less is done.</summary>
public sealed class SigningModel(Desk desk) : FormPage(desk)
{
    /// <summary>What waits for a signature.</summary>
    public IEnumerable<(EntryId Id, string Line)> Asked => Duties.Where(duty => duty.Name == "sign-override" && duty.MetBy is null).Select(duty => (duty.Causes[0], Case.File.At(duty.Causes[0])!.Content.Line(Case.File)));

    /// <inheritdoc/>
    protected override string Purpose => "sign that less is done";

    /// <inheritdoc/>
    protected override Content Said() => new LessSigned(EntryIn("asked"), this["agrees"] switch { "yes" => true, "no" => false, _ => null }, Text("why") ?? "");
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
            var decisions = told.Select(facts => Desk.Rules.Decide(facts.Concern())).ToList();
            var referrals = decisions.SelectMany(d => d.Referrals).SelectMany(referral => referral.Because.Select(because => (because.Row.Name, $"Refer to {referral.To.Words}: because {DecisionWords.Because(because)}")));
            return referrals.Concat(decisions.SelectMany(d => d.Duties).Select(duty => (duty.Rule.Name, duty.Rule.Duty.Short))).DistinctBy(row => row.Item1);
        }
    }

    /// <inheritdoc/>
    protected override string Purpose => "ask for less than required";

    /// <inheritdoc/>
    protected override Content Said() => new LessAsked(EntryIn("of"), Chosen("rules"), Text("instead") ?? "", Text("why") ?? "", this["own-staff"] switch { "yes" => true, "no" => false, _ => null });
}

/// <summary>Something that the decision requires was done.</summary>
public sealed class StepModel(Desk desk) : FormPage(desk)
{
    /// <summary>What is open and has no form of its own.</summary>
    public IEnumerable<Duty> Steps => Duties.Where(duty => duty.MetBy is null && duty.EndedBy is null && DutyForms.For(duty.Name) == DutyForms.Step).DistinctBy(duty => duty.Name);

    /// <inheritdoc/>
    protected override string Purpose => "record what was done";

    /// <inheritdoc/>
    protected override Content Said() =>
        new StepTaken(this["duty"] ?? "", EntriesIn("causes"), [.. Chosen("for").Select(text => Guid.TryParseExact(text, "N", out var child) ? child : default)], Text("what") ?? "");
}

/// <summary>What happened, in words.</summary>
public sealed class StoryModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "write what happened";

    /// <inheritdoc/>
    protected override Content Said() => new StoryWritten(Text("story"), Text("own-words"), Text("devices"));
}
