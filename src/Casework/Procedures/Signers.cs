using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>Who can be asked to sign outside a setting, who can see a report in place of its safeguarding lead, and who can lead and work on a case.</summary>
public static class Signers
{
    /// <summary>The teams of police and social care, other than one's own, of whom somebody may sign.</summary>
    public static IEnumerable<(Guid Team, string Name, Agency Agency)> Outside(Staff staff, Guid own)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return staff.All.Where(person => person.Author is { MaySign: true, Agency: Agency.SocialCare or Agency.Police } && person.Author.Team != own)
            .Select(person => (person.Author.Team, person.Team, person.Author.Agency)).Distinct();
    }

    /// <summary>
    /// A deputy, where the setting has more than one who leads its safeguarding; else a team outside it: each with the number that a field holds.
    /// </summary>
    public static IEnumerable<(Guid Id, string Name, Concern.StandIn Instead)> StandIns(Staff staff, Author author)
    {
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(author);
        var leads = OtherLeads(staff, author);
        foreach (var deputy in leads.Count > 1 ? leads : [])
            yield return (deputy.Author.Account, $"{Directed.Isolated(deputy.Name)}, {Directed.Isolated(deputy.Job)}",
                new(deputy.Author.Account, null, author.Agency));
        foreach (var (team, name, agency) in Outside(staff, author.Team)) yield return (team, $"{name}: its managers", new(null, team, agency));
    }

    /// <summary>Who else leads the safeguarding of somebody's setting.</summary>
    public static IReadOnlyList<Person> OtherLeads(Staff staff, Author author)
    {
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(author);
        return [.. staff.All.Where(person =>
            person.Author.Team == author.Team && person.Author.Role == Role.SafeguardingLead && person.Author.Account != author.Account)];
    }

    /// <summary>Who can lead a case: the social workers and managers of children's social care, for whoever is of it.</summary>
    public static IEnumerable<Person> Leads(Staff staff, CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(by);
        return by.Agency != Agency.SocialCare ? []
            : Within(staff, view).Where(person => person.Author.Role is Role.SocialWorker or Role.SocialCareManager);
    }

    /// <summary>Everybody but those who are left out of a case, as far as whoever asks sees that.</summary>
    public static IEnumerable<Person> Within(Staff staff, CaseView view)
    {
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(view);
        return staff.All.Where(person => !view.Circle.LeavesOut(Staff.ViewerOf(person)));
    }

    /// <summary>Who can be named to work on a case, by somebody who may name them.</summary>
    public static IEnumerable<Person> Workers(Staff staff, CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(view);
        var file = view.File;
        var working = CaseLead.Working(file).Select(named => named.Content.Worker).ToHashSet();
        return Within(staff, view).Where(person => person.Author.Agency is Agency.SocialCare or Agency.Police or Agency.Health
            && CaseLead.MayNameWorker(file, by, person.Author.Team) && !working.Contains(person.Author.Account));
    }
}
