using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.SecondPerson;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Who owes a signature: the same day, of the team that is asked, else of the report's own; of whoever has the referral where it is theirs to end.
/// </summary>
internal static class SecondPersonDuties
{
    /// <summary>To sign, or to refuse.</summary>
    public static readonly DutyKind Sign = new("sign-override", "Agree or refuse a departure from the procedure")
    { MetWhen = "a second person signs or refuses", Due = Limit.SameDay, Form = 9 };

    /// <summary>Every signature that is or was owed.</summary>
    public static IEnumerable<Duty> Duties(CaseView view)
    {
        var file = view.File;
        foreach (var asked in file.All<Concern.LessAsked>())
        {
            var (report, _) = About(file, asked.Entry, asked.Content);
            var left = view.Requirements.Where(required => required.Report == report && asked.Content.Rules.Contains(required.Row.Name));
            yield return Duty(view, asked.Entry, "", OwedBy(view, asked.Entry.Act.By, asked.Content, report), Answer(view, asked)?.Entry, left);
        }

        var drops = view.Requirements.SelectMany(required =>
            required.DroppedBy.Select(change => (Change: change, Signer: Of(file, required), Required: required)));
        foreach (var same in drops.GroupBy(drop => (drop.Change.Id, drop.Signer)))
        {
            var (change, signer, required) = same.First();
            var answer = same.Select(drop => Answer(file, drop.Required, change)?.Entry ?? StandingRefusal(drop.Required, change))
                .FirstOrDefault(entry => entry is not null);
            yield return Duty(view, change, signer switch { Signer.Outside => "/outside", Signer.Service => "/service", _ => "" },
                By(file, signer, change, required.Report), answer, same.Select(drop => drop.Required));
        }
    }

    private static Duty Duty(CaseView view, Entry asked, string which, Responsible by, Entry? answer, IEnumerable<Requirement> left) =>
        new(Sign, $"{asked.Id}{which}", Sign.Words, [asked.Id],
            Sign.Due.Due((view.File.LastCorrection(asked.Id) ?? asked).HappenedOn, null, view.Rules.Calendar), by, [])
        {
            MetBy = answer,
            EndedBy = answer is null ? NothingLeft(left) : null,
        };

    // Who was asked and did not answer owes nothing any more once somebody else was asked and agreed. What ends otherwise, by one person's act,
    // takes no signature away.
    private static Entry? NothingLeft(IEnumerable<Requirement> all) =>
        all.Select(required => required.EndedBy).ToList() is { Count: > 0 } ends && ends.TrueForAll(end => end?.Content is Concern.LessSigned)
            ? ends.MaxBy(end => end!.Act.RecordedAt) : null;

    private static Entry? StandingRefusal(Requirement required, Entry change) =>
        required.Refused is { } refused && required.IsRefused(((Concern.FactsChanged)change.Content).Told.Concern().Facts) ? refused.Entry : null;

    /// <summary>Who owes the answer where somebody asks for a departure from what a report requires.</summary>
    public static Responsible OwedBy(CaseView view, Author asks, Concern.LessAsked less, Entry report)
    {
        if (less.AskedOf is { } named) return new(less.AskedAgency ?? asks.Agency, named);
        return less.Rules.All(rule => IsOfService(view, rule)) ? new(asks.Agency, asks.Team) : OfSetting(view.File, report);
    }

    private static Responsible By(CaseFile file, Signer signer, Entry change, Entry report)
    {
        var has = Receivers(file).Select(by => new Responsible(by.Agency, by.Team)).FirstOrDefault();
        if (change.Paper == Paper.Whole)
            return CaseLead.TeamThatLeads(file) is { } leads ? new(Agency.SocialCare, leads) : has ?? new(change.Act.By.Agency, change.Act.By.Team);
        return signer switch
        {
            Signer.Outside => change.Content is Concern.FactsChanged { AskedOf: { } team } asked ? new(asked.AskedAgency ?? Agency.SocialCare, team)
                : has ?? new(Agency.SocialCare),
            Signer.Service => has ?? new(Agency.SocialCare),
            _ => OfSetting(file, report),
        };
    }

    // Of the report's own setting; of whoever stands in for its safeguarding lead, where they do not see it.
    private static Responsible OfSetting(CaseFile file, Entry report)
    {
        var (agency, team) = (report.Act.By.Agency, report.Act.By.Team);
        return Concern.InsteadOf(file, report.Id) is not { } instead ? new(agency, team) : instead.Team is { } other ? new(instead.Agency, other)
            : new(agency, team, instead.Account);
    }
}
