using Lapwing.Casework.Duties;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>Every duty, by how it stands. What has no day stands between what is to be done by a day and what is done.</summary>
public sealed class DutiesModel(Desk desk) : CasePage(desk)
{
    /// <summary>What is to be done by a day, overdue first; groups with nothing in them are left out.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<Duty> Duties)> ToDo => Groups(
        ("Overdue", duty => Sees(duty) && duty.On(Today) == DutyState.Overdue), ("Due today", duty => Sees(duty) && duty.On(Today) == DutyState.DueToday),
        ("Coming", duty => Sees(duty) && duty.On(Today) == DutyState.Open && duty.Due is not null));

    /// <summary>What is over, and what a service does in the case.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<Duty> Duties)> Rest => Groups(
        ("Done", duty => Sees(duty) && duty.MetBy is not null), ("No longer needed", duty => Sees(duty) && duty.On(Today) == DutyState.NoLongerNeeded),
        ("With a service that has it", duty => !Sees(duty)));

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Open(id, "duties") ? Page() : NotFound();

    private IEnumerable<(string Heading, IReadOnlyList<Duty> Duties)> Groups(params IEnumerable<(string Heading, Func<Duty, bool> Is)> groups) =>
        groups.Select(group => (group.Heading, (IReadOnlyList<Duty>)[.. InOrder(Duties.Where(group.Is))])).Where(group => group.Item2.Count > 0);
}
