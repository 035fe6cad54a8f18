using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Web.Cases;

/// <summary>Evidence and safety were looked at again.</summary>
public sealed class LookedAgainModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what was looked at again";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "what"];

    /// <inheritdoc/>
    protected override Content Said() => new LookedAgain(EntryIn("of"), Text("what") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not LookedAgain looked ? null
        : new Dictionary<string, string?>
        {
            ["of"] = looked.Of.ToString(),
            ["what"] = looked.What,
        };
}
