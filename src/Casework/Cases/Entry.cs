namespace Lapwing.Casework.Cases;

/// <summary>A case by its random number, which says nothing.</summary>
public readonly record struct CaseId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>
/// What was recorded: one kind a class, each in the file of its procedure. Stored under a name and version of its own that never change
/// (<see cref="Procedures.Recordable"/>); what is not answered is null and never no.
/// </summary>
public abstract record Content
{
    /// <summary>It in a line of the chronology, with the names that the case has for people.</summary>
    public abstract string Line(CaseFile file);

    /// <summary>Whom it is about; the case as a whole where it names nobody.</summary>
    internal virtual Subjects About => Subjects.TheCase;
}

/// <summary>Something to be recorded. About whom it is follows from what it says.</summary>
/// <param name="Content">What.</param>
/// <param name="Paper">In which part.</param>
public sealed record NewEntry(Content Content, Paper Paper);

/// <summary>Names an entry for ever: by its act, and its place among what that act recorded. It tells nobody how much else there is.</summary>
/// <param name="Act">The act's <see cref="Act.Id"/>.</param>
/// <param name="Index">Its place among the entries of that act, from 0.</param>
public readonly record struct EntryId(Guid Act, int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Act:N}-{Index}";

    /// <summary>An entry by its name; none that there is where it is no name.</summary>
    public static EntryId Parse(string? text)
    {
        var parts = text?.Split('-') ?? [];
        return parts.Length == 2 && Guid.TryParseExact(parts[0], "N", out var act) && int.TryParse(parts[1], out var index) ? new(act, index) : default;
    }
}

/// <summary>One thing recorded. It is never changed or taken away; a mistake is put right by another entry (<see cref="Corrected"/>).</summary>
/// <param name="Index">Its place among the entries of its act, from 0.</param>
/// <param name="Act">Who recorded it, when, and when it happened.</param>
/// <param name="Paper">The part of the case that it belongs to.</param>
/// <param name="About">Whom it is about.</param>
/// <param name="Content">What was recorded.</param>
public sealed record Entry(int Index, Act Act, Paper Paper, Subjects About, Content Content)
{
    /// <summary>Its name for ever.</summary>
    public EntryId Id => new(Act.Id, Index);

    /// <summary>The London day on which it happened.</summary>
    public DateOnly HappenedOn => Act.HappenedOn;
}

/// <summary>Puts an entry right: what should have stood there, and why. Both stay readable. Decided by the guard of what it puts instead.</summary>
/// <param name="Entry">The entry that is put right; itself no correction.</param>
/// <param name="Instead">What counts from now on, of the same kind; null where the entry was made in error altogether.</param>
/// <param name="Why">The reason.</param>
public sealed record Corrected(EntryId Entry, Content? Instead, string Why) : Content
{
    /// <inheritdoc/>
    public override string Line(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var was = file.At(Entry)?.Content.Line(file) ?? "An entry";
        return Instead is null ? $"Made in error: {was.TrimEnd('.')}. Why: {Directed.Isolated(Why)}"
            : $"Corrected: {Instead.Line(file).TrimEnd('.')}. Why: {Directed.Isolated(Why)}";
    }
}
