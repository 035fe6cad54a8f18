using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>The service that is to be called knows already: its own people say so.</summary>
public sealed class KnewModel(Desk desk) : FormPage(desk)
{
    /// <summary>The recipients that are the service of whoever is signed in.</summary>
    public IReadOnlyList<(string Name, string Words)> Own => [.. MadeModel.Recipients.Where(to => AgencyOf(to.Name) == Viewer.Agency)];

    /// <inheritdoc/>
    protected override string Purpose => "record that a service knew already";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["to", "who"];

    /// <inheritdoc/>
    protected override Content Said() => new KnewAlready(this["to"] ?? "", Text("who") ?? "", EntriesIn("causes"));

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not KnewAlready knew ? null : new Dictionary<string, string?>
    {
        ["to"] = knew.To,
        ["who"] = knew.Who,
        ["causes"] = Ids(knew.Causes),
    };
}
