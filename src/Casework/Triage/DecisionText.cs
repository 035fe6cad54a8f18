using System.Globalization;
using System.Text;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>A decision as a person reads it: what to do, by when, why, what is still open, and what the statements say.</summary>
public static class DecisionText
{
    private const int Width = 110;
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The whole decision in plain text.</summary>
    public static string Of(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var text = new StringBuilder();
        if (decision.Emergency) Line(text, "", "CALL 999 FIRST. A child is in danger now. All else below still applies.");
        Line(text, "", Heading(decision).ToUpper(english));
        Line(text, "", Lead(decision));
        Section(text, "Refer", decision.Referrals, Referral);
        Section(text, "Also to do", decision.Duties, (to, duty) => Duty(to, duty, decision));
        OpenQuestions(text, decision);
        Section(text, "Hand over to these procedures", decision.HandOvers, (to, row) => Line(to, "- ", $"{row.To.Words} ({string.Join(", ", row.Cites)})"));
        Statements(text, decision);
        text.Append('\n');
        if (Facts.Bits(decision.Applying).Any(i => decision.Edition.Rows[i].Due.IsSetting))
            Line(text, "", "* The statement sets no time; the same day is this edition's setting.");
        Line(text, "", "This is what the procedure requires on these facts. It does not replace your judgement or local advice. You can always do more; "
            + "less needs a reason and a second person.");
        return text.ToString();
    }

    /// <summary>What it comes to, in a few words.</summary>
    public static string Heading(Decision decision) => decision.Outcome switch
    {
        Outcome.ReferNow => $"Refer {(IsAllLater(decision) ? "" : "now ")}to {Join(decision.Referrals.Select(r => r.To).SelectMany(Called).Distinct())}",
        Outcome.ConsultToday => "Speak to somebody today",
        _ => "Respond in your setting",
    };

    /// <summary>A day as people write it: Friday 27 March 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", english);

    private static string Lead(Decision decision) => decision.Outcome switch
    {
        Outcome.ReferNow when IsAllLater(decision) => $"By {Day(decision.Referrals[0].Due)} at the latest. Call first, then write.",
        Outcome.ReferNow => $"Now. It is late after the end of {Day(decision.Concern.AwareOn)}, the day on which you became aware. Call first, then write."
            + string.Concat(decision.Referrals.Where(r => r.Due > decision.Concern.AwareOn).Select(r => $" {Capital(r.To.Words)}: by {Day(r.Due)} at the latest.")),
        Outcome.ConsultToday => "Speak to your safeguarding lead or to social care's consultation line with what you have. Question neither an adult nor other children, "
            + "nor the child beyond what they offer; look at no image. If nobody can be reached today, refer.",
        _ => "On these facts the procedure requires no referral. It requires the steps below. If you are still worried, refer.",
    };

    private static bool IsAllLater(Decision decision) => decision.Referrals.All(r => r.Due > decision.Concern.AwareOn);

    private static IEnumerable<string> Called(Recipient to) =>
        to == Recipient.PoliceOrSocialCare ? [Recipient.ChildrensSocialCare.Words, Recipient.Police.Words] : [to.Words];

    private static void Referral(StringBuilder text, Referral referral)
    {
        var both = referral.To == Recipient.PoliceOrSocialCare ? ". Either meets the rule. Call both" : "";
        Line(text, "- ", $"{Capital(referral.To.Words)}: by {DueDay(referral.Due, referral.Because.Any(b => b.Row.Due.Counting == Counting.WorkingDays))}{both}");
        foreach (var because in referral.Because) Because(text, because);
    }

    private static void Duty(StringBuilder text, RequiredDuty duty, Decision decision)
    {
        Line(text, "- ", duty.Rule.Duty.Words + (duty.Due is { } due ? $": by {DueDay(due, duty.Rule.Due.Counting == Counting.WorkingDays)}" : ""));
        if (duty.AgreeFirst) Line(text, "    ", $"Agree first, today, with police or social care what is said and what is left in place, because {WhyAgree(duty, decision)}. "
            + "A child's safety and support do not wait for it.");
        Because(text, duty.Because);
    }

    private static void Because(StringBuilder text, Because because)
    {
        var facts = string.Join("; ", Facts.Bits(because.Facts).Select(bit => Vocabulary.Facts[bit].Sentence));
        Line(text, "    ", $"because {facts} ({string.Join(", ", because.Row.Cites)}){(because.Row.Due.IsSetting ? " *" : "")}");
    }

    private static string WhyAgree(RequiredDuty duty, Decision decision) => duty.Rule.AgreeFirst!.UnlessNo.In(decision.Concern.Facts) switch
    {
        Answer.Yes => "an adult is involved",
        Answer.NotKnown => "it is not known yet whether an adult is involved",
        _ => "nothing may be deleted while they could need it",
    };

    private static void OpenQuestions(StringBuilder text, Decision decision)
    {
        var anAdult = decision.Duties.Any(d => d.Rule.Duty == DutyKind.WithholdInformation);      // by the edition's own reading of "adult"
        foreach (var group in decision.OpenQuestions.GroupBy(q => q.Find).OrderBy(g => g.Key))
        {
            Section(text, group.Key switch
            {
                Find.AskNow => "Not known, and could change this: ask yourself and colleagues now",
                Find.OnlyIfTold => "Not known, and could change this: only from what was already said (ask no child, look at nothing)",
                _ => "Not known, and could change this: for police or social care to find out",
            }, group, (to, question) =>
            {
                Line(to, "- ", question.IsAboutTheAdult && !anAdult
                    ? $"If an adult is involved: {char.ToLower(question.Ask[0], english)}{question.Ask[1..]}" : question.Ask);
                Line(to, "    ", decision.Effect(question));
            });
        }
    }

    private static void Statements(StringBuilder text, Decision decision)
    {
        var cited = Facts.Bits(decision.Applying).SelectMany(i => decision.Edition.Rows[i].Cites).Distinct().Select(decision.Edition.Statement);
        var notes = decision.LegalNotes.SelectMany(n => n.Cites).ToHashSet();
        Section(text, "What the statements say", cited.OrderBy(s => !s.IsOfTheChapter),
            (to, s) => Line(to, "- ", $"{s.Id}{(notes.Contains(s.Id) ? " (the law)" : "")}{(s.IsOfTheChapter ? "" : $" (not in the chapter: {s.Source})")}: {s.Text}"));
    }

    private static void Section<T>(StringBuilder text, string title, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        if (!items.Any()) return;
        text.Append('\n');
        Line(text, "", title);
        foreach (var item in items) write(text, item);
    }

    private static string DueDay(DateOnly day, bool isCounted) =>
        Day(day) + (isCounted && WorkingDays.IsProvisional(day) ? " (provisional: the bank holidays of that year are not yet published)" : "");

    private static string Capital(string words) => char.ToUpper(words[0], english) + words[1..];

    private static string Join(IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static void Line(StringBuilder text, string start, string words)
    {
        var column = start.Length;
        text.Append(start);
        foreach (var word in words.Split(' '))
        {
            if (column > start.Length && column + word.Length > Width)
            {
                text.Append('\n').Append(' ', start.Length);
                column = start.Length;
            }
            else if (column > start.Length)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }

        text.Append('\n');
    }
}
