using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>Every fact by its place and by its name.</summary>
public static class Vocabulary
{
    /// <summary>The facts by bit: forms, answers, what the children say. The order in which facts are named.</summary>
    public static readonly IReadOnlyList<Fact> Facts =
        [.. Forms.All, .. Questions.All, ChildFacts.ShownUnder13, ChildFacts.ChildInHousehold, ChildFacts.ChildShown];

    /// <summary>The question that settles the fact at a place. Forms and listed children are never open, and are refused.</summary>
    public static Question QuestionAt(int bit) => bit == ChildFacts.ShownUnder13.Bit ? ChildFacts.AgeOfChildrenShown : (Question)Facts[bit];
}
