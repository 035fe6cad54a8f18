using System.Security.Cryptography;
using System.Text;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;

namespace Lapwing.Casework.Stories;

/// <summary>Something that one act of a story records.</summary>
/// <param name="Act">Who, when.</param>
/// <param name="Said">What.</param>
public sealed record StoryAct(Act Act, IReadOnlyList<NewEntry> Said);

/// <summary>
/// A fictional case told step by step, through the same decisions as a real one: for the demonstration, and for tests. All its numbers follow from its
/// names, so that the same story is the same case.
/// </summary>
public sealed class Story
{
    private readonly string name;
    private readonly List<StoryAct> acts = [];

    /// <summary>Starts one.</summary>
    /// <param name="name">What it is called; two stories of one name are the same case.</param>
    public Story(string name)
    {
        this.name = name;      // before its numbers: they follow from it
        File = CaseFile.Of(new(Id("case")), ReadScope.Whole);
    }

    /// <summary>The case so far, whole.</summary>
    public CaseFile File { get; private set; }

    /// <summary>What is known of it, by the editions that ship with the program.</summary>
    public CaseView View => new(File, RuleBook.Standard);

    /// <summary>What was recorded, act by act.</summary>
    public IReadOnlyList<StoryAct> Acts => acts;

    /// <summary>The report of the case.</summary>
    public Paper Report => new(PaperKind.Report, Id("report"));

    /// <summary>The number of somebody or something of this story.</summary>
    public Guid Id(string what) => IdOf($"{name}/{what}");

    /// <summary>The number of somebody who is in several stories: a team, an account.</summary>
    public static Guid IdOf(string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));

    /// <summary>
    /// Records something where it belongs, which cannot be refused: of whoever has the whole case, in the case, unless the setting may know it; of
    /// anybody else, in the report. Refusals are a mistake of the story.
    /// </summary>
    /// <param name="by">Who.</param>
    /// <param name="recorded">When, as a clock on a London wall shows it.</param>
    /// <param name="content">What.</param>
    /// <param name="happened">The day on which it happened, where it is another.</param>
    /// <param name="mayBeKnown">Whether the setting may know it.</param>
    public Entry Records(Author by, DateTime recorded, Content content, DateOnly? happened = null, bool mayBeKnown = false) =>
        Decide(by, recorded, content, happened, mayBeKnown) switch
        {
            Allowed allowed => Take(allowed),
            Refused refused =>
                throw new InvalidOperationException($"the story \"{name}\" is refused: {string.Join("; ", refused.Refusals.Select(r => r.Words))}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Records a report and what is recorded with it, as one act. Refusals are a mistake of the story.</summary>
    /// <param name="by">Who.</param>
    /// <param name="recorded">When, as a clock on a London wall shows it.</param>
    /// <param name="report">The report.</param>
    /// <param name="more">What stands behind it, by the number of the act: the report is its first entry.</param>
    public IReadOnlyList<Entry> RecordsAtOnce(Author by, DateTime recorded, Concern.Reported report, Func<EntryId, IReadOnlyList<Content>> more)
    {
        if (DecideAtOnce(by, recorded, report, more) is not Allowed allowed) throw new InvalidOperationException($"the story \"{name}\" is refused");
        Take(allowed);
        return [.. allowed.Entries.Select(named => named.Entry)];
    }

    /// <summary>What would be made of them, without recording it.</summary>
    /// <inheritdoc cref="RecordsAtOnce"/>
    public Decided DecideAtOnce(Author by, DateTime recorded, Concern.Reported report, Func<EntryId, IReadOnlyList<Content>> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var day = DateOnly.FromDateTime(recorded);
        var act = new Act(Id($"act {acts.Count + 1}"), by, London.InstantOf(day, TimeOnly.FromDateTime(recorded)), day, TimeOnly.FromDateTime(recorded));
        IEnumerable<Content> all = [report, .. more(new(act.Id, 0))];
        return Catalogue.Decide(View.Of(File.Within(ReadScope.Of(Report))), act, [.. all.Select(content => new NewEntry(content, Report))]);
    }

    /// <summary>What would be made of something, without recording it.</summary>
    /// <inheritdoc cref="Records"/>
    public Decided Decide(Author by, DateTime recorded, Content content, DateOnly? happened = null, bool mayBeKnown = false)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(content);
        var day = DateOnly.FromDateTime(recorded);
        var act = new Act(Id($"act {acts.Count + 1}"), by, London.InstantOf(day, TimeOnly.FromDateTime(recorded)), happened ?? day, happened is null
            || happened == day ? TimeOnly.FromDateTime(recorded) : null);
        var file = File.Within(ScopeOf(by, act.RecordedAt));
        return Catalogue.Decide(View.Of(file), act,
            content is Concern.Reported ? new NewEntry(content, Report) : Catalogue.Placed(file, content, mayBeKnown));
    }

    // Nobody has the whole before somebody leads it or works on it.
    private ReadScope ScopeOf(Author by, DateTimeOffset at) => CaseLead.IsAnybodyNamed(File)
        && CaseAccess.Of(Viewer.Of(by), View.Circle, at) is { } access ? access.Scope : ReadScope.Of(Report);

    private Entry Take(Allowed allowed)
    {
        var said = allowed.Entries.Select(named => new NewEntry(named.Entry.Content, named.Entry.Paper)).ToList();
        acts.Add(new(allowed.Act, said));
        foreach (var named in allowed.Entries) File = File.With(named.Entry);
        return allowed.Entries[0].Entry;      // what follows from it comes after it
    }
}
