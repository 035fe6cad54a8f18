using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>The author shuts the safeguarding lead of their setting out: it is or may be about them.</summary>
public sealed class ShutOutModel(Desk desk) : FormPage(desk)
{
    /// <summary>Who can see it in their place.</summary>
    public IEnumerable<(string Value, string Name)> StandIns => Signers.StandIns(Desk.Accounts, Viewer).Select(one => (one.Value, one.Name));

    /// <summary>The report that it is about; none where there is nothing to shut out.</summary>
    public EntryId? Report => LeadSees(Case.File, Viewer.Author);

    /// <inheritdoc/>
    protected override string Purpose => "say who must not see it";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["lead-instead", "why"];

    /// <inheritdoc/>
    protected override Content Said() => new LeadShutOut(Report ?? default, Signers.StandIn(Desk.Accounts, Viewer, this["lead-instead"]), Text("why") ?? "");
}
