using System.Collections.Frozen;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Rules;

namespace Lapwing.Casework.Procedures;

/// <summary>All procedures: what can be recorded, whether it may be, and what follows from it.</summary>
public static class Catalogue
{
    /// <summary>The field of a correction in which stands why.</summary>
    public const string WhyCorrected = "why-corrected";

    private static readonly Recordable corrected = Recordable.Of<Corrected>("corrected/1", Corrections.Guard, Corrections.Remark);

    /// <summary>Every procedure. A new one is a line here.</summary>
    public static IReadOnlyList<Procedure> All { get; } = [People.Procedure, Concern.Procedure, Referral.Procedure, TellingParents.Procedure];

    /// <summary>Everything that can be recorded.</summary>
    public static IReadOnlyList<Recordable> Records { get; } = [corrected, .. All.SelectMany(procedure => procedure.Records)];

    private static readonly FrozenDictionary<Type, Recordable> byType = Records.ToFrozenDictionary(recordable => recordable.Type);

    private static readonly FrozenDictionary<string, Recordable> byName = Records.ToFrozenDictionary(recordable => recordable.Name, StringComparer.Ordinal);

    /// <summary>How a kind of content is stored. Refuses a class that no procedure records.</summary>
    public static Recordable Of(Content content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return byType.TryGetValue(content.GetType(), out var recordable) ? recordable
            : throw new ArgumentException($"no procedure records {content.GetType().Name}", nameof(content));
    }

    /// <summary>The kind of content with a stored name, or none.</summary>
    public static Recordable? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>
    /// Whether something may be recorded: the only maker of <see cref="Allowed"/>. What one act records is decided in order, each with the ones
    /// before it in the case; what they state besides (<see cref="Recordable"/>) follows at the end. A fact is never refused; what cannot be is: a day that
    /// has not come, a correction of a correction, a field left open that the record needs.
    /// </summary>
    /// <param name="file">The case as whoever records it sees it.</param>
    /// <param name="act">Who records it, and when it happened.</param>
    /// <param name="said">What is recorded; at least one thing.</param>
    public static Decided Decide(CaseFile file, Act act, params IReadOnlyList<NewEntry> said)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(said);
        if (said.Count == 0) throw new ArgumentException("an act records something", nameof(said));
        var (refusals, remarks, entries) = (new List<Refusal>(), new List<Remark>(), new List<NamedEntry>());
        if (act.HappenedOn > London.DayOf(act.RecordedAt)) refusals.Add(new("happened", "Enter a day that has come: what is planned is recorded as planned"));
        var (growing, all) = (file, said.ToList());
        for (var i = 0; i < all.Count; i++)
        {
            if (!file.Scope.Reaches(all[i].Paper)) throw new ArgumentException("nobody writes where they do not see", nameof(said));
            if (all[i].Content is Corrected of && file.At(of.Entry) is { } wrong && wrong.Paper != all[i].Paper)
                throw new ArgumentException("a correction stays in the paper of what it corrects", nameof(said));
            var recordable = Of(all[i].Content);
            if (recordable.IsSuperseded || all[i].Content is Corrected { Instead: Superseded.Older })
                throw new ArgumentException("nothing new is recorded in an older shape", nameof(said));
            refusals.AddRange(recordable.Guard(growing, act, all[i].Content));
            remarks.AddRange(recordable.Remarks(growing, act, all[i].Content));
            var entry = new Entry(i, act, all[i].Paper, all[i].About, all[i].Content);
            growing = growing.With(entry);
            entries.Add(new(recordable.Name, entry));
            if (i == all.Count - 1 && refusals.Count == 0 && Also(growing, entries) is { } next) all.Add(next);
        }

        return refusals.Count > 0 ? new Refused(refusals) : new Allowed(file, act, entries, remarks);
    }

    /// <summary>Every duty of a case as its entries and an edition tell it, those that are done included.</summary>
    public static IReadOnlyList<Duty> DutiesOf(CaseFile file, RuleBook rules) => [.. All.SelectMany(procedure => procedure.Opens(file, rules))];

    /// <summary>Every rule that holds in a case.</summary>
    public static IReadOnlyList<StandingRule> RulesOf(CaseFile file, RuleBook rules) => [.. All.SelectMany(procedure => procedure.Holds(file, rules))];

    // The next thing that the entries of an act state besides, where the case does not say it already: so the same act decided again adds nothing.
    private static NewEntry? Also(CaseFile file, List<NamedEntry> entries)
    {
        foreach (var (_, entry) in entries)
        {
            var stated = entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content;
            if (Of(stated).Also(file, entry).FirstOrDefault() is { } also) return new(also, entry.Paper, Subjects.TheCase);
        }

        return null;
    }
}
