using System.Text;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>
/// One entry as plain text, to be taken into an agency's own record. Whoever copies it sees no more in it than on the page, and that they did is on record.
/// </summary>
public sealed class CopyModel(Desk desk) : CasePage(desk)
{
    /// <summary>The entry.</summary>
    public Entry Entry { get; private set; } = null!;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string entry)
    {
        if (!await Open(id, "an entry to copy") || AreNamesHidden || Case.File.At(EntryId.Parse(entry)) is not { } found) return NotFound();
        (Entry, Text) = (found, TextOf(found));
        var part = found.Paper == Paper.Whole ? "the case" : "the report";
        return await Open(id, $"a copy taken of {Text.Length} characters out of {part}") ? Page() : NotFound();
    }

    private string TextOf(Entry entry)
    {
        var text = new StringBuilder();
        text.Append("From Lapwing, case ").Append(Case.Reference).Append(", recorded ").Append(At(entry.Act.RecordedAt)).Append(" by ")
            .Append(NameOf(entry.Act.By)).Append(", copied by ").Append(NameOf(Viewer.Account)).Append(" on ")
            .Append(At(Desk.Clock.GetUtcNow())).Append('\n');
        if (IsWithheld) text.Append("DO NOT TELL: nobody says anything that could reach the adult before police or social care agreed it.\n");
        text.Append('\n').Append(LineOf(entry)).Append("\nHappened ").Append(DecisionWords.Day(entry.HappenedOn));
        if (entry.Act.HappenedAt is { } at) text.Append(", ").Append($"{at:HH:mm}");
        text.Append('\n');
        Told(text, entry.Content);
        foreach (var correction in Case.File.CorrectionsOf(entry.Id))
        {
            text.Append('\n').Append(correction.Content.Line(Case.File)).Append("\nRecorded ").Append(At(correction.Act.RecordedAt)).Append(" by ")
                .Append(NameOf(correction.Act.By)).Append('\n');
            Told(text, correction.Content);
        }

        return text.ToString();
    }

    private void Told(StringBuilder text, Content content)
    {
        var all = content switch
        {
            Reported report => FactsWords.Of(report.Told, Case.File).Select(one => (one.Key, string.Join("; ", one.Values))),
            FactsChanged change => FactsWords.Of(change.Told, Case.File).Select(one => (one.Key, string.Join("; ", one.Values))),
            _ => Answers(content, isInLine: true),
        };
        foreach (var (question, answer) in all) text.Append('\n').Append(question).Append('\n').Append(answer).Append('\n');
    }
}
