using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.CaseLead;

namespace Lapwing.Web.Cases;

/// <summary>Somebody is named who works on it.</summary>
public sealed class WorkerModel(Desk desk) : FormPage(desk)
{
    /// <summary>Whom they may name: of the services that can have a case, or of their own team.</summary>
    public IEnumerable<(Guid Account, string Name)> Workers => Named.Select(person => (person.Author.Account, NameOf(person.Author.Account)));

    /// <inheritdoc/>
    protected override string Purpose => "name who works on it";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["worker", "why"];

    /// <inheritdoc/>
    protected override Content Said()
    {
        var worker = Named.FirstOrDefault(person => $"{person.Author.Account:N}" == this["worker"])?.Author;
        return new WorkerNamed(worker?.Account ?? default, worker?.Agency ?? Viewer.Agency, worker?.Team ?? Viewer.Team, Text("why") ?? "");
    }

    private IEnumerable<Casework.Stories.Person> Named => Desk.Accounts.All.Where(person =>
        person.Author.Agency is Agency.SocialCare or Agency.Police or Agency.Health && MayNameWorker(Case.File, Viewer.Author, person.Author.Team));
}
