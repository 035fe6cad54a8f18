using System.Globalization;
using Lapwing.Casework.Calendar;

namespace Lapwing.Storage;

/// <summary>
/// On how many days the program ran for an hour, by a clock that only goes on. What is thrown away after a time waits for so many of these: a clock
/// that is a month ahead for a minute throws nothing away, and a machine that stood still for a month does not either.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class RunningDays(Ledger ledger, TimeProvider time)
{
    /// <summary>How many days counted when a statement runs: those with an hour. Its first value is the partnership.</summary>
    internal const string SoFar = "(SELECT count(*) FROM running_days WHERE partnership = ?1 AND seconds >= 3600)";

    private long counted = time.GetTimestamp();

    /// <summary>Counts the time since it was last counted to the London day that it is.</summary>
    public async Task Count()
    {
        var now = time.GetTimestamp();
        var (seconds, day) = ((long)time.GetElapsedTime(counted, now).TotalSeconds, London.DayOf(time.GetUtcNow())
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await ledger.Commit.Write((connection, _) => connection.Run(
            "INSERT INTO running_days (partnership, day, seconds) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds",
            ledger.Partnership, day, seconds));
        counted = now;
    }
}
