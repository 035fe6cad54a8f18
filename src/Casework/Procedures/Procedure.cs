using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Rules;

namespace Lapwing.Casework.Procedures;

/// <summary>One kind of thing that is recorded: its stored name, which never changes, and what stands against recording it.</summary>
public sealed class Recordable
{
    private Recordable(string name, Type type) => (Name, Type) = (name, type);

    /// <summary>The stored name and version, such as <c>referral-made/1</c>. A new shape is a new version beside the old one, which loads for ever.</summary>
    public string Name { get; }

    /// <summary>Its class.</summary>
    public Type Type { get; }

    /// <summary>Whether it is an older shape, in which nothing new is recorded: what is stored so is read as what stands in its place now.</summary>
    public bool IsSuperseded { get; private init; }

    /// <summary>What is missing or cannot be, everything at once.</summary>
    internal Func<CaseFile, Act, Content, IEnumerable<Refusal>> Guard { get; private init; } = (_, _, _) => [];

    /// <summary>What is not as the procedure says, and is recorded all the same: a fact is never refused.</summary>
    internal Func<CaseFile, Act, Content, IEnumerable<Remark>> Remarks { get; private init; } = (_, _, _) => [];

    /// <summary>What else an entry of it states: recorded with it, in the same act and the same paper, each decided by its own guard.</summary>
    internal Func<CaseFile, Entry, IEnumerable<Content>> Also { get; private init; } = (_, _) => [];

    /// <summary>Makes one of an older shape.</summary>
    /// <param name="name">The stored name and version.</param>
    public static Recordable Was<T>(string name) where T : Superseded.Older => new(name, typeof(T)) { IsSuperseded = true };

    /// <summary>Makes one.</summary>
    /// <param name="name">The stored name and version.</param>
    /// <param name="guard">What stands against it.</param>
    /// <param name="remarks">What is not as the procedure says.</param>
    /// <param name="also">What else an entry of it states, in the case in which the entry stands already: such as a change of facts (rule 2 of the
    /// duties).</param>
    public static Recordable Of<T>(string name, Func<CaseFile, Act, T, IEnumerable<Refusal>>? guard = null,
        Func<CaseFile, Act, T, IEnumerable<Remark>>? remarks = null,
        Func<CaseFile, Entry, T, IEnumerable<Content>>? also = null)
        where T : Content
    {
        var recordable = new Recordable(name, typeof(T))
        {
            Guard = guard is null ? (_, _, _) => [] : (file, act, content) => guard(file, act, (T)content),
            Remarks = remarks is null ? (_, _, _) => [] : (file, act, content) => remarks(file, act, (T)content),
            Also = also is null ? (_, _) => [] : (file, entry) =>
                also(file, entry, (T)(entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content)),
        };
        return recordable;
    }
}

/// <summary>One procedure: what it records, and the duties that follow.</summary>
/// <param name="Name">Its name, which is also that of its folder and its tests.</param>
/// <param name="Records">What it records.</param>
/// <param name="Opens">The duties that its entries open, with what met them.</param>
public sealed record Procedure(string Name, IReadOnlyList<Recordable> Records, Func<CaseFile, RuleBook, IEnumerable<Duty>> Opens)
{
    /// <summary>The rules that its entries make stand.</summary>
    public Func<CaseFile, RuleBook, IEnumerable<StandingRule>> Holds { get; init; } = (_, _) => [];
}
