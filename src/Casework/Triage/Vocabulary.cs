using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>Every fact by its place and by its name.</summary>
public static class Vocabulary
{
    /// <summary>The facts by bit: forms, answers, what the children say. The order in which facts are named.</summary>
    public static readonly IReadOnlyList<Fact> Facts =
        [.. Forms.All, .. Questions.All, ChildFacts.ShownUnder13, ChildFacts.OtherChildUnder13, ChildFacts.ChildInHousehold, ChildFacts.ChildShown];

    /// <summary>Every question, in the procedure's order: those that are answered by name, and then the ages.</summary>
    public static readonly IReadOnlyList<Question> AllQuestions = [.. Questions.All, .. ChildFacts.Ages];

    private static readonly ulong asked = AllQuestions.Aggregate(0UL, (all, question) => all | question.Mask);

    /// <summary>Whether the fact at a place is settled by a question: forms and listed children are never open.</summary>
    public static bool IsAsked(int bit) => (asked >> bit & 1) != 0;

    /// <summary>The question that settles the fact at a place. Forms and listed children are never open, and are refused.</summary>
    public static Question QuestionAt(int bit) => AllQuestions[bit - Forms.All.Count];
}
