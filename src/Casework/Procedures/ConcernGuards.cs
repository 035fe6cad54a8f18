using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Casework.Procedures;

/// <summary>What stands against recording something of a concern, all of it at once, each beside its field.</summary>
internal static class ConcernGuards
{
    private static IEnumerable<Refusal> GuardStandIn(StandIn? instead, Author by)
    {
        if (instead is not ({ Account: not null } or { Team: not null }))
            yield return new("lead-instead", "Select who sees it instead: a deputy, or a team outside your setting");
        else if (instead.Team == by.Team || instead.Account == by.Account) yield return new("lead-instead", "Select a deputy, or a team outside your setting");
    }

    /// <summary>What stands against a report.</summary>
    public static IEnumerable<Refusal> GuardReport(CaseView view, Act act, Reported reported)
    {
        foreach (var refusal in reported.Told.Amiss()) yield return refusal;
        if (HasLead(act.By) && reported.LeadMaySee is null) yield return new("lead-may-see", "Select whether your safeguarding lead sees it");
        if (reported.LeadMaySee == false)
            foreach (var refusal in GuardStandIn(reported.Instead, act.By)) yield return refusal;
    }

    /// <summary>What stands against shutting the lead out.</summary>
    public static IEnumerable<Refusal> GuardShutOut(CaseView view, Act act, LeadShutOut shut)
    {
        var report = view.File.At(shut.Of);
        if (report?.Content is not Reported) yield return new("of", "Select the report");
        else if (report.Act.By.Account != act.By.Account) yield return new("of", "Only whoever wrote the report says who in their setting must not see it");
        else if (ShutOut(view.File, shut.Of) is not null) yield return new("of", "They see it no more already");
        foreach (var refusal in GuardStandIn(shut.Instead, act.By)) yield return refusal;
    }

    /// <summary>What stands against writing what happened.</summary>
    public static IEnumerable<Refusal> GuardStory(CaseView view, Act act, StoryWritten story)
    {
        if (ComparedText.IsEmpty(story.Story) && ComparedText.IsEmpty(story.OwnWords) && ComparedText.IsEmpty(story.Devices))
            yield return new("story", "Write what happened, the child's own words, or which devices", "S1.4");
    }

    /// <summary>What stands against a change of facts.</summary>
    public static IEnumerable<Refusal> GuardChange(CaseView view, Act act, FactsChanged change)
    {
        if (view.File.At(change.Of)?.Content is not Reported) yield return new("of", "Select the report whose facts changed");
        if (ComparedText.IsEmpty(change.Why)) yield return new("why", "Say what changed and how you know");
        foreach (var refusal in change.Told.Amiss()) yield return refusal;
    }

    /// <summary>What stands against a step.</summary>
    public static IEnumerable<Refusal> GuardStep(CaseView view, Act act, StepTaken step)
    {
        if (!view.Rules.RowsCalled(step.Duty).Any(row => row is DutyRule { Duty: var kind } && IsStep(kind)))
            yield return new("duty", "Select what was to be done");
        if (step.Causes.Count == 0 || step.Causes.Any(cause => view.File.At(cause) is null)) yield return new("causes", "Select what it was done about");
    }
}
