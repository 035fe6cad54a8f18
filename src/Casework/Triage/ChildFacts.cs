using System.Numerics;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>
/// One child of a concern, or several with the same part. Names are no part of a decision, nor is how many they are: several decide as that many children
/// of the age of the youngest would, one by one.
/// </summary>
/// <param name="Roles">At least one.</param>
/// <param name="Age">At the time, in whole years from 0 to 17, of several that of the youngest; none when not known.</param>
/// <param name="Count">How many they are; none where several are meant and nobody knows how many.</param>
public readonly record struct Child(Involvement Roles, int? Age, int? Count = 1)
{
    /// <summary>Whether several children are meant.</summary>
    public bool IsSeveral => Count != 1;
}

/// <summary>What the list of children says, as facts.</summary>
public static class ChildFacts
{
    private const int First = 37;      // after the forms and the answers

    /// <summary>
    /// Yes when a child shown is below 13; otherwise not known when the age of one shown is not known, or nobody is listed as shown though a
    /// form speaks of images; otherwise no (S2.1.11). Open, it is asked as the question below.
    /// </summary>
    public static readonly Fact ShownUnder13 = new(First, "shown-under-13", "a child shown is under 13");

    /// <summary>
    /// Yes when a child is below 13 who is not shown and passed it on, was sent it, was harmed or acted; otherwise not known when the age of one of
    /// them is not, or when a form is sexual, none speaks of images, and nobody is listed who could be meant; otherwise no (N6).
    /// </summary>
    public static readonly Fact OtherChildUnder13 = new(First + 1, "other-child-under-13",
        "a child who was harmed, was sent it, passed it on or acted is under 13");

    /// <summary>A child of the household of the person whose behaviour is the concern is listed. Never not known.</summary>
    public static readonly Fact ChildInHousehold = new(First + 2, "child-in-household", "a child lives with the person whose behaviour is the concern");

    /// <summary>A child shown is listed. Never not known.</summary>
    public static readonly Fact ChildShown = new(First + 3, "child-shown", "a child is shown in imagery");

    /// <summary>The question that settles <see cref="ShownUnder13"/>.</summary>
    public static readonly Question AgeOfChildrenShown = new(First, "age-of-children-shown", Find.AskNow,
        "How old is each child who is shown?", "a child shown is under 13", "S2.1.11", "N6");

    /// <summary>The question that settles <see cref="OtherChildUnder13"/>.</summary>
    public static readonly Question AgeOfOtherChildren = new(First + 1, "age-of-other-children", Find.AskNow,
        "How old is each other child who was harmed, was sent it, passed it on or acted?",
        "a child who was harmed, was sent it, passed it on or acted is under 13", "N6");

    /// <summary>The questions about ages, in the procedure's order: the page of the children asks them, a child at a time.</summary>
    public static readonly IReadOnlyList<Question> Ages = [AgeOfChildrenShown, AgeOfOtherChildren];

    /// <summary>What the ages settle, as a set of facts.</summary>
    public static readonly ulong AgesMask = ShownUnder13.Mask | OtherChildUnder13.Mask;

    /// <summary>The parts by which a child who is not shown is one of the others whose age counts (N6).</summary>
    public const Involvement OfOthers = Involvement.Shared | Involvement.Received | Involvement.Harmed | Involvement.Acting;

    /// <summary>The names of the roles in files and in the API, by bit.</summary>
    public static readonly IReadOnlyList<string> RoleNames = ["shown", "shared", "received", "harmed", "acting", "household"];

    /// <summary>The name of a child's part in files and in the API.</summary>
    public static string NameOf(Involvement role) => RoleNames[BitOperations.TrailingZeroCount((uint)role)];

    /// <summary>A child's part by its name in files and in the API. Refuses a name that is none.</summary>
    public static Involvement RoleCalled(string name)
    {
        for (var bit = 0; bit < RoleNames.Count; bit++)
            if (RoleNames[bit] == name) return (Involvement)(1 << bit);
        throw new ArgumentException("no part of a child is called so", nameof(name));
    }

    /// <summary>Whether the age of a child settles a question about ages.</summary>
    public static bool Counts(Involvement roles, Question question) =>
        question == AgeOfChildrenShown ? roles.HasFlag(Involvement.Shown) : !roles.HasFlag(Involvement.Shown) && (roles & OfOthers) != Involvements.None;

    /// <summary>The facts that this list of children settles, added to those of the forms and answers.</summary>
    public static Facts Of(IReadOnlyList<Child> children, ulong forms)
    {
        var household = false;
        AgesOf shown = default, others = default;
        foreach (var child in children)
        {
            household |= child.Roles.HasFlag(Involvement.Household);
            if (Counts(child.Roles, AgeOfChildrenShown)) shown.Add(child.Age);
            else if (Counts(child.Roles, AgeOfOtherChildren)) others.Add(child.Age);
        }

        var ofImages = (forms & (Forms.YouthProducedImagery.Mask | Forms.IndecentImages.Mask)) != 0;
        return default(Facts)
            .With(ShownUnder13, shown.Under13(orMayBe: !shown.Any && ofImages))
            .With(OtherChildUnder13, others.Under13(orMayBe: !others.Any && !shown.Any && !ofImages && Forms.Sexual.Holds(forms)))
            .With(ChildInHousehold, household ? Answer.Yes : Answer.No)
            .With(ChildShown, shown.Any ? Answer.Yes : Answer.No);
    }

    // What the ages of some children say.
    private record struct AgesOf(bool Any, bool IsUnder13, bool IsUnknown)
    {
        public void Add(int? age) => (Any, IsUnder13, IsUnknown) = (true, IsUnder13 || age < 13, IsUnknown || age is null);

        public readonly Answer Under13(bool orMayBe) => IsUnder13 ? Answer.Yes : IsUnknown || orMayBe ? Answer.NotKnown : Answer.No;
    }
}
