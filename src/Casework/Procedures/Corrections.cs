using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Who puts what right: the team that recorded it, and nobody else; others record what they know as entries of their own. A correction ends nobody's
/// place in a case who relies on it, and lets nobody in.
/// </summary>
internal static class Corrections
{
    /// <summary>
    /// A correction is decided by the guard of what it puts instead, as whoever recorded the entry and as whoever corrects it: or it would be the
    /// way past every guard. What somebody could not have recorded themselves (a signature) they do not put right either, nor take away.
    /// </summary>
    public static IEnumerable<Refusal> Guard(CaseView view, Act act, Corrected correction)
    {
        var file = view.File;
        if (ComparedText.IsEmpty(correction.Why)) yield return new(Catalogue.WhyCorrected, "Say why it is corrected: both stay readable");
        var wrong = file.At(correction.Entry);
        if (wrong is null or { Content: Corrected })
        {
            yield return new("entry", wrong is null ? "There is no such entry to correct" : "Correct the entry itself, not its correction");
            yield break;
        }

        if (correction.Instead is { } instead && instead.GetType() != wrong.Content.GetType())
        {
            yield return new("instead-of-it", "A correction puts the same kind of thing instead. Record something else as an entry of its own");
            yield break;
        }

        if (Stays(view, act, wrong, correction.Instead) is { } stays)
        {
            yield return stays;
            yield break;
        }

        var (guard, without) = (Catalogue.Of(wrong.Content).Guard, view.Of(file.Without(correction.Entry)));
        var counts = correction.Instead ?? wrong.Content;
        var theirs = guard(without, wrong.Act, counts).Where(refusal => !IsSettled(refusal, wrong.Content, counts)).ToList();
        if (correction.Instead is not null)
        {
            foreach (var refusal in theirs) yield return refusal;
        }

        foreach (var refusal in guard(without, wrong.Act with { By = act.By }, counts)
            .Where(mine => !theirs.Exists(one => (one.Field, one.Words) == (mine.Field, mine.Words)) && !IsSettled(mine, wrong.Content, counts)))
            yield return refusal;
    }

    /// <summary>What an entry stated of the concern became a change of facts of its own, and stays one: nothing that was opened vanishes with a slip.</summary>
    public static IEnumerable<Remark> Remark(CaseView view, Act act, Corrected correction)
    {
        var file = view.File;
        if (file.At(correction.Entry) is not { Content: not Concern.FactsChanged } wrong || StatesTheSame(wrong.Content, correction.Instead)) yield break;
        if (file.Entries.Any(entry =>
            entry.Act.Id == wrong.Act.Id && entry.Index > wrong.Index && entry.Content is Concern.FactsChanged && file.Counting(entry.Id) is not null))
            yield return new("What it stated of the concern still counts, with what that asks for. If that is wrong too, record that something has changed");
    }

    /// <summary>
    /// Whether whoever has a referral relies on it: they said that they have it, or recorded anything since. Then it was made, whatever was written of it.
    /// </summary>
    public static bool IsReliedOn(CaseFile file, Entry made)
    {
        var referral = (Referral.Made)made.Content;
        return file.Entries.Any(entry => (entry.Content is Referral.Received { Of: var of } && of == made.Id)
            || (referral.ToTeam is { } team && team != made.Act.By.Team && entry.Act.By.Team == team && file.IsBefore(made.Id, entry.Id)));
    }

    // What nobody corrects, or not so: the words of somebody else, what was answered, facts (they change), to whom something was said.
    private static Refusal? Stays(CaseView view, Act act, Entry wrong, Content? instead) => wrong.Content switch
    {
        _ when wrong.Act.By.Team != act.By.Team => new("", "Only the team that recorded it puts it right: record what you know as an entry of your own"),
        Concern.LessAsked or Concern.LessSigned when wrong.Act.By.Account != act.By.Account =>
            new("", "Only whoever wrote it puts it right: record what you think as an entry of your own"),
        Concern.LessAsked when view.File.All<Concern.LessSigned>().Any(signed => signed.Content.Asked == wrong.Id) =>
            new("", "It was answered, and stays as it was asked: ask anew"),
        Concern.LessAsked { AskedOf: var asked } when instead is Concern.LessAsked { AskedOf: var other } && asked != other =>
            new("asked-of", "Who was asked stays as it is: say that it was asked in error, and ask anew"),
        Concern.Reported or Concern.FactsChanged => new("", "Facts are not corrected: record that they changed. What was recorded stays readable"),
        CaseLead.LeadNamed or CaseLead.WorkerNamed or CaseLead.WorkerLeft =>
            new("", "It stays: name somebody anew, or say that they work on it no more"),
        Referral.Decided was when instead is not Referral.Decided now || (was.Of, was.Child, was.Outcome, was.LeadTeam, was.Lead)
            != (now.Of, now.Child, now.Outcome, now.LeadTeam, now.Lead) =>
            new("", "Others act on what was decided: it stays, and its words alone are corrected. Record what is decided now: the last decision counts"),
        ConcernOrigin.ToldBy was when instead is not ConcernOrigin.ToldBy now || (was.Of, was.Who) != (now.Of, now.Who) =>
            new("", "It stays, because whoever told you is owed what was decided: its words alone are corrected. Say anew who told you: the last one counts"),
        ReferralTaking.Taken => new("", "It stays: say anew who of your team has it"),
        WhoIsIn.MemberAdded or WhoIsIn.MemberRemoved or BreakGlass.GlassBroken or BreakGlass.GlassLookedAt =>
            new("", "It stays: who is in a case is ended, or begun, by an entry of its own"),
        LeavingOut.AccountLeftOut or LeavingOut.NobodyLeftOut or LeavingOut.LeavingOutLifted =>
            new("", "It stays: that somebody may see the case again is said by two, each with an entry of their own"),
        Concern.LeadShutOut => new("", "It stays: nobody sees a report because something was corrected"),
        TellingParents.Agreed when view.File.All<TellingParents.Confirmed>().Any(answered => answered.Content.Of == wrong.Id) =>
            new("", "It was answered by the service, and stays as it was: record what was agreed anew"),
        TellingParents.ParentTold told when IsOtherwise(told, instead) && IsReceived(view.File, told) =>
            new("", "It stays, because police or social care rely on who was told: only its words are corrected. Write down what was wrong with it, "
                + "and tell them"),
        TellingParents.ParentTold told when IsOtherwise(told, instead) && TellingDuties.TooEarlyFrom(view, new(wrong, told)) is not null =>
            new("", "The police look at it again because it was recorded as told early: it stays. Write down what was wrong with it, and tell them"),
        Referral.Made was when instead is Referral.Made now && (was.To, was.ToTeam) != (now.To, now.ToTeam) =>
            new("to", "To whom it was made is not corrected: say that it was made in error, and record the call that was made"),
        Referral.Made when instead is null && IsReliedOn(view.File, wrong) =>
            new("instead-of-it", "They have it, and rely on it: it stays. Write down what was wrong with it, and tell them"),
        _ => null,
    };

    // Which team of a service answers for a referral was settled when it did, and so was who leads: its words are put right all the same.
    private static bool IsSettled(Refusal refusal, Content was, Content now) => (refusal.Field, was, now) switch
    {
        ("of", Referral.Received one, Referral.Received other) => one.Of == other.Of,
        ("of", Referral.Decided one, Referral.Decided other) => one.Of == other.Of,
        ("of", Referral.FedBack one, Referral.FedBack other) => one.Of == other.Of,
        ("lead", Referral.Decided one, Referral.Decided other) => one.Lead == other.Lead,
        _ => false,
    };

    // Judged by what the report says, which everybody reads who can correct it: what stands in the case alone shows in no refusal.
    private static bool IsReceived(CaseFile file, TellingParents.ParentTold told)
    {
        var reports = told.Causes.Select(cause => ReportOf(file, cause)).ToHashSet();
        return file.All<Referral.Received>().Any(received => received.Entry.Act.By.Agency is Agency.Police or Agency.SocialCare
            && file.At(received.Content.Of)?.Content is Referral.Made made && made.Causes.Any(cause => reports.Contains(ReportOf(file, cause))));
    }

    private static EntryId ReportOf(CaseFile file, EntryId cause) => file.At(cause)?.Content is Concern.FactsChanged change ? change.Of : cause;

    private static bool IsOtherwise(TellingParents.ParentTold told, Content? instead) => instead is not TellingParents.ParentTold now
        || (told.Child, told.Person, told.Who, told.CouldBeAdult) != (now.Child, now.Person, now.Who, now.CouldBeAdult);

    private static bool StatesTheSame(Content was, Content? instead) => (was, instead) switch
    {
        (People.Added one, People.Added other) => one.Parts.SequenceEqual(other.Parts) && one.IsChild == other.IsChild,
        (People.GroupAdded one, People.GroupAdded other) => one.Parts.SequenceEqual(other.Parts),
        _ => was == instead,
    };
}
