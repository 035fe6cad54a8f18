using System.Globalization;
using System.Text;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>A decision as a person reads it: what to do, by when, why, what is still open, and what the statements say.</summary>
public static class DecisionText
{
    private const int Width = 110;
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The whole decision in plain text.</summary>
    public static string Of(Decision decision) => Of(decision, null, isWhole: true);

    /// <summary>
    /// What to do and why, in plain text, as it stands on a London day: to be copied into a record or a message. No name is in it, for none is in a
    /// concern.
    /// </summary>
    public static string ToCopy(Decision decision, DateOnly today) => Of(decision, today, isWhole: false);

    private static string Of(Decision decision, DateOnly? today, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var text = new StringBuilder(4096);
        if (decision.Emergency) Line(text, "", "CALL 999 FIRST. A child is in danger now. All else below still applies.");
        Line(text, "", DecisionWords.Heading(decision, today).ToUpper(english));
        Line(text, "", DecisionWords.Lead(decision, today));
        Section(text, "Refer", decision.Referrals, Referral);
        Section(text, "Do not", DecisionWords.Donts(decision), (to, dont) => Dont(to, dont, decision));
        Section(text, "Also to do", DecisionWords.ToDo(decision), (to, duty) => Duty(to, duty, decision));
        OpenQuestions(text, decision, isWhole);
        Section(text, "Hand over to these procedures", decision.HandOvers, (to, row) => Line(to, "- ", $"{row.To.Words} ({string.Join(", ", row.Cites)})"));
        if (isWhole) Statements(text, decision);
        text.Append('\n');
        if (Facts.Bits(decision.Applying).Any(i => decision.Edition.Rows[i].Due.IsSetting))
            Line(text, "", "* The statement sets no time; the day is this edition's setting.");
        Line(text, "", "This is what the procedure requires on these facts. It does not replace your judgement or local advice. You can always do more; "
            + "less needs a reason and a second person.");
        return text.ToString();
    }

    private static void Referral(StringBuilder text, Referral referral)
    {
        var both = referral.To == Recipient.PoliceOrSocialCare ? ". Either meets the rule. Call both" : "";
        Line(text, "- ", $"{DecisionWords.Capital(referral.To.Words)}: by {DecisionWords.DueDay(referral.Due, referral.Because[0].Row.Due)}{both}");
        foreach (var because in referral.Because) Because(text, because);
    }

    private static void Dont(StringBuilder text, Dont dont, Decision decision)
    {
        Line(text, "- ", $"{dont.Words} ({string.Join(", ", dont.Cites)})");
        if (dont.Duty == DutyKind.WithholdInformation) Line(text, "    ", DecisionWords.ToldAllTheSame);
        foreach (var duty in decision.Duties.Where(d => d.Rule.Duty == dont.Duty)) Because(text, duty.Because);
    }

    private static void Duty(StringBuilder text, RequiredDuty duty, Decision decision)
    {
        Line(text, "- ", duty.Rule.Duty.Words + (duty.Due is { } due ? $": by {DecisionWords.DueDay(due, duty.Rule.Due)}" : ""));
        if (duty.AgreeFirst) Line(text, "    ", DecisionWords.AgreeFirst(duty, decision));
        if (DecisionWords.MetByCall(duty, decision) is { } call) Line(text, "    ", call);
        if (DecisionWords.BeforeTelling(duty, decision) is { } ask) Line(text, "    ", ask);
        Because(text, duty.Because);
    }

    private static void Because(StringBuilder text, Because because) =>
        Line(text, "    ", $"because {DecisionWords.Because(because)} ({string.Join(", ", because.Cites)}){(because.Row.Due.IsSetting ? " *" : "")}");

    private static void OpenQuestions(StringBuilder text, Decision decision, bool isWhole)
    {
        foreach (var group in decision.OpenQuestions.GroupBy(q => q.Find).OrderBy(g => g.Key))
        {
            Section(text, $"Not known, and could change this. {DecisionWords.Who(group.Key)}", group, (to, question) =>
            {
                Line(to, "- ", isWhole ? $"{DecisionWords.Ask(question, decision)} {question.Hint}".TrimEnd() : DecisionWords.Ask(question, decision));
                if (isWhole) Line(to, "    ", decision.Effect(question));
            });
        }
    }

    private static void Statements(StringBuilder text, Decision decision)
    {
        var cited = Facts.Bits(decision.Applying).SelectMany(i => decision.Edition.Rows[i].CitesFor(decision.Concern.Facts.Yes)).Distinct()
            .Select(decision.Edition.Statement);
        var notes = decision.LegalNotes.SelectMany(n => n.Cites).ToHashSet();
        Section(text, "What the statements say", cited.OrderBy(s => !s.IsOfTheChapter),
            (to, s) => Line(to, "- ",
                $"{s.Id}{(notes.Contains(s.Id) ? " (the law)" : "")}{(s.IsOfTheChapter ? "" : $" (national guidance: {s.Source})")}: {s.Text}"));
    }

    private static void Section<T>(StringBuilder text, string title, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
            {
                text.Append('\n');
                Line(text, "", title);
                any = true;
            }

            write(text, item);
        }
    }

    private static void Line(StringBuilder text, string start, string words)
    {
        var column = start.Length;
        text.Append(start);
        foreach (var range in words.AsSpan().Split(' '))
        {
            var word = words.AsSpan()[range];
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
