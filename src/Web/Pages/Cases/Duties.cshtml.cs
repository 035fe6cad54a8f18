using Lapwing.Casework.Duties;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>Every duty, by how it stands.</summary>
public sealed class DutiesModel(Desk desk) : CasePage(desk)
{
    /// <summary>Overdue first, done last; groups with nothing in them are left out.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<Duty> Duties)> Groups =>
        new (string Heading, Func<DutyState, Duty, bool> Is)[]
        {
            ("Overdue", (state, _) => state == DutyState.Overdue), ("Due today", (state, _) => state == DutyState.DueToday),
            ("Coming", (state, duty) => state == DutyState.Open && duty.Due is not null),
            ("No date", (state, duty) => state == DutyState.Open && duty.Due is null),
            ("Done", (state, _) => state is DutyState.Met or DutyState.MetLate), ("No longer needed", (state, _) => state == DutyState.NoLongerNeeded),
        }
        .Select(group => (group.Heading, Duties: Duties.Where(duty => Sees(duty) && group.Is(duty.On(Today), duty))))
        .Append((Heading: "With a service that has it", Duties: Duties.Where(duty => !Sees(duty))))
        .Select(group => (group.Heading, (IReadOnlyList<Duty>)[.. InOrder(group.Duties)])).Where(group => group.Item2.Count > 0);

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "duties") ? Page() : NotFound();
}
