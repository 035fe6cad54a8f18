using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>What is to be done now.</summary>
public sealed class ShowModel(Desk desk) : CasePage(desk)
{
    private const int MostAnswers = 4;

    /// <summary>Whether whoever is signed in says who works on it, or who must not see it, and does not read that themselves.</summary>
    public bool NamesUnseen => !Case.File.Scope.IsWhole
        && (CaseLead.MayNameWorker(Case.File, Viewer.Author) || LeavingOut.MayDecide(Case.File, Viewer.Author));

    /// <summary>What whoever is signed in recorded in the last minutes, if it is the latest: the report, or what its act begins with.</summary>
    public Entry? JustRecorded
    {
        get
        {
            if (Case.File.Entries is not [.., var last] || last.Act.By.Account != Viewer.Account
                || (Desk.Clock.GetUtcNow() - last.Act.RecordedAt).Duration() >= TimeSpan.FromMinutes(5)) return null;      // a clock may have been ahead
            var act = Case.File.Entries.Where(entry => entry.Act.Id == last.Act.Id).ToList();
            return act.Find(entry => entry.Content is Concern.Reported) ?? act[0];
        }
    }

    /// <summary>What it is about, in a few lines: the newest facts of each report, the child's own words, who is alleged.</summary>
    public IEnumerable<(string Key, IReadOnlyList<string> Values)> About
    {
        get
        {
            var file = Case.File;
            var told = file.All<Concern.Reported>().Select(report => View.InForce(report.Id).Facts).ToList();
            foreach (var facts in told)
                foreach (var (key, values) in FactsWords.Of(facts, file).Where(line => line.Key is "What it is about" or "Children"))
                    yield return (key, CaseWords.InShort(values, MostAnswers));
            foreach (var report in file.All<Concern.Reported>())
                if (ConcernOrigin.Of(file, report.Id)?.Content is { } by) yield return ("Told by", [ConcernOrigin.InWords(by)]);
            foreach (var report in file.All<Concern.Reported>())
                if (OwnWords(report.Entry.Paper) is { } words) yield return ("The child’s own words", [words]);
            var alleged = People.All(file).Where(one => one.Parts.Contains(Casework.Triage.Involvement.Alleged)).Select(one => one.NameAndAge).ToList();
            if (alleged.Count > 0) yield return ("Alleged", CaseWords.InShort(alleged, MostAnswers));
            foreach (var (key, values) in told.SelectMany(facts => FactsWords.InClauses(facts, View.Rules)))
                yield return (key, CaseWords.InShort(values, MostAnswers));
        }
    }

    /// <summary>Whether the facts changed with it.</summary>
    public bool HasChangedFacts(Entry entry) =>
        entry.Content is not Concern.FactsChanged && Case.File.Entries.Any(other => other.Act.Id == entry.Act.Id && other.Content is Concern.FactsChanged);

    /// <summary>What of it is not as the procedure says.</summary>
    public IReadOnlyList<Remark> Remarks(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var act = Case.File.Entries.Where(one => one.Act.Id == entry.Act.Id).ToList();
        return (Catalogue.Decide(View.Of(Case.File.Before(act[0].Id)), entry.Act,
            [.. act.Select(one => new NewEntry(one.Content, one.Paper))]) as Allowed)?.Remarks ?? [];
    }

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "now") ? Page() : NotFound();
}
