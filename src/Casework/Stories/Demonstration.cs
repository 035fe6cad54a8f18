namespace Lapwing.Casework.Stories;

/// <summary>The fictional cases of the demonstration: every way that a concern can go, told around a day, so that on it something is always due.</summary>
public static class Demonstration
{
    /// <summary>
    /// All cases as they stand in the morning of a London day: nothing is recorded after 8am of it. The same day gives the same cases, with the same
    /// numbers. Refuses a day around which the calendar cannot count.
    /// </summary>
    public static IReadOnlyList<Story> Stories(DateOnly today) =>
        [.. SchoolStories.All(today), .. AdultStories.All(today), .. ReferralStories.All(today), .. ChangeStories.All(today), .. PeopleStories.All(today),
            .. LeadStories.All(today), .. CircleStories.All(today), .. FrontDoorStories.All(today), .. PostStories.All(today)];
}
