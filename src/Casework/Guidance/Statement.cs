namespace Lapwing.Casework.Guidance;

/// <summary>One statement of a document, restated in our words, under an id that never changes.</summary>
/// <param name="Id"><c>S2.1.8</c> of the chapter, <c>N3</c> of the supplement.</param>
/// <param name="Section">The section it stands in, such as <c>2.1</c>; empty in the front matter and in the supplement.</param>
/// <param name="Force">must, should, consider, may or inform; empty in the supplement.</param>
/// <param name="Text">What it says.</param>
/// <param name="Source">The supplement only: whose statement it is.</param>
/// <param name="Checked">The supplement only: how sure we are of it (official, secondary, practice, or – for not checked).</param>
/// <param name="Edition">The document and edition it stands in, such as <c>national/1</c>.</param>
public sealed record Statement(string Id, string Section, string Force, string Text, string? Source, string? Checked, string Edition)
{
    /// <summary>Whether the chapter says it. What it does not say is never shown as if it did.</summary>
    public bool IsOfTheChapter => Source is null;

    /// <summary>Where it stands, for a reader: "S2.1.8, section 2.1 (must)" or "National guidance N3; source: …; how sure we are: …".</summary>
    public string Where => IsOfTheChapter
        ? $"{Id}, {(Section.Length == 0 ? "front matter" : $"section {Section}")} ({Force})"
        : $"National guidance {Id}; source: {Source}; how sure we are: {Sure}";

    /// <summary>The supplement only: how sure we are of it, for a reader.</summary>
    public string Sure => Checked switch
    {
        null => "",
        "practice" => "general practice, to be confirmed by the partnership",
        "–" => "could not be checked",
        _ => Checked,
    };
}

/// <summary>What is made of a statement where it lives.</summary>
public enum StatementUse
{
    /// <summary>It is shown to whoever needs it.</summary>
    Shown,

    /// <summary>It is asked, and the answer is kept.</summary>
    Asked,

    /// <summary>What it asks for is recorded by an entry of its own.</summary>
    Recorded,

    /// <summary>It is owed by somebody, as a duty or a referral.</summary>
    Owed,
}

/// <summary>Something that cites a statement: a place where the statement lives.</summary>
/// <param name="What">rule, duty, question, form of harm, hand-over, legal note, guidance, related procedure, directory entry, and of a case duty of a
/// case, entry and field.</param>
/// <param name="Name">Its name, such as <c>offer-support</c>.</param>
/// <param name="Beside">Guidance only: where it is shown, such as <c>page 4</c>.</param>
public readonly record struct Citation(string What, string Name, string? Beside = null)
{
    /// <summary>What is made of the statement there.</summary>
    public StatementUse Use => What switch
    {
        "question" or "form of harm" or "field" => StatementUse.Asked,
        "entry" => StatementUse.Recorded,
        "rule" or "duty" or "duty of a case" => StatementUse.Owed,
        _ => StatementUse.Shown,
    };

    /// <inheritdoc/>
    public override string ToString() => Beside is null ? $"{What} {Name}" : $"{What} {Name}, beside {Beside}";
}
