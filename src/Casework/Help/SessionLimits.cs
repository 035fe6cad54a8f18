namespace Lapwing.Casework.Help;

/// <summary>How long somebody stays signed in: the partnership's word, of which no statement speaks. What was typed outlives the session.</summary>
public sealed record SessionLimits
{
    /// <summary>
    /// How long after the last request, in minutes: 20 unless the partnership says otherwise. The settings refuse less than 1 and more than 120.
    /// </summary>
    public int IdleMinutes { get; init; } = 20;

    /// <summary>
    /// How long at most, whatever is done meanwhile, in hours: 12 unless the partnership says otherwise. The settings refuse less than 1 and more than 24.
    /// </summary>
    public int LongestHours { get; init; } = 12;
}
