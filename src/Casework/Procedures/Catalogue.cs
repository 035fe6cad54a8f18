using System.Collections.Frozen;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>The procedures that a test adds before the catalogue is first used; otherwise none.</summary>
internal static class AddedProcedures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Procedure> All { get; set; } = [];

    /// <summary>Whether a kind of thing is recorded by one of them: by anybody who sees the case.</summary>
    public static bool Has(string kind) => All.Any(procedure => procedure.Records.Any(one => one.Name == kind));
}

/// <summary>All procedures: what can be recorded, whether it may be, and what follows from it.</summary>
public static class Catalogue
{
    /// <summary>The field of a correction in which stands why.</summary>
    public const string WhyCorrected = "why-corrected";

    private static readonly Recordable corrected = Recordable.Of<Corrected>("corrected/1",
        Place.With<Corrected>(correction => correction.Entry), Corrections.Guard, Corrections.Remark, forReceivers: true);

    private static readonly Refusal waits = new("", "Nobody of your service leads this or works on it yet: until then your team records that it has it, "
        + "what was decided, what was agreed and that it looked again. Take it on, or have somebody named", "N8");

    /// <summary>Every procedure. A new one is a line here.</summary>
    public static IReadOnlyList<Procedure> All { get; } =
        [People.Procedure, Concern.Procedure, Referral.Procedure, CaseLead.Procedure, TellingParents.Procedure, WhoIsIn.Procedure, LeavingOut.Procedure,
            BreakGlass.Procedure, .. AddedProcedures.All];

    /// <summary>Everything that can be recorded.</summary>
    public static IReadOnlyList<Recordable> Records { get; } = [corrected, .. All.SelectMany(procedure => procedure.Records)];

    /// <summary>Every form, by its number.</summary>
    public static IReadOnlyList<CaseForm> Forms { get; } =
        [.. Records.Select(kind => kind.Form).OfType<CaseForm>().Distinct().OrderBy(form => form.Number)];

    private static readonly FrozenDictionary<int, CaseForm> forms = Forms.ToFrozenDictionary(form => form.Number);

    private static readonly FrozenDictionary<Type, Recordable> byType = Records.ToFrozenDictionary(recordable => recordable.Type);

    private static readonly FrozenDictionary<string, Recordable> byName = Records.ToFrozenDictionary(recordable => recordable.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DutyKind> duties =
        All.SelectMany(procedure => procedure.Duties).ToFrozenDictionary(duty => duty.Name, StringComparer.Ordinal);

    /// <summary>How a kind of content is stored. Refuses a class that no procedure records.</summary>
    public static Recordable Of(Content content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return byType.TryGetValue(content.GetType(), out var recordable) ? recordable
            : throw new ArgumentException($"no procedure records {content.GetType().Name}", nameof(content));
    }

    /// <summary>The form with a number, or none.</summary>
    public static CaseForm? FormCalled(int number) => forms.GetValueOrDefault(number);

    /// <summary>The form by which a kind of thing is recorded; none where it has a page of its own. What is of an older shape has that of now.</summary>
    public static CaseForm? FormOf(Content content) => Of(content is Superseded.Older older ? older.AsNow() : content).Form;

    /// <summary>The form by which a kind of thing is recorded. Refuses a kind that has none.</summary>
    public static CaseForm FormOf<TContent>() where TContent : Content =>
        byType.GetValueOrDefault(typeof(TContent))?.Form ?? throw new InvalidOperationException($"no form records {typeof(TContent).Name}");

    /// <summary>The kind of content with a stored name, or none.</summary>
    public static Recordable? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Something to be recorded, in the part of the case in which it belongs.</summary>
    /// <param name="file">The case as whoever records it sees it.</param>
    /// <param name="content">What is recorded.</param>
    /// <param name="mayBeKnown">Whether the setting that reported may know it: asked of those who have the whole case, where
    /// <see cref="Place.IsChosen"/>.</param>
    public static NewEntry Placed(CaseFile file, Content content, bool mayBeKnown = false) =>
        new(content, Of(content).Place.Of(file, content, mayBeKnown));

    /// <summary>
    /// Whether something may be recorded: the only maker of <see cref="Cases.Allowed"/>. What one act records is decided in order, each with the ones
    /// before it in the case; what they state besides (<see cref="Recordable"/>) follows at the end. A fact is never refused; what cannot be is: a day that
    /// has not come, a correction of a correction, a field left open that the record needs.
    /// </summary>
    /// <param name="view">The case as whoever records it sees it, and the rule book by which it is decided.</param>
    /// <param name="act">Who records it, and when it happened.</param>
    /// <param name="said">What is recorded; at least one thing.</param>
    public static Decided Decide(CaseView view, Act act, params IReadOnlyList<NewEntry> said)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(said);
        if (said.Count == 0) throw new ArgumentException("an act records something", nameof(said));
        var (refusals, remarks, entries) = (new List<Refusal>(), new List<Remark>(), new List<NamedEntry>());
        if (act.HappenedOn > London.DayOf(act.RecordedAt)) refusals.Add(new("happened", "Enter a day that has come: what is planned is recorded as planned"));
        var (file, growing, all) = (view.File, view, said.ToList());
        for (var i = 0; i < all.Count; i++)
        {
            var recordable = Of(all[i].Content);
            if (!recordable.Place.IsOpenTo(file.Scope, all[i].Paper)) throw new ArgumentException("nobody writes where they do not see", nameof(said));
            if (!recordable.Place.Allows(growing.File, all[i].Content, all[i].Paper))
                throw new ArgumentException($"{recordable.Name} does not stand in this part of a case", nameof(said));
            if (recordable.IsSuperseded || all[i].Content is Corrected { Instead: Superseded.Older })
                throw new ArgumentException("nothing new is recorded in an older shape", nameof(said));
            if (!recordable.IsForReceivers && IsOnlyReceived(growing.File, act.By)) refusals.Add(waits);
            var entry = new Entry(i, act, all[i].Paper, AboutOf(growing.File, all[i].Content), all[i].Content);
            refusals.AddRange(Stands(recordable, growing, entry));
            remarks.AddRange([.. recordable.Remarks(growing, act, entry.Content), .. recordable.RemarksWhere(growing, entry)]);
            growing = growing.Of(growing.File.With(entry));
            entries.Add(new(recordable.Name, entry));
            if (i == all.Count - 1 && refusals.Count == 0 && Also(growing, entries) is { } next) all.Add(next);
        }

        return refusals.Count > 0 ? new Refused(refusals) : new Cases.Allowed(file, act, entries, remarks);
    }

    /// <summary>Whether somebody finds a form, of those who see where it writes: by what the case says, and by their role.</summary>
    public static bool IsOffered(CaseForm form, CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        return form.IsOffered(view, by) && Records.Any(kind => kind.Form == form && WhoRecords.May(kind.Name, by.Role));
    }

    // What the case says comes first: it says more than that it is not for a role.
    private static List<Refusal> Stands(Recordable recordable, CaseView view, Entry entry)
    {
        List<Refusal> all = [.. recordable.Guard(view, entry.Act, entry.Content), .. recordable.GuardWhere(view, entry)];
        var kind = entry.Content is Corrected { Instead: { } instead } ? Of(instead).Name : recordable.Name;
        if (all.Count == 0 && !WhoRecords.May(kind, entry.Act.By.Role)) all.Add(WhoRecords.Refusal(kind));
        return all;
    }

    /// <summary>The kind of duty with a name: of a procedure, or of any edition; none where nobody has one.</summary>
    public static DutyKind? DutyCalled(RuleBook rules, string name)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return duties.GetValueOrDefault(name) ?? rules.RowsCalled(name).OfType<DutyRule>().FirstOrDefault()?.Duty;
    }

    // Whom it is about follows from what it says; a correction is about whom it says instead, or about whom it takes back.
    private static Subjects AboutOf(CaseFile file, Content content) =>
        (content is Corrected correction ? correction.Instead ?? file.At(correction.Entry)?.Content : content)?.About ?? Subjects.TheCase;

    /// <summary>
    /// Whether somebody reads it only because it was referred to their team: until one of them leads or works on it, they record that they have it,
    /// what they decided, what they agreed and that they looked again (<see cref="Recordable.IsForReceivers"/>).
    /// </summary>
    public static bool IsOnlyReceived(CaseFile file, Author by)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(by);
        if (file.Scope.IsWhole || !file.All<Referral.Made>().Any(made => made.Content.ToTeam == by.Team && made.Entry.Act.By.Team != by.Team)) return false;
        return !file.All<Concern.Reported>().Any(report => report.Entry.Act.By.Team == by.Team
            || (Concern.InsteadOf(file, report.Id) is { } instead && (instead.Team == by.Team || by.ActsFor(instead.Account))));
    }

    // The next thing that the entries of an act state besides, where the case does not say it already: so the same act decided again adds nothing.
    private static NewEntry? Also(CaseView view, List<NamedEntry> entries)
    {
        foreach (var (_, entry) in entries)
        {
            var stated = entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content;
            if (Of(stated).Also(view, entry).FirstOrDefault() is { } also) return new(also, entry.Paper);
        }

        return null;
    }
}
