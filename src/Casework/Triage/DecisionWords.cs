using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>Something that must not be done, and the statements that say so.</summary>
/// <param name="Words">What not to do, after "Do not".</param>
/// <param name="Duty">The duty that it says; none where it only follows from one.</param>
/// <param name="Cites">Ids of the statements.</param>
public sealed record Dont(string Words, DutyKind? Duty, params IReadOnlyList<string> Cites);

/// <summary>A decision in words: the same on every page, in print and on the command line. Where no day is given, none is read from a clock.</summary>
public static class DecisionWords
{
    /// <summary>What withholding never means (S2.2.9).</summary>
    public const string ToldAllTheSame =
        "The harmed child is told about their own safety and support. Parents who are neither alleged nor linked to it are told as agreed today.";

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What it comes to, in a few words, as they hold on a London day.</summary>
    public static string Heading(Decision decision, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var aware = decision.Concern.AwareOn;
        var now = today is { } day && day <= aware ? "today" : "now";
        if (decision.Outcome == Outcome.ConsultToday) return ToSpeakTo(decision).Contains(ContactKind.Consultation)
            ? $"Ask children's social care for advice {now}" : $"Ask your Prevent lead for advice {now}";
        if (decision.Outcome == Outcome.RespondInSetting) return "Respond in your setting";
        var first = decision.Referrals.Where(r => r.Due <= aware).ToArray();
        if (first.Length == 0)
            return $"Call {Called(decision.Referrals)} {(today > decision.Referrals[0].Due ? "now" : $"by {Day(decision.Referrals[0].Due)}")}";
        if (first is [{ To: var only }] && only == Recipient.Health) return $"Get urgent health help {now}";
        if (first is [{ To: var alone }] && alone == Recipient.Prevent) return $"Make a Prevent referral {now}";
        var health = first.Any(r => r.To == Recipient.Health);
        return health ? $"Call {Called(first.Where(r => r.To != Recipient.Health))} {now}, and get urgent health help" : $"Call {Called(first)} {now}";
    }

    /// <summary>The sentence below the heading: by when, or to whom to speak and how.</summary>
    public static string Lead(Decision decision, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome switch
        {
            Outcome.ReferNow => Refer(decision, today) + (SpeaksToSomebody(decision) ? $" Also today: s{Consult(decision)[1..]}" : ""),
            Outcome.ConsultToday => $"{Consult(decision)} Do not {DoNotQuestion}; look at no image. If nobody can be reached today, refer.",
            _ => "On what you told us the procedure requires no referral. It requires the steps below. If you are still worried, refer.",
        };
    }

    /// <summary>A day as people write it: Friday 27 March 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", english);

    /// <summary>A date that something is due, and whether the bank holidays it was counted by are published yet.</summary>
    public static string DueDay(DateOnly day, Limit limit) =>
        Day(day) + (limit.Counting == Counting.WorkingDays && WorkingDays.IsProvisional(day)
            ? " (provisional: the bank holidays of that year are not yet published)" : "");

    /// <summary>By when, as it stands on a London day: "By the end of today, Friday 27 March 2026" or "Due yesterday".</summary>
    public static string By(DateOnly due, Limit limit, DateOnly? today) => today switch
    {
        null => $"By {DueDay(due, limit)}",
        { } day when day == due => $"By the end of today, {DueDay(due, limit)}",
        { } day when day == due.AddDays(1) => $"Due yesterday, {DueDay(due, limit)}",
        { } day when day > due => $"Due {day.DayNumber - due.DayNumber} days ago, on {DueDay(due, limit)}",
        _ => $"By the end of {DueDay(due, limit)}",
    };

    /// <summary>
    /// Whether somebody is to be spoken to today besides whoever is called: always where that is all there is to do, and where those who are called
    /// (health, the LADO) do not see to the child's protection, but an open answer or a duty to consult could still concern those who do.
    /// </summary>
    public static bool SpeaksToSomebody(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Outcome != Outcome.ReferNow) return decision.Outcome == Outcome.ConsultToday;
        return decision.Referrals.All(r => r.To == Recipient.Health || r.To == Recipient.Lado)
            && (decision.Duties.Any(d => d.Rule.Consults) || decision.Edition.OpenForReferral(decision.Concern.Facts) != 0);
    }

    /// <summary>Whom to speak to, in order: the safeguarding lead first.</summary>
    public static IReadOnlyList<ContactKind> ToSpeakTo(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var prevent = decision.Duties.Any(d => d.Rule.Duty == DutyKind.ConsultPreventLead);
        var social = !prevent || decision.Duties.Any(d => d.Rule.Duty == DutyKind.ConsultSocialCare);
        return [ContactKind.SafeguardingLead, .. social ? [ContactKind.Consultation] : Array.Empty<ContactKind>(), .. prevent
            ? [ContactKind.PreventLead] : Array.Empty<ContactKind>()];
    }

    /// <summary>Whom to call, in the order in which to call them, for people: "children's social care and the police".</summary>
    public static string Called(IEnumerable<Referral> referrals) => Join(referrals.SelectMany(r => Each(r.To)).Distinct().Select(r => r.Short));

    /// <summary>Several recipients in a sentence, for people.</summary>
    public static string Named(IEnumerable<Recipient> all) => Join(all.Select(to => to.Short));

    /// <summary>Whom a referral is met by, each of them, in the order in which to call them.</summary>
    public static IReadOnlyList<Recipient> Each(Recipient to) => to == Recipient.PoliceOrSocialCare ? [Recipient.ChildrensSocialCare, Recipient.Police] : [to];

    /// <summary>The facts of a reason, as clauses of a sentence.</summary>
    public static string Because(Because because) => string.Join("; ", Facts.Bits(because.FactsSaid).Select(bit => Vocabulary.Facts[bit].Sentence));

    /// <summary>Why what is said has to be agreed first with police or social care.</summary>
    public static string AgreeFirst(RequiredDuty duty, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var why = duty.Rule.AgreeFirst!.When.In(decision.Concern.Facts) switch
        {
            Answer.Yes => "an adult is involved",
            Answer.NotKnown => "it is not known yet whether an adult is involved",
            _ => "nothing may be deleted while they could need it",
        };
        return $"Agree first, today, with police or social care who is told what and what is left in place, because {why}. A child's safety and "
            + "support do not wait for it.";
    }

    /// <summary>What is asked before a parent or carer is told, while it is not known whether an adult is involved (S2.1.3, S2.2.9).</summary>
    public const string CouldBeTheAdult = "Could this parent be that adult, or live with them?";

    /// <summary>
    /// What to ask oneself before a parent or carer is told: where it is not known whether an adult is involved, it could be them. None where that is
    /// known, and where the duty is not about telling them.
    /// </summary>
    public static string? BeforeTelling(RequiredDuty duty, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return duty.Rule.Duty == DutyKind.DecideTellingParents && duty.Rule.AgreeFirst?.When.In(decision.Concern.Facts) == Answer.NotKnown
            ? $"It is not known whether an adult is involved. {CouldBeTheAdult} If they could, tell them nothing before you have spoken to your "
                + "safeguarding lead or to social care." : null;
    }

    /// <summary>That one call meets what it meets, where whoever is called anyway is also to be asked for advice; none where they are not.</summary>
    public static string? MetByCall(RequiredDuty duty, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return duty.Rule.Duty.MetByReferralTo is { } to && decision.Referrals.Any(referral => Each(referral.To).Contains(to))
            ? $"A referral to {to.Short} meets this too: one call is enough." : null;
    }

    /// <summary>A question as it is asked beside a decision: one about the adult says so where no adult is known.</summary>
    public static string Ask(Question question, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(decision);
        var anAdult = decision.Duties.Any(d => d.Rule.Duty == DutyKind.WithholdInformation);      // by the edition's own reading of "adult"
        return question.IsAboutTheAdult && !anAdult ? $"If an adult is involved: {char.ToLower(question.Ask[0], english)}{question.Ask[1..]}" : question.Ask;
    }

    /// <summary>Who should find an answer out, as a heading.</summary>
    public static string Who(Find find) => find switch
    {
        Find.AskNow => "Ask yourself and colleagues now",
        Find.OnlyIfTold => "Only from what you were already told: ask no child, look at nothing",
        _ => "For police or social care to find out",
    };

    /// <summary>What must not be done, only where it applies.</summary>
    public static IEnumerable<Dont> Donts(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var duties = decision.Duties.Select(d => d.Rule.Duty).ToHashSet();
        if (duties.Contains(DutyKind.DoNotViewImagery)) yield return new("look at, copy, forward or print any image", DutyKind.DoNotViewImagery, "S2.1.4");
        if (duties.Contains(DutyKind.DoNotViewImagery) || duties.Contains(DutyKind.OfferRemovalHelp))
        {
            yield return new(decision.Outcome == Outcome.RespondInSetting
                ? "delete anything until your safeguarding lead records that neither police nor social care needs it"
                : "delete anything until police and social care have said so", null, "S2.1.23");
        }

        if (duties.Contains(DutyKind.WithholdInformation))
            yield return new("tell the adult, their partner, the children of their home, or anyone who may warn them", DutyKind.WithholdInformation,
                "S2.2.9", "N3");
        if (duties.Contains(DutyKind.ConsultPreventLead)) yield return new("search for, download, keep or forward extremist material", null, "S4.3");
    }

    /// <summary>The duties to be listed as things to do: all but those that are said as things not to do.</summary>
    public static IEnumerable<RequiredDuty> ToDo(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var donts = Donts(decision).Select(dont => dont.Duty).ToHashSet();
        return decision.Duties.Where(duty => !donts.Contains(duty.Rule.Duty));
    }

    /// <summary>Words with a capital at their start.</summary>
    public static string Capital(string words)
    {
        ArgumentException.ThrowIfNullOrEmpty(words);
        return char.ToUpper(words[0], english) + words[1..];
    }

    /// <summary>By when whom to call.</summary>
    public static string Refer(Decision decision, DateOnly? today)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var aware = decision.Concern.AwareOn;
        var later = decision.Referrals.Where(r => r.Due > aware).ToArray();
        if (later.Length == decision.Referrals.Count)
            return today > later[0].Due ? $"{By(later[0], today)}. Call now." : $"{By(later[0], today)} at the latest. Call first, then write.";
        var first = decision.Emergency && (today ?? aware) <= aware ? $"Straight after 999, on {Day(aware)}. Call first, then write."
            : today is null ? $"Now. It is late after the end of {Day(aware)}, the day on which you became aware. Call first, then write."
            : today > aware ? $"{By(aware, Limit.SameDay, today)}. Call now." : $"{By(aware, Limit.SameDay, today)}. Call first, then write.";
        return first + string.Concat(later.Select(r => $" {Capital(r.To.Short)}: "
            + $"{char.ToLower(By(r, today)[0], english)}{By(r, today)[1..]}{(today > r.Due ? ". Call now." : " at the latest.")}"));
    }

    /// <summary>What is left alone until somebody was spoken to, after "do not".</summary>
    public const string DoNotQuestion = "question the adult or other children, nor the child beyond what they offer";

    /// <summary>To whom to speak now, and why.</summary>
    public static string Consult(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var could = System.Numerics.BitOperations.PopCount(decision.Edition.OpenForReferral(decision.Concern.Facts));
        return $"Speak now to {JoinOr(ToSpeakTo(decision).Select(kind => char.ToLower(kind.Words[0], english) + kind.Words[1..]))}, with what you "
            + "have. " + could switch
            {
                0 => "Nothing that you could still find out would require a referral, but advice is needed.",
                1 => "1 answer could still require a referral.",
                _ => $"{could} answers could still require a referral.",
            };
    }

    private static string By(Referral referral, DateOnly? today) => By(referral.Due, referral.Because[0].Row.Due, today);

    private static string Join(IEnumerable<string> parts) => Join(parts, "and");

    private static string JoinOr(IEnumerable<string> parts) => Join(parts, "or");

    private static string Join(IEnumerable<string> parts, string last)
    {
        string[] all = [.. parts];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }
}
