using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.CaseLead;

namespace Lapwing.Web.Cases;

/// <summary>Who leads is named.</summary>
public sealed class LeadModel(Desk desk) : FormPage(desk)
{
    /// <summary>Who can lead.</summary>
    public IEnumerable<(Guid Account, string Name)> Leads => Signers.Leads(Desk.Accounts, Viewer).Select(one => (one.Account, one.Name));

    /// <inheritdoc/>
    protected override string Purpose => "name who leads";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["lead", "cover"];

    /// <inheritdoc/>
    protected override Content Said()
    {
        var (lead, cover) = (Find("lead"), Find("cover"));
        return new LeadNamed(lead.Account, lead.Team, cover.Account == default ? null : cover.Account);
    }

    private (Guid Account, Guid Team, string Name) Find(string field) =>
        Signers.Leads(Desk.Accounts, Viewer).FirstOrDefault(one => $"{one.Account:N}" == this[field]);
}
