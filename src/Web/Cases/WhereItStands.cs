using Lapwing.Casework.Duties;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Cases;

/// <summary>One step of the way that a case goes.</summary>
/// <param name="Words">What it is: reported, called, received.</param>
/// <param name="IsDone">Whether it is behind.</param>
/// <param name="Details">Who did it and when, or by when it is due; a line each.</param>
public sealed record StepOfCase(string Words, bool IsDone, IReadOnlyList<string> Details);

/// <summary>Where a case stands: reported, called, received, decided, told, as far as whoever reads it sees that.</summary>
internal static class WhereItStands
{
    private static readonly (string Words, string Duty)[] after =
        [("Received", "receive-referral"), ("Decided", "decide-referral"), ("Referrer told", "tell-referrer")];

    private const int MostDetails = 6;

    /// <summary>The steps, in order; those that nothing asks for yet are left out. What is true of several children alike is said once.</summary>
    public static IEnumerable<StepOfCase> Of(CasePage page) =>
        All(page).Select(step => step with { Details = CaseWords.InShort(Once(step.Details), MostDetails) });

    private static List<string> Once(IReadOnlyList<string> details) =>
        [.. details.CountBy(detail => detail, StringComparer.Ordinal).Select(one => one.Value > 1 ? $"{one.Key} ({one.Value} in all)" : one.Key)];

    private static IEnumerable<StepOfCase> All(CasePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var file = page.Case.File;
        yield return new("Reported", true, [.. file.All<Casework.Procedures.Concern.Reported>().Select(report =>
            $"{DecisionWords.Day(report.HappenedOn)}, {page.NameOf(report.Entry.Act.By)}")]);
        var calls = page.Duties.Where(duty => duty.Kind.IsCall && page.Sees(duty)).ToList();
        var made = file.All<Casework.Procedures.Referral.Made>().ToList();
        if (calls.Count + made.Count > 0)
            yield return new("Called", calls.TrueForAll(call => call.MetBy is not null), [.. made.Select(one => $"{DecisionWords.Day(one.HappenedOn)}: "
                + one.Content.Line(file)), .. file.All<Casework.Procedures.Referral.KnewAlready>().Select(knew => knew.Content.Line(file)),
                .. calls.Where(call => call.MetBy is null).Select(call => Waits(page, call, call.What))]);
        foreach (var (words, name) in after)
        {
            var duties = page.Duties.Where(duty => duty.Name == name && page.Sees(duty)).ToList();
            if (duties.Count == 0) continue;
            yield return new(words, duties.TrueForAll(duty => duty.IsSettled), [.. duties.Select(duty => duty.MetBy is { } met
                ? $"{DecisionWords.Day(met.HappenedOn)}, {page.NameOf(met.Act.By)}" : Waits(page, duty, page.For(duty.By)))]);
        }
    }

    private static string Waits(CasePage page, Duty duty, string who) => $"{who}: {Lower(page.StateOf(duty))}";

    private static string Lower(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
