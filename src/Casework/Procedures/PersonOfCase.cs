using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>Somebody of a case, or a group, as the case has them now.</summary>
/// <param name="Id">The person's or the group's id in the case.</param>
/// <param name="IsChild">Whether they are under 18; a group is of children.</param>
/// <param name="IsGroup">Whether it is a group.</param>
/// <param name="Name">The name that was recorded last, or a group's words; null where nobody knows it.</param>
/// <param name="Age">The age in years at the time, of a group that of its youngest child, as the newest facts have it; null where nobody knows it.</param>
/// <param name="Parts">The part they have.</param>
public sealed record PersonOfCase(Guid Id, bool IsChild, bool IsGroup, string? Name, int? Age, IReadOnlyList<Involvement> Parts)
{
    /// <summary>The name, its direction isolated, or what stands for it: to be shown.</summary>
    public string Called => Name is { } name ? Cases.Directed.Isolated(name) : Unnamed(IsChild);

    /// <summary>By name, or what stands for it, and age.</summary>
    public string NameAndAge => $"{DecisionWords.Capital(Called)}{(Age is { } age ? IsGroup ? $", the youngest {age}" : $", {age}" : "")}";

    /// <summary>The same with the part that they have, to be told apart by.</summary>
    public string NameAndPart => $"{NameAndAge}, {string.Join(", ", Parts.Select(PartWords.Of))}";

    /// <summary>The same of a child, in brackets behind something else: "child 12, was sent it".</summary>
    public string InBrackets =>
        $"{(Name is not null ? NameAndAge : Age is { } age ? $"child {age}" : Called)}, {string.Join(", ", Parts.Select(PartWords.Of))}";

    internal static string Unnamed(bool isChild) => isChild ? "a child not named yet" : "an unknown adult";
}
