using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>A child's part in it. A child may have several.</summary>
[Flags]
public enum Roles
{
    /// <summary>No part: refused wherever a child is told.</summary>
    None = 0,

    /// <summary>In the imagery.</summary>
    Shown = 1,

    /// <summary>Passed it on.</summary>
    Shared = 2,

    /// <summary>Was sent it.</summary>
    Received = 4,

    /// <summary>Harmed.</summary>
    Harmed = 8,

    /// <summary>Said to have done it. Never called anything worse.</summary>
    Acting = 16,

    /// <summary>Lives with the person whose behaviour is the concern.</summary>
    Household = 32,
}

/// <summary>One child of a concern. Names are no part of a decision.</summary>
/// <param name="Roles">At least one.</param>
/// <param name="Age">At the time, in whole years from 0 to 17; none when not known.</param>
public readonly record struct Child(Roles Roles, int? Age);

/// <summary>What the list of children says, as facts.</summary>
public static class ChildFacts
{
    private const int First = 37;      // after the forms and the answers

    /// <summary>
    /// Yes when a child shown is below 13; otherwise not known when the age of one shown is not known, or nobody is listed as shown though a
    /// form speaks of images; otherwise no (S2.1.11). Open, it is asked as the question below.
    /// </summary>
    public static readonly Fact ShownUnder13 = new(First, "shown-under-13", "a child shown is under 13");

    /// <summary>A child of the household of the person whose behaviour is the concern is listed. Never not known.</summary>
    public static readonly Fact ChildInHousehold = new(First + 1, "child-in-household", "a child lives with the person whose behaviour is the concern");

    /// <summary>A child shown is listed. Never not known.</summary>
    public static readonly Fact ChildShown = new(First + 2, "child-shown", "a child is shown in imagery");

    /// <summary>The question that settles <see cref="ShownUnder13"/>.</summary>
    public static readonly Question AgeOfChildrenShown = new(First, "age-of-children-shown", Find.AskNow,
        "How old is each child who is shown?", "a child shown is under 13", "S2.1.11", "N6");

    /// <summary>The names of the roles in files and in the API, by bit.</summary>
    public static readonly IReadOnlyList<string> RoleNames = ["shown", "shared", "received", "harmed", "acting", "household"];

    /// <summary>The facts that this list of children settles, added to those of the forms and answers.</summary>
    public static Facts Of(IReadOnlyList<Child> children, ulong forms)
    {
        bool shown = false, under13 = false, unknownAge = false, household = false;
        foreach (var child in children)
        {
            household |= child.Roles.HasFlag(Roles.Household);
            if (!child.Roles.HasFlag(Roles.Shown)) continue;
            shown = true;
            under13 |= child.Age < 13;
            unknownAge |= child.Age is null;
        }

        var mayBeShown = unknownAge || (!shown && (forms & (Forms.YouthProducedImagery.Mask | Forms.IndecentImages.Mask)) != 0);
        return default(Facts)
            .With(ShownUnder13, under13 ? Answer.Yes : mayBeShown ? Answer.NotKnown : Answer.No)
            .With(ChildInHousehold, household ? Answer.Yes : Answer.No)
            .With(ChildShown, shown ? Answer.Yes : Answer.No);
    }
}
