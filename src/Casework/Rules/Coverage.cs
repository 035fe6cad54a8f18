using Lapwing.Casework.Guidance;
using Lapwing.Casework.Help;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Rules;

/// <summary>What cites a statement: where it lives. A list of all statements is no such place.</summary>
public static class Coverage
{
    /// <summary>
    /// Everything that cites a statement of either document: forms of harm and questions first, then the rows in table order, then the notes beside
    /// questions and decisions, the related procedures and the directory of help.
    /// </summary>
    public static ILookup<string, Citation> Citations(this Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var forms = Forms.All.SelectMany(form => By(form.Statements, "form of harm", form.Name));
        var questions = Vocabulary.AllQuestions.SelectMany(q => By(q.Statements, "question", q.Name));
        var rows = edition.Rows.SelectMany(row => By(row.Cites, row.What, row.Name));
        var notes = GuidanceNotes.All.SelectMany(note => By(note.Cites, "guidance", note.Name, note.Beside));
        var procedures = RelatedProcedure.All.SelectMany(procedure => By(RelatedProcedure.Cites, "related procedure", procedure.Name));
        var help = HelpDirectory.Standard.Entries.SelectMany(entry => By(entry.Cites, "directory entry", entry.Name));
        return forms.Concat(questions).Concat(rows).Concat(notes).Concat(procedures).Concat(help).ToLookup(c => c.Id, c => c.By);
    }

    private static IEnumerable<(string Id, Citation By)> By(IEnumerable<string> ids, string what, string name, string? beside = null) =>
        ids.Select(id => (id, new Citation(what, name, beside)));
}
