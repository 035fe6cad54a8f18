using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>Who signs that something is dropped.</summary>
internal enum Signer
{
    /// <summary>A second, different person of manager or safeguarding-lead role; where another team than the report's drops it, nobody of that team.</summary>
    Second,

    /// <summary>The same, outside the setting and outside the team that asks: it is or may be about somebody of it (S2.2.7).</summary>
    Outside,

    /// <summary>A manager of police or social care who has the case: what others rely on ends by no setting's word.</summary>
    Service,
}

/// <summary>
/// The second person: who may sign that less is done, or that a change of facts drops what was required, and what their answer makes of it. Whoever asks never
/// signs, nor whoever typed the change; a refusal stands, whoever is asked, until the facts change.
/// </summary>
internal static class SecondPerson
{
    private static readonly ulong trust = Questions.PositionOfTrust.Mask | Questions.ContactWorkOrVoluntary.Mask | Questions.ChildcareHousehold.Mask;

    /// <summary>Whether a row is a rule that stands for everybody, and no duty of the setting.</summary>
    public static bool IsStanding(Row row) => row is DutyRule { Duty.IsStanding: true };

    /// <summary>
    /// Whether what is required is about the people of a setting: a referral to the LADO, the LADO's meeting, and any referral that is required
    /// because the adult works with children or holds a position of trust.
    /// </summary>
    public static bool IsAboutOwnPeople(Row row, Facts facts) => row is DutyRule { Duty: var duty } ? duty == DutyKind.LadoDecidesOnMeeting
        : row is ReferralRule { To: var to } && (to == Recipient.Lado || (row.Mentions & facts.Yes & trust) != 0);

    /// <summary>Who signs that it is dropped.</summary>
    public static Signer Of(CaseFile file, Requirement required) => required.IsAboutOwnPeople ? Signer.Outside
        : IsStanding(required.Row) || KeepsEvidence(required)
        || (required.Row is DutyRule { Duty.IsOthers: true } && Receivers(file).Any(by => by.Agency == Agency.SocialCare)) ? Signer.Service
        : Signer.Second;

    /// <summary>
    /// Whether a row with this name is what police or social care have to do: they alone leave it undone. What is about a setting's own people is
    /// signed outside it instead.
    /// </summary>
    public static bool IsOfService(CaseView view, string row) => view.Rules.RowsCalled(row).Any(IsOfService);

    private static bool IsOfService(Row row) => row is DutyRule { Duty.IsOthers: true } && !IsAboutOwnPeople(row, default);

    /// <summary>
    /// Whether a judgement to do less, of these who asked and signed it, leaves something undone: what a service has to do by that service alone,
    /// and what a setting has to do by nobody but another team alone.
    /// </summary>
    public static bool LeavesUndone(CaseFile file, Requirement required, Author asked, Author signed) => IsOfService(required.Row)
        ? IsService(file, asked) && IsService(file, signed)
        : asked.Team == required.Report.Act.By.Team || signed.Team != asked.Team;

    /// <summary>
    /// Whether something that the newest facts do not require any more waits for a signature: a referral that was not made, what is dated and not done, a rule
    /// that stands, what another team has to do.
    /// </summary>
    public static bool IsOpen(CaseFile file, Requirement required, Entry change)
    {
        if (required.Row is ReferralRule rule) return Referral.MetBy(file, rule.To, (required.Cause.Id, required.Aware)) is null;
        if (Of(file, required) != Signer.Second) return true;
        return (required.Due is not null || change.Act.By.Team != required.Report.Act.By.Team) && !RequiredDuties.IsDone(file, required);
    }

    /// <summary>Whether it may be that somebody signs: of that standing, and none of those who asked or typed it.</summary>
    public static bool MaySign(CaseFile file, Signer signer, Author by, Entry report, Entry asked, params IEnumerable<Author> typed) =>
        by.MaySign && by.IsApartFrom(asked.Act.By) && typed.All(by.IsApartFrom) && signer switch
        {
            // whoever reads the case is of a service that has it, and of the author's own team where that leads
            _ when asked is { Content: Concern.FactsChanged, Paper.Kind: PaperKind.Whole } =>
                IsService(file, by) && (signer != Signer.Outside || by.Team != report.Act.By.Team),
            Signer.Outside => by.Team != asked.Act.By.Team && by.Team != report.Act.By.Team,
            Signer.Service => IsService(file, by),
            _ => asked.Act.By.Team == report.Act.By.Team || by.Team != asked.Act.By.Team,
        };

    /// <summary>
    /// Whether somebody is of police or social care, and has the case: their team received a referral, reported it, or said that they know already; or
    /// they lead it or work on it, or manage the team that leads it, now or before.
    /// </summary>
    public static bool IsService(CaseFile file, Author by) => HasCase(file, by)
        || (by.Agency is Agency.Police or Agency.SocialCare && file.All<Referral.KnewAlready>().Any(knew => knew.Entry.Act.By.Team == by.Team));

    /// <summary>The same, but for a team that has only said that it knows already.</summary>
    public static bool HasCase(CaseFile file, Author by) => by.Agency is Agency.Police or Agency.SocialCare
        && (Receivers(file).Any(one => one.Team == by.Team) || file.All<Concern.Reported>().Any(report => report.Entry.Act.By.Team == by.Team)
        || CaseLead.HasLedOrWorked(file, by));

    /// <summary>
    /// What counts as the answer on a requirement that a change of facts drops: the first refusal of anybody who could be a second person, or the
    /// first agreement of somebody who may sign.
    /// </summary>
    public static Recorded<Concern.LessSigned>? Answer(CaseFile file, Requirement required, Entry change)
    {
        var signer = Of(file, required);
        return Answer(file, change, by => MaySign(file, signer, by, required.Report, change, required.DroppedBy.Select(drop => drop.Act.By)));
    }

    /// <summary>What counts as the answer to a judgement to do less.</summary>
    public static Recorded<Concern.LessSigned>? Answer(CaseView view, Recorded<Concern.LessAsked> asked)
    {
        var file = view.File;
        var (report, typed) = About(file, asked.Entry, asked.Content);
        var signer = NeedsOutside(view, asked.Entry) ? Signer.Outside : Signer.Second;
        return Answer(file, asked.Entry, by => signer == Signer.Outside ? MaySign(file, signer, by, report, asked.Entry, typed)
            : IsSecond(by, asked.Entry, typed));
    }

    /// <summary>The second person's agreement to less.</summary>
    public static Entry? Signature(CaseView view, Recorded<Concern.LessAsked> asked) => Answer(view, asked) is { Content.Agrees: true } signed
        ? signed.Entry : null;

    /// <summary>The teams of police and social care that received a referral, in the order of receipt.</summary>
    public static IEnumerable<Author> Receivers(CaseFile file) =>
        file.All<Referral.Received>().Select(received => received.Entry.Act.By).Where(by => by.Agency is Agency.Police or Agency.SocialCare);

    /// <summary>Whether somebody outside the setting signs: what was or may be about the asker's own people stays so, whatever it is corrected to.</summary>
    public static bool NeedsOutside(CaseView view, Entry asked) =>
        view.File.Entries.Where(entry => entry.Content is Corrected corrected && corrected.Entry == asked.Id)
        .Select(entry => ((Corrected)entry.Content).Instead).Prepend(asked.Content)
        .Any(version => version is Concern.LessAsked less
            && (less.IsAboutOwnStaff is not false || IsAboutOwnPeople(view.Of(view.File.Before(asked.Id)), less)));

    // By any of the facts that were told of the report by then: whoever asks may name the older ones.
    internal static bool IsAboutOwnPeople(CaseView view, Concern.LessAsked less)
    {
        var report = view.File.At(less.Of)?.Content is Concern.FactsChanged change ? change.Of : less.Of;
        var told = view.VersionsOf(report).Select(version => version.Facts.Concern().Facts).ToList();
        return less.Rules.SelectMany(view.Rules.RowsCalled)
            .Any(row => IsAboutOwnPeople(row, default) || told.Exists(facts => IsAboutOwnPeople(row, facts)));
    }

    private static bool IsSecond(Author by, Entry asked, IEnumerable<Author> typed) =>
        by.MaySign && by.IsApartFrom(asked.Act.By) && typed.All(by.IsApartFrom);

    /// <summary>Whether evidence is kept because of it: where it is agreed first what is taken down, with a child or by a platform.</summary>
    public static bool KeepsEvidence(Requirement required) =>
        required.AgreeFirst is not null && required.Row is DutyRule { Duty: var duty }
            && (duty == DutyKind.OfferRemovalHelp || duty == DutyKind.ReportToPlatform);

    // The report that less is asked of, and who typed the change of facts because of which it is asked.
    internal static (Entry Report, IEnumerable<Author> Typed) About(CaseFile file, Entry asked, Concern.LessAsked less) =>
        file.At(less.Of) is { Content: Concern.FactsChanged change } typed ? (file.At(change.Of) ?? asked, [typed.Act.By]) : (file.At(less.Of) ?? asked, []);

    // In the order of recording, whatever day it is said to be of; no answer is of an earlier day than the question, or to other words than stand there.
    private static Recorded<Concern.LessSigned>? Answer(CaseFile file, Entry asked, Func<Author, bool> may)
    {
        Recorded<Concern.LessSigned>? first = null;
        var since = file.LastCorrection(asked.Id);
        foreach (var signed in file.All<Concern.LessSigned>().Where(one => one.Content.Asked == asked.Id && one.HappenedOn >= asked.HappenedOn))
        {
            var by = signed.Entry.Act.By;
            if (since is not null && !file.IsBefore(since.Id, signed.Id)) continue;
            if (signed.Content.Agrees == true ? !may(by) : !by.MaySign || !by.IsApartFrom(asked.Act.By)) continue;
            if (first is null || file.IsBefore(signed.Id, first.Value.Id)) first = signed;
        }

        return first;
    }
}
