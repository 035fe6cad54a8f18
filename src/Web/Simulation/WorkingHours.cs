using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;

namespace Lapwing.Web.Simulation;

/// <summary>When somebody of an agency is at work, by a London clock.</summary>
internal static class WorkingHours
{
    /// <summary>The first moment from one on at which somebody of an agency is at work.</summary>
    public static DateTime From(DateTime moment, Agency agency)
    {
        var (opens, closes) = agency switch { Agency.Police => (7, 22), Agency.Education => (8, 18), _ => (9, 17) };
        var (minutes, wanted) = (moment.Minute, moment);
        if (moment.Hour >= closes) moment = moment.Date.AddDays(1);
        while (!IsOpen(DateOnly.FromDateTime(moment), agency)) moment = moment.Date.AddDays(1);
        return moment == wanted && moment.Hour >= opens ? moment : moment.Date.AddHours(opens).AddMinutes(minutes);      // nobody begins at one stroke
    }

    private static bool IsOpen(DateOnly day, Agency agency) => agency == Agency.Police || WorkingDays.EnglandAndWales.Contains(day);
}
