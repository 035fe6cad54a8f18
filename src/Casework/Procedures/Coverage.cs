using Lapwing.Casework.Guidance;
using Lapwing.Casework.Help;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>What cites a statement: where it lives. A list of all statements is no such place.</summary>
public static class Coverage
{
    /// <summary>
    /// Everything that cites a statement of either document: forms of harm and questions first, then the rows in table order, then the notes beside
    /// questions and decisions, the related procedures and the directory of help; then, of cases, what is recorded (with what its guards ask for), the fields
    /// of its forms and the duties of the procedures. A box for whatever else was done cites nothing: a duty that it meets is not recorded by an entry of its
    /// own.
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
        var entries = Catalogue.Records.SelectMany(kind => By(kind.Cites, "entry", kind.Name.Split('/')[0]));
        var fields = Catalogue.Forms.SelectMany(form => form.Blank().Asked.SelectMany(asked => By(asked.Cites, "field", asked.Key, $"form {form.Number}")));
        var duties = Catalogue.All.SelectMany(procedure => procedure.Duties).SelectMany(duty => By(duty.Cites, "duty of a case", duty.Name));
        return forms.Concat(questions).Concat(rows).Concat(notes).Concat(procedures).Concat(help).Concat(entries).Concat(fields).Concat(duties)
            .ToLookup(c => c.Id, c => c.By);
    }

    private static IEnumerable<(string Id, Citation By)> By(IEnumerable<string> ids, string what, string name, string? beside = null) =>
        ids.Select(id => (id, new Citation(what, name, beside)));
}
