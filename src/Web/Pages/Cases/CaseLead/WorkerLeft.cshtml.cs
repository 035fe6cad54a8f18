using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.CaseLead;

namespace Lapwing.Web.Cases;

/// <summary>Somebody works on it no more.</summary>
public sealed class WorkerLeftModel(Desk desk) : FormPage(desk)
{
    /// <summary>Who works on it, and may be taken off it by whoever is signed in.</summary>
    public IEnumerable<(EntryId Id, string Line)> Workers => Case.File.All<WorkerNamed>()
        .Where(named => !Case.File.All<WorkerLeft>().Any(left => left.Content.Of == named.Id)
            && (named.Content.Worker == Viewer.Account || MayNameWorker(Case.File, Viewer.Author, named.Content.Team)))
        .Select(named => (named.Id, LineOf(named.Entry)));

    /// <inheritdoc/>
    protected override string Purpose => "say who works on it no more";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "why"];

    /// <inheritdoc/>
    protected override Content Said() => new WorkerLeft(EntryIn("of"), Text("why") ?? "");
}
