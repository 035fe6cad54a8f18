using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>One fact told otherwise, to see the difference. Nothing that was told is changed by it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Answer">How it is told now.</param>
/// <param name="Difference">What would be different; none where the concern would have no form of harm left.</param>
public sealed record WhatIf(Fact Fact, Answer Answer, DecisionDifference? Difference)
{
    private static readonly IReadOnlyDictionary<string, Fact> byName = Forms.All.Concat<Fact>(Questions.All).Append(ChildFacts.AgeOfChildrenShown).ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>Tries what was chosen; nothing where nothing, or nothing that there is, was chosen.</summary>
    public static WhatIf? Of(string? fact, string? answer, Decision decision, RuleBook rules)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(rules);
        if (fact is null || !byName.TryGetValue(fact, out var tried)) return null;
        Answer? told = answer switch { "yes" => Answer.Yes, "no" => Answer.No, "not-known" when tried is not Form => Answer.NotKnown, _ => null };
        if (told is not { } value) return null;
        var other = Told(decision.Concern, tried, value);
        return new(tried, value, other is null ? null : new(decision, Decision.For(other, decision.Edition, rules.Calendar)));
    }

    /// <summary>What is tried, in a sentence.</summary>
    public string Sentence => Answer switch
    {
        Answer.Yes => $"If {Fact.Sentence}",
        Answer.No => $"If it is not so that {Fact.Sentence}",
        _ => $"If it is not known whether {Fact.Sentence}",
    };

    /// <summary>How a fact is told, in a word or two.</summary>
    public static string Now(Answer answer) => answer switch { Answer.Yes => "yes", Answer.No => "no", _ => "not known" };

    private static Concern? Told(Concern concern, Fact fact, Answer answer)
    {
        var facts = concern.Facts.With(fact, answer);
        var forms = facts.Yes & Forms.AllMask;
        if (forms == 0) return null;
        if ((facts.Yes & Questions.AdultMadeOrHeldImages.Mask) != 0 && (forms & Forms.Sexual.Mentions) == 0) forms |= Forms.IndecentImages.Mask;
        var questions = Questions.All.Aggregate(0UL, (all, question) => all | question.Mask);
        var arrested = (facts.Yes & Questions.Arrested.Mask) != 0 ? concern.ArrestedAt : null;
        var children = fact == ChildFacts.AgeOfChildrenShown ? Aged(concern.Children, answer) : concern.Children;
        return new(concern.Id, concern.AwareAt, forms, children, new(facts.Yes & questions, facts.No & questions), arrested);
    }

    // The children shown, all of an age that settles the question, and one of them at least.
    private static List<Child> Aged(IReadOnlyList<Child> children, Answer answer)
    {
        int? age = answer switch { Answer.Yes => 12, Answer.No => 13, _ => null };
        var aged = children.Select(child => child.Roles.HasFlag(Roles.Shown) ? child with { Age = age } : child).ToList();
        if (!aged.Exists(child => child.Roles.HasFlag(Roles.Shown))) aged.Add(new(Roles.Shown, age));
        return aged;
    }
}
