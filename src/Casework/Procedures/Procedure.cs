using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>One kind of thing that is recorded: its stored name, which never changes, and what stands against recording it.</summary>
public sealed class Recordable
{
    private Recordable(string name, Type type, Place place) => (Name, Type, Place) = (name, type, place);

    /// <summary>The stored name and version, such as <c>referral-made/1</c>. A new shape is a new version beside the old one, which loads for ever.</summary>
    public string Name { get; }

    /// <summary>Its class.</summary>
    public Type Type { get; }

    /// <summary>In which part of a case it is written.</summary>
    public Place Place { get; }

    /// <summary>Whether it is an older shape, in which nothing new is recorded: what is stored so is read as what stands in its place now.</summary>
    public bool IsSuperseded { get; private init; }

    /// <summary>
    /// Whether a team to which it was referred records it while nobody of them leads or works on it: what else they know of the family waits until
    /// somebody does, and is written into the case.
    /// </summary>
    public bool IsForReceivers { get; private init; }

    /// <summary>The form by which it is recorded; none where it has a page of its own.</summary>
    public CaseForm? Form { get; private init; }

    /// <summary>Ids of the statements that ask for it to be on record, those of its guards included.</summary>
    public IReadOnlyList<string> Cites { get; private init; } = [];

    /// <summary>What is missing or cannot be, everything at once.</summary>
    internal Func<CaseView, Act, Content, IEnumerable<Refusal>> Guard { get; private init; } = (_, _, _) => [];

    /// <summary>What is not as the procedure says, and is recorded all the same: a fact is never refused.</summary>
    internal Func<CaseView, Act, Content, IEnumerable<Remark>> Remarks { get; private init; } = (_, _, _) => [];

    /// <summary>The same, where it turns on the part of the case in which it comes to stand.</summary>
    internal Func<CaseView, Entry, IEnumerable<Refusal>> GuardWhere { get; private init; } = (_, _) => [];

    /// <summary>What is said of it, where that turns on the part of the case in which it comes to stand.</summary>
    internal Func<CaseView, Entry, IEnumerable<Remark>> RemarksWhere { get; private init; } = (_, _) => [];

    /// <summary>What else an entry of it states: recorded with it, in the same act and the same paper, each decided by its own guard.</summary>
    internal Func<CaseView, Entry, IEnumerable<Content>> Also { get; private init; } = (_, _) => [];

    /// <summary>Makes one of an older shape.</summary>
    /// <param name="name">The stored name and version.</param>
    public static Recordable Was<T>(string name) where T : Superseded.Older => new(name, typeof(T), Place.ReportOrCase) { IsSuperseded = true };

    /// <summary>Makes one.</summary>
    /// <param name="name">The stored name and version.</param>
    /// <param name="place">In which part of a case it is written.</param>
    /// <param name="guard">What stands against it, besides what its form says is missing.</param>
    /// <param name="remarks">What is not as the procedure says.</param>
    /// <param name="also">What else an entry of it states, in the case in which the entry stands already: such as a change of facts (rule 2 of the
    /// duties).</param>
    /// <param name="forReceivers">Whether a team to which it was referred records it while nobody of them leads.</param>
    /// <param name="form">The form by which it is recorded.</param>
    /// <param name="cites">Ids of the statements that ask for it to be on record.</param>
    /// <param name="guardWhere">What stands against it in the part of the case in which it comes to stand.</param>
    /// <param name="remarksWhere">What is said of it in that part.</param>
    public static Recordable Of<T>(string name, Place place, Func<CaseView, Act, T, IEnumerable<Refusal>>? guard = null,
        Func<CaseView, Act, T, IEnumerable<Remark>>? remarks = null,
        Func<CaseView, Entry, T, IEnumerable<Content>>? also = null, bool forReceivers = false,
        Func<CaseView, Entry, T, IEnumerable<Refusal>>? guardWhere = null, Func<CaseView, Entry, T, IEnumerable<Remark>>? remarksWhere = null,
        CaseForm? form = null, string[]? cites = null)
        where T : Content
    {
        IEnumerable<Refusal> Amiss(CaseView view, Act act, Content content)
        {
            var more = guard?.Invoke(view, act, (T)content) ?? [];
            return form is null ? more : form.Amiss(view, act, content, more);
        }

        var recordable = new Recordable(name, typeof(T), place)
        {
            IsForReceivers = forReceivers,
            Form = form,
            Cites = cites is null ? [] : Cited.Known(cites, name),
            Guard = Amiss,
            Remarks = remarks is null ? (_, _, _) => [] : (view, act, content) => remarks(view, act, (T)content),
            GuardWhere = guardWhere is null ? (_, _) => [] : (view, entry) => guardWhere(view, entry, (T)entry.Content),
            RemarksWhere = remarksWhere is null ? (_, _) => [] : (view, entry) => remarksWhere(view, entry, (T)entry.Content),
            Also = also is null ? (_, _) => [] : (view, entry) =>
                also(view, entry, (T)(entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content)),
        };
        return recordable;
    }
}

/// <summary>One procedure: what it records, the duties and rules that follow, and whom it lets into a case.</summary>
/// <param name="Name">Its name, which is also that of its file and its tests.</param>
/// <param name="Records">What it records.</param>
public sealed record Procedure(string Name, IReadOnlyList<Recordable> Records)
{
    /// <summary>The kinds of duty that are its own; those of a decision are the edition's.</summary>
    public IReadOnlyList<DutyKind> Duties
    {
        get;
        init
        {
            foreach (var duty in value.Where(duty => duty.Cites.Count > 0)) Cited.Known(duty.Cites, duty.Name);
            field = value;
        }
    } = [];

    /// <summary>The duties that its entries open, with what met them.</summary>
    public Func<CaseView, IEnumerable<Duty>> Opens { get; init; } = _ => [];

    /// <summary>The rules that its entries make stand.</summary>
    public Func<CaseView, IEnumerable<StandingRule>> Holds { get; init; } = _ => [];

    /// <summary>The places in the case that an entry gives.</summary>
    public Func<CaseView, Entry, IEnumerable<Membership>> Admits { get; init; } = (_, _) => [];

    /// <summary>Who must not know that the case exists, by what its entries say.</summary>
    public Func<CaseView, IEnumerable<LeftOut>> LeavesOut { get; init; } = _ => [];
}
