using Lapwing.Casework.Calendar;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Simulation;

/// <summary>When what is to be done is done: in time as a rule, some of it late, a little of it not at all.</summary>
internal static class Pace
{
    // What is done on its day and not before: nobody asks before an answer is due, and who is to be told by a day is told on it.
    private static readonly string[] onItsDay = ["chase-referral", "tell", "decide-telling-again"];

    private const double InTime = 0.92, SomeDaysLate = 0.995, RecordedLater = 0.1;

    /// <summary>When a duty is done; none where it is left.</summary>
    /// <param name="history">The case.</param>
    /// <param name="duty">The duty.</param>
    /// <param name="now">The moment of the last act, on a London clock.</param>
    /// <param name="tried">The how-many-th time it is tried.</param>
    public static Moment? Of(History history, Duty duty, DateTime now, int tried)
    {
        var chance = history.Chance;
        if (chance.Is(duty.Due is null ? 0.02 : 0.002)) return null;
        var at = duty.Due is { } due ? Dated(chance, duty, due, now)
            : now.AddDays(chance.Is(0.87) ? chance.From(0, 7) : chance.From(8, 35)).AddMinutes(Within(chance, duty));
        if (tried > 1) at = at.AddDays(chance.From(1, 3));
        at = WorkingHours.From(at, duty.By.Agency);
        return IsRecordedLater(chance, duty) ? new(WorkingHours.From(at.AddDays(chance.From(1, 2)), duty.By.Agency), at) : new(at);
    }

    private static DateTime Dated(Chance chance, Duty duty, DateOnly due, DateTime now)
    {
        var (today, part) = (DateOnly.FromDateTime(now), chance.Part());
        if (part < InTime)
        {
            if (onItsDay.Contains(duty.Name) && due > today) return due.ToDateTime(new(chance.From(9, 15), chance.From(0, 59)));
            if (due <= today) return now.AddMinutes(Within(chance, duty));
            var day = today.AddDays(chance.From(0, due.DayNumber - today.DayNumber));
            return day == today ? now.AddMinutes(Within(chance, duty)) : day.ToDateTime(new(chance.From(8, 15), chance.From(0, 59)));
        }

        var from = due > today ? due : today;
        var late = WorkingDays.EnglandAndWales.After(from, part < SomeDaysLate ? chance.Of<int>(1, 1, 1, 2) : chance.From(3, 15));
        return late.ToDateTime(new(chance.From(8, 15), chance.From(0, 59)));
    }

    // Minutes until it is done, where it is done at once: who is called first, then what is agreed, then who is told.
    private static int Within(Chance chance, Duty duty) => duty.Kind switch
    {
        { IsCall: true } => chance.From(5, 70),
        { Form: 7 } => chance.From(20, 80),
        { Form: 6 } => chance.From(60, 220),
        _ => chance.From(30, 300),
    };

    // Calls and what parents are told are recorded as they happen: others act on them.
    private static bool IsRecordedLater(Chance chance, Duty duty) => duty.Kind.Form is Concern.StepForm or 4 or 8 && chance.Is(RecordedLater);
}
