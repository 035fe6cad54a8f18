using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The one line by which a case stands in a list that others can see on the screen: the children's part and age, the forms of harm, what stands. It names
/// nobody, and says no more than its reader knows.
/// </summary>
public static class ClosedLines
{
    private const int MostChildren = 2, MostForms = 2;

    // What was done to a child stands before what they did, and that before whom they live with.
    private static readonly (Involvement Part, string Words)[] parts =
    [
        (Involvement.Harmed, "harmed"),
        (Involvement.Shown, "shown"),
        (Involvement.Acting, "said to have done it"),
        (Involvement.Shared, "who passed it on"),
        (Involvement.Received, "who received it"),
        (Involvement.Household, "living with the person"),
        (Involvement.Network, "in reach"),
    ];

    /// <summary>The line, such as "child harmed, 14 · grooming, adult known · do not tell"; empty where nothing is known yet.</summary>
    public static string Of(CaseView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var facts = view.File.All<Concern.Reported>().Select(report => view.InForce(report.Id).Facts).ToList();
        bool IsYes(Question question) => facts.Any(told => told.Yes.Contains(question.Name));
        string?[] said =
        [
            Children(view.File),
            Harm([.. Forms.All.Where(form => facts.Any(told => told.Forms.Contains(form.Name))).Select(form => form.Short)],
                Adult(view.File, IsYes(Questions.AdultInvolved))),
            IsYes(Questions.ImmediateDanger) ? "danger now" : null,
            IsYes(Questions.OfflineMeetingArranged) ? "meeting arranged" : null,
            IsYes(Questions.SelfHarm) ? "self-harm" : null,
            view.Standing.Any(rule => rule.Kind == DutyKind.WithholdInformation) ? "do not tell" : null,
        ];
        return string.Join(" · ", said.Where(words => words is { Length: > 0 }));
    }

    private static string? Children(CaseFile file)
    {
        var sizes = file.All<People.GroupAdded>().Select(group => group.Content).DistinctBy(group => group.Group)
            .ToDictionary(group => group.Group, group => group.Size);
        var groups = People.All(file).Where(one => one.IsChild).GroupBy(one => Array.FindIndex(parts, part => one.Parts.Contains(part.Part)))
            .OrderBy(group => group.Key < 0 ? parts.Length : group.Key)
            .Select(group => Child([.. group], sizes, group.Key < 0 ? null : parts[group.Key].Words)).ToList();
        return groups.Count == 0 ? null : string.Join(", ", groups.Take(MostChildren)) + (groups.Count > MostChildren ? " and others" : "");
    }

    private static string Child(IReadOnlyList<PersonOfCase> same, Dictionary<Guid, int?> sizes, string? part)
    {
        int? count = 0;
        foreach (var child in same) count += child.IsGroup ? sizes[child.Id] : 1;
        var (one, ages) = (same is [{ IsGroup: false }], same.Select(child => child.Age).OfType<int>().ToList());
        var what = one ? "child" : count is { } many ? $"{many} children" : "several children";
        return $"{what}{(part is null ? "" : $" {part}")}{(ages.Count == 0 ? "" : one ? $" ({ages[0]})" : $" (youngest {ages.Min()})")}";
    }

    private static string Harm(IReadOnlyList<string> all, string? adult)
    {
        var harm = string.Join(", ", all.Take(MostForms)) + (all.Count > MostForms ? " and more" : "");
        return adult is null ? harm : harm.Length == 0 ? adult : $"{harm}, {adult}";
    }

    private static string? Adult(CaseFile file, bool isInvolved)
    {
        var alleged = People.All(file).Where(one => !one.IsChild && one.Parts.Contains(Involvement.Alleged)).ToList();
        return alleged.Exists(one => one.Name is not null) ? "adult known" : alleged.Count > 0 || isInvolved ? "adult not known" : null;
    }
}
