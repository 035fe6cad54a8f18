using System.CommandLine;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;

namespace Lapwing.Web.Verbs;

/// <summary><c>statement S2.1.11</c>: a statement and what cites it.</summary>
public static class StatementVerb
{
    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "S2.1.11 of the chapter, N3 of the supplement." }.RefusingDashes();
        var command = new Command("statement", "Print a statement and the rules, duties, questions and hand-overs that cite it.") { id };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(id)!;
            if (RuleBook.Standard.Statements.FirstOrDefault(s => s.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is not { } statement)
            {
                error.WriteLine($"lapwing: there is no statement {wanted}. {Known(RuleBook.Standard.Newest.Chapter)}; "
                    + $"{Known(RuleBook.Standard.Newest.Supplement)}.");
                return CommandLine.Unusable;
            }

            output.WriteLine(statement.Where);
            output.WriteLine($"    {statement.Text}");
            output.WriteLine($"    {statement.Edition}");
            var citations = RuleBook.Standard.Newest.Citations()[statement.Id].ToArray();
            output.WriteLine(citations.Length == 0 ? "Nothing cites it yet." : "Cited by:");
            foreach (var citation in citations) output.WriteLine($"    {citation}");
            return 0;
        });
        return command;
    }

    private static string Known(Document document) => $"{document.Edition} has {document.Statements[0].Id} to {document.Statements[^1].Id}";
}
