using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>
/// A form to be filled in by hand, from an edition: forms of harm have numbers, questions have letters in the intake's order, and beside each stands
/// whom a tick requires to call.
/// </summary>
public sealed class PaperForm
{
    private readonly Dictionary<ulong, string> labels = [];
    private readonly List<ulong> order = [];       // what is ticked, in the order in which it is asked
    private readonly IReadOnlyList<PaperRule> rules;

    /// <summary>The form of an edition.</summary>
    public PaperForm(Edition edition)
    {
        rules = PaperRules.Of(edition);
        var letter = 'a';
        foreach (var page in Intake.Pages)
        {
            foreach (var question in page.Questions) Add(question, $"{letter++}");
            if (page.Number == Intake.FormsOfHarm)
                foreach (var form in Forms.All) Add(form, $"{form.Bit + 1}");
            if (page.Number != Intake.Children) continue;
            foreach (var fact in OfChildren) Add(fact, fact.Sentence);
        }
    }

    /// <summary>What the list of children says that a rule may ask for.</summary>
    public static IReadOnlyList<Fact> OfChildren { get; } = [ChildFacts.ShownUnder13, ChildFacts.OtherChildUnder13, ChildFacts.ChildInHousehold,
        ChildFacts.ChildShown];

    /// <summary>The number of a form of harm, the letter of a question, the words of what the list of children says.</summary>
    public string Label(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return labels[fact.Mask];
    }

    /// <summary>
    /// Whom to call where this is ticked, each as a line: "with 1, 2, 5 or 9: children's social care and the police". What asks for several
    /// answers stands beside the last of them. A day is named unless it is today.
    /// </summary>
    public IReadOnlyList<string> Beside(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var here = rules.Where(rule => fact is Form ? rule.Yes == 0 && (rule.AnyForm & fact.Mask) != 0 : Last(rule.Yes) == fact.Mask)
            .Select(rule => fact is Form ? rule with { AnyForm = 0 } : rule with { Yes = rule.Yes & ~fact.Mask });
        var sameOthers = here.GroupBy(rule => (rule.Yes, rule.NotNo)).SelectMany(ByForm).GroupBy(rule => (rule.Call, rule.AnyForm, rule.NotNo))
            .SelectMany(Merged);
        var sameCalls = sameOthers.GroupBy(one => one.With, one => one.Call).GroupBy(Called, with => with.Key);
        return [.. sameCalls.Select(same => same.First().Length == 0 ? same.Key : $"{string.Join(", or ", same)}: {same.Key}")];
    }

    // Whom a form of harm calls together is named together: "with 1 or 2: social care and the police", "with 11: social care and Prevent".
    private static IEnumerable<PaperRule> ByForm(IEnumerable<PaperRule> rules)
    {
        var all = rules.ToList();
        return all.Where(rule => rule.AnyForm == 0).Concat(Forms.All.GroupBy(form => Called(form), form => form.Mask)
            .SelectMany(same =>
            all.Where((_, i) => (same.Key >> i & 1) != 0).Select(rule => rule with { AnyForm = same.Aggregate(0UL, (forms, form) => forms | form) })));

        ulong Called(Form form) => all.Select((rule, i) => (rule.AnyForm & form.Mask) != 0 ? 1UL << i : 0).Aggregate(0UL, (bits, bit) => bits | bit);
    }

    // Several rules that each ask for one answer more are one line: "and a yes to c or d".
    private IEnumerable<(string With, PaperCall Call)> Merged(IGrouping<(PaperCall Call, ulong AnyForm, ulong NotNo), PaperRule> rules)
    {
        var (call, anyForm, notNo) = rules.Key;
        var single = rules.Where(rule => ulong.PopCount(rule.Yes) == 1).Aggregate(0UL, (all, rule) => all | rule.Yes);
        if (single != 0) yield return (With(anyForm, Words(single, "or"), notNo), call);
        foreach (var rule in rules.Where(rule => ulong.PopCount(rule.Yes) != 1)) yield return (With(anyForm, Words(rule.Yes, "and"), notNo), call);
    }

    private string With(ulong anyForm, string others, ulong notNo)
    {
        var parts = new List<string>();
        if (anyForm != 0) parts.Add($"with {Numbers(anyForm)}");
        if (others.Length > 0) parts.Add($"{(anyForm == 0 ? "with" : "and")} {others}");
        if (notNo != 0) parts.Add($"unless {Join(Marked(notNo), "and")} {(ulong.IsPow2(notNo) ? "is" : "are both")} no");
        return string.Join(' ', parts);
    }

    private static string Called(IEnumerable<PaperCall> calls) =>
        Join(calls.GroupBy(call => call.Due, call => call.Words).Select(same => Join(same, "and") + By(same.Key)), "and");

    private static string By(Limit due) => due.Counting switch
    {
        Counting.SameDay => "",
        Counting.WorkingDays => due.Days == 1 ? " by the next working day" : $" within {due.Days} working days",
        _ => $" ({due})",
    };

    private string Words(ulong facts, string last)
    {
        var answers = Marked(facts & ~OfChildren.Aggregate(0UL, (all, fact) => all | fact.Mask)).ToList();
        var all = answers.Count == 0 ? [] : new List<string> { $"a yes to {Join(answers, last)}" };
        all.AddRange(OfChildren.Where(fact => (facts & fact.Mask) != 0).Select(fact => fact.Sentence));
        return Join(all, last);
    }

    // Forms in a row: "1, 2, 5 or 9"; "1 to 9".
    private static string Numbers(ulong forms)
    {
        var parts = new List<string>();
        for (var bit = 0; bit < Forms.All.Count; bit++)
        {
            var first = bit;
            while ((forms >> bit & 1) != 0) bit++;
            if (bit - first > 2) parts.Add($"{first + 1} to {bit}");
            else for (var one = first; one < bit; one++) parts.Add($"{one + 1}");
        }

        return Join(parts, "or");
    }

    private IEnumerable<string> Marked(ulong facts) => order.Where(mask => (facts & mask) != 0).Select(mask => labels[mask]);

    private ulong Last(ulong facts) => order.FindLast(mask => (facts & mask) != 0);

    private void Add(Fact fact, string label)
    {
        labels[fact.Mask] = label;
        order.Add(fact.Mask);
    }

    private static string Join(IEnumerable<string> parts, string last)
    {
        string[] all = [.. parts];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }
}
