using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>What happened, in words.</summary>
public sealed class StoryModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "write what happened";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["story", "own-words", "devices"];

    /// <inheritdoc/>
    protected override Content Said() => new StoryWritten(Text("story"), Text("own-words"), Text("devices"));

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not StoryWritten story ? null
        : new Dictionary<string, string?>
        {
            ["story"] = story.Story,
            ["own-words"] = story.OwnWords,
            ["devices"] = story.Devices,
        };
}
