using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lapwing.Web.Api;

/// <summary>A statement as the API gives it.</summary>
/// <param name="Id">S2.1.8 of the chapter, N3 of the supplement.</param>
/// <param name="Document">The document and edition it stands in.</param>
/// <param name="Section">Its section; empty in the front matter and in the supplement.</param>
/// <param name="Force">must, should, consider, may or inform; empty in the supplement.</param>
/// <param name="Text">What it says, in our words.</param>
/// <param name="Source">The supplement only: whose statement it is. The chapter does not say it.</param>
/// <param name="Checked">The supplement only: how sure we are of it.</param>
/// <param name="CitedBy">What cites it in the newest edition.</param>
public sealed record StatementAnswer(string Id, string Document, string Section, string Force, string Text, string? Source, string? Checked,
    IReadOnlyList<CitationAnswer> CitedBy);

/// <summary>Something that cites a statement.</summary>
/// <param name="What">rule, duty, question, form of harm, hand-over, legal note, guidance, related procedure or directory entry.</param>
/// <param name="Name">Its name.</param>
public sealed record CitationAnswer(string What, string Name);

/// <summary>The statements of the procedure.</summary>
public static class StatementsApi
{
    /// <summary>All of them, and one by its id.</summary>
    public static void MapStatements(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/statements", (RuleBook rules) => All(rules)).WithName("statements").WithTags("Statements")
            .WithSummary("Every statement of the chapter and of the supplement, with what cites it");
        routes.MapGet("/api/statements/{id}", Results<Ok<StatementAnswer>, ProblemHttpResult> (string id, RuleBook rules) =>
            All(rules).FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } found
                ? TypedResults.Ok(found)
                : TypedResults.Problem("there is no such statement; /api/statements lists them all", statusCode: StatusCodes.Status404NotFound))
            .ProducesProblem(StatusCodes.Status404NotFound).WithName("statement").WithTags("Statements").WithSummary("One statement, with what cites it");
    }

    private static IEnumerable<StatementAnswer> All(RuleBook rules)
    {
        var citations = rules.Newest.Citations();
        return rules.Statements.Select(s => new StatementAnswer(s.Id, s.Edition, s.Section, s.Force, s.Text, s.Source, s.Checked,
            [.. citations[s.Id].Select(c => new CitationAnswer(c.What, c.Name))]));
    }
}
