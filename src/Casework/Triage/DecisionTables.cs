using System.Text;

namespace Lapwing.Casework.Triage;

/// <summary>An edition's tables as Markdown, from the same rows that decide, for somebody who does not program.</summary>
public static class DecisionTables
{
    /// <summary>All four tables, and what the names in italics mean.</summary>
    public static string Markdown(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var text = new StringBuilder();
        text.Append($"# Decision tables of {edition.Chapter.Edition}\n\n");
        text.Append($"{edition.Chapter.Title}, with the supplement {edition.Supplement.Edition}. A name in *italics* is a fact derived from "
            + "others; the last\n");
        text.Append("table says what it means. S… are statements of the chapter; N… of the supplement, which the chapter does not say. Where the "
            + "statement sets\n");
        text.Append("no time, the day is a setting of this edition and marked so.\n");
        Table(text, "Referrals", ["rule", "when", "refer to", "due", "statements"],
            edition.Referrals.Select(r => (string[])[r.Name, r.Text, $"`{r.To.Name}`", $"{r.Due}", string.Join(", ", r.Cites)]));
        Table(text, "Duties", ["duty", "when", "due", "agree first with police or social care", "statements"],
            edition.Duties.Select(d => (string[])[$"`{d.Name}`", d.Text, $"{d.Due}", Agree(d.AgreeFirst), string.Join(", ", d.Cites)]));
        Table(text, "Hand-overs", ["to the procedure", "when", "statements"],
            edition.HandOvers.Select(h => (string[])[$"`{h.Name}`", h.Text, string.Join(", ", h.Cites)]));
        Table(text, "Legal notes", ["note", "when"], edition.LegalNotes.Select(n => (string[])[n.Name, n.Text]));
        Table(text, "Names", ["name", "means"], edition.Rows.SelectMany(Names).DistinctBy(n => n.Name).Select(n => (string[])[$"*{n.Name}*", n.Meaning]));
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Meaning)> Names(Row row) => (row.When?.Names ?? []).Concat(row.UnlessNo?.Names ?? []);

    private static string Agree(AgreeFirst? agree)
    {
        if (agree is null) return "";
        var whatever = agree.OrReferralTo.Count == 0 ? "" : $"; or, whatever it is, there is a referral to {To(agree.OrReferralTo)}";
        return $"while {agree.When.Text} is yes, or is not known and there is a referral to {To(agree.NotKnownWith)}{whatever}";

        static string To(IEnumerable<Recipient> recipients) => string.Join(", ", recipients.Select(r => $"`{r.Name}`"));
    }

    private static void Table(StringBuilder text, string title, string[] heads, IEnumerable<string[]> rows)
    {
        text.Append($"\n## {title}\n\n| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in rows) text.Append($"| {string.Join(" | ", row)} |\n");
    }
}
