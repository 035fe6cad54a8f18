namespace Lapwing.Casework.Cases;

/// <summary>A reason why something is not taken as it stands, beside its field.</summary>
/// <param name="Field">The field of the form; empty for the whole.</param>
/// <param name="Words">What is wrong and what to do.</param>
/// <param name="Cites">Ids of the statements that say so.</param>
public sealed record Refusal(string Field, string Words, params IReadOnlyList<string> Cites);

/// <summary>Something that was recorded, and is not as the procedure says. It counts as what happened; a reason is asked for.</summary>
/// <param name="Words">What is not as the procedure says.</param>
/// <param name="Cites">Ids of the statements.</param>
public sealed record Remark(string Words, params IReadOnlyList<string> Cites);

/// <summary>What the catalogue makes of something to be recorded: <see cref="Allowed"/> or <see cref="Refused"/>.</summary>
public abstract record Decided
{
    private protected Decided()
    {
    }
}

/// <summary>Everything that stands against it, at once.</summary>
/// <param name="Refusals">At least one.</param>
public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Decided;

/// <summary>
/// Entries that may be appended. Only <see cref="Procedures.Catalogue.Decide(Procedures.CaseView, Act, IReadOnlyList{NewEntry})"/> makes it, and
/// only this can be appended.
/// </summary>
public sealed record Allowed : Decided
{
    internal Allowed(CaseFile file, Act act, IReadOnlyList<NamedEntry> entries, IReadOnlyList<Remark> remarks) =>
        (Case, Scope, Seen, Act, Entries, Remarks) = (file.Id, file.Scope, file.Version, act, entries, remarks);

    /// <summary>To which case.</summary>
    public CaseId Case { get; }

    /// <summary>How much of the case was seen when it was decided.</summary>
    public ReadScope Scope { get; }

    /// <summary>How many entries were seen. One more within that sight overtakes it.</summary>
    public int Seen { get; }

    /// <summary>Who recorded it, and when: the same for every entry.</summary>
    public Act Act { get; }

    /// <summary>What to append, in order.</summary>
    public IReadOnlyList<NamedEntry> Entries { get; }

    /// <summary>What is not as the procedure says, and is recorded all the same.</summary>
    public IReadOnlyList<Remark> Remarks { get; }
}

/// <summary>An entry with the stored name of its content.</summary>
/// <param name="Name">Such as <c>referral-made/1</c>.</param>
/// <param name="Entry">The entry.</param>
public readonly record struct NamedEntry(string Name, Entry Entry);
