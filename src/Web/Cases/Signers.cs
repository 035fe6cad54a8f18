using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Web.SignIn;

namespace Lapwing.Web.Cases;

/// <summary>Who can be asked to sign outside a setting, and who can see a report in place of its safeguarding lead.</summary>
internal static class Signers
{
    /// <summary>The teams of police and social care, other than one's own, of whom somebody may sign.</summary>
    public static IEnumerable<(Guid Team, string Name, Agency Agency)> Outside(Accounts accounts, Guid own) => accounts.All
        .Where(person => person.Author is { MaySign: true, Agency: Agency.SocialCare or Agency.Police } && person.Author.Team != own)
        .Select(person => (person.Author.Team, person.Team, person.Author.Agency)).Distinct();

    /// <summary>
    /// A deputy, where the setting has more than one who leads its safeguarding; else a team outside it: each with the number that a field holds.
    /// </summary>
    public static IEnumerable<(string Value, string Name, Concern.StandIn Instead)> StandIns(Accounts accounts, Viewer author)
    {
        var leads = accounts.All.Where(person =>
            person.Author.Team == author.Team && person.Author.Role == Role.SafeguardingLead && person.Author.Account != author.Account).ToList();
        foreach (var deputy in leads.Count > 1 ? leads : [])
            yield return ($"{deputy.Author.Account:N}", $"{Directed.Isolated(deputy.Name)}, {Directed.Isolated(deputy.Job)}",
                new(deputy.Author.Account, null, author.Agency));
        foreach (var (team, name, agency) in Outside(accounts, author.Team)) yield return ($"{team:N}", $"{name}: its managers", new(null, team, agency));
    }

    /// <summary>Who can lead a case: the social workers and managers of children's social care, of whoever is of it.</summary>
    public static IEnumerable<(Guid Account, Guid Team, string Name)> Leads(Accounts accounts, Viewer viewer) => viewer.Agency != Agency.SocialCare ? []
        : accounts.All.Where(person => person.Author.Role is Role.SocialWorker or Role.SocialCareManager)
            .Select(person => (person.Author.Account, person.Author.Team, accounts.NameOf(person.Author.Account)));

    /// <summary>Whoever a field names; nobody where it names none of them.</summary>
    public static Concern.StandIn? StandIn(Accounts accounts, Viewer author, string? value) =>
        StandIns(accounts, author).FirstOrDefault(one => one.Value == value).Instead;
}
