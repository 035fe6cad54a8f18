using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>What was reported, whole, for whoever receives a case: the facts as they are now, and what was written down.</summary>
public sealed class CaseReportModel(Desk desk) : CasePage(desk)
{
    /// <summary>Each report, with the newest of its facts.</summary>
    public IEnumerable<(Entry Report, FactsVersion Newest)> Reports =>
        Case.File.All<Concern.Reported>().Select(report => (report.Entry, View.InForce(report.Id)));

    /// <summary>Whether facts were changed that are not in force before somebody signs.</summary>
    public bool Waits => Case.File.All<Concern.FactsChanged>().Any(change => Concern.Waits(View, change.Id));

    /// <summary>What was written down, in its questions and answers.</summary>
    public IEnumerable<(Entry Entry, IEnumerable<(string Question, string Answer)> Told)> Stories =>
        Case.File.All<Concern.StoryWritten>().Select(story => (story.Entry, Answers(story.Content, isInLine: true)));

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "report") ? Page() : NotFound();
}
