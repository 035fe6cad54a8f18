using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>One fact told otherwise, to see the difference. Nothing that was told is changed by it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Answer">How it is told now.</param>
/// <param name="Difference">What would be different; none where the concern would have no form of harm left.</param>
public sealed record WhatIf(Fact Fact, Answer Answer, DecisionDifference? Difference)
{
    private static readonly IReadOnlyDictionary<string, Fact> byName = Forms.All.Concat<Fact>(Vocabulary.AllQuestions)
        .ToDictionary(fact => fact.Name, StringComparer.Ordinal);

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

    /// <summary>A question as it is tried with yes or no: an age is under 13 or not.</summary>
    public static string Ask(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question == ChildFacts.AgeOfChildrenShown ? "Is a child who is shown under 13?"
            : question == ChildFacts.AgeOfOtherChildren ? "Is another child who was harmed, was sent it, passed it on or acted under 13?" : question.Ask;
    }

    private static Concern? Told(Concern concern, Fact fact, Answer answer)
    {
        var facts = concern.Facts.With(fact, answer);
        var forms = facts.Yes & Forms.AllMask;
        if (forms == 0) return null;
        if ((facts.Yes & Questions.AdultMadeOrHeldImages.Mask) != 0 && (forms & Forms.Sexual.Mentions) == 0) forms |= Forms.IndecentImages.Mask;
        var questions = Questions.All.Aggregate(0UL, (all, question) => all | question.Mask);
        var arrested = (facts.Yes & Questions.Arrested.Mask) != 0 ? concern.ArrestedAt : null;
        var children = fact is Question age && ChildFacts.Ages.Contains(age) ? Aged(concern.Children, age, answer) : concern.Children;
        return new(concern.Id, concern.AwareAt, forms, children, new(facts.Yes & questions, facts.No & questions), arrested);
    }

    // The children whose ages the question is about, all of an age that settles it, and one of them at least.
    private static List<Child> Aged(IReadOnlyList<Child> children, Question question, Answer answer)
    {
        int? age = answer switch { Answer.Yes => 12, Answer.No => 13, _ => null };
        var aged = children.Select(child => ChildFacts.Counts(child.Roles, question) ? child with { Age = age } : child).ToList();
        if (!aged.Exists(child => ChildFacts.Counts(child.Roles, question)))
            aged.Add(new(question == ChildFacts.AgeOfChildrenShown ? Involvement.Shown : Involvement.Harmed, age));
        return aged;
    }
}
