using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Rules;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// A form of a case: its number, its words, and the questions from which what it records is made. Page, correction, history, printed blank, copy and coverage
/// come from this one table.
/// </summary>
public sealed record CaseForm
{
    private static readonly Writing nowhere = new(new(CaseFile.Of(default, ReadScope.Whole), RuleBook.Standard),
        new(default, Role.SafeguardingLead, Agency.Education, default), Staff.Nobody, default);

    private readonly Func<Writing, FormRun, Content?> fill;

    private CaseForm(int number, string heading, string purpose, Func<Writing, FormRun, Content?> fill) =>
        (Number, Heading, Purpose, this.fill) = (number, heading, purpose, fill);

    /// <summary>Its number, by which its address says nothing of what a case is about. It never changes.</summary>
    public int Number { get; }

    /// <summary>What stands above it.</summary>
    public string Heading { get; }

    /// <summary>For what the case is opened, in the access log: after "to".</summary>
    public string Purpose { get; }

    /// <summary>What is said on its button.</summary>
    public string Button { get; init; } = "Record";

    /// <summary>What is said of the time beside its field.</summary>
    public string AboutTime { get; init; } = "Leave it empty if you do not remember.";

    /// <summary>Whether what it recorded is put right with it; what is not is said anew, or stays.</summary>
    public bool IsToCorrect { get; init; } = true;

    /// <summary>Whether it is asked on a page of its own, of whoever is not in the case.</summary>
    public bool IsOnOwnPage { get; init; }

    /// <summary>Whether an address can say with which answer its first question begins, by its number: so that the address itself says nothing.</summary>
    public bool BeginsByNumber { get; init; }

    /// <summary>The relation whose place in the report it ends: they do not read what is recorded with it.</summary>
    public Relation? Ends { get; init; }

    /// <summary>The fields whose answers stand in the line of what was recorded: the history says them once.</summary>
    public IReadOnlyList<string> InLine { get; init; } = [];

    /// <summary>Whether somebody finds it, of those who see where it writes.</summary>
    public Func<CaseView, Author, bool> IsOffered { get; init; } = (_, _) => true;

    /// <summary>Makes one.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="heading">What stands above it.</param>
    /// <param name="purpose">For what the case is opened.</param>
    /// <param name="ask">Asks the questions and makes the record.</param>
    public static CaseForm Of<T>(int number, string heading, string purpose, Func<Ask<T>, T> ask) where T : Content =>
        new(number, heading, purpose, (writing, run) => ask(new(writing, run)));

    /// <summary>Makes one that records one of several kinds, which have something in common.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="heading">What stands above it.</param>
    /// <param name="purpose">For what the case is opened.</param>
    /// <param name="ask">Asks the questions and makes the record; nothing where it is not said of which kind it is.</param>
    public static CaseForm OfSeveral<T>(int number, string heading, string purpose, Func<Ask<T>, Content?> ask) =>
        new(number, heading, purpose, (writing, run) => ask(new(writing, run)));

    /// <summary>Opened, with nothing in it but what it begins with; to put something right, with what stands.</summary>
    public Filled Open(Writing writing, Content? stands = null) => Filled.Of(this, new(null, stands, stands), writing);

    /// <summary>What was typed.</summary>
    /// <param name="writing">Where.</param>
    /// <param name="typed">What is in its fields.</param>
    /// <param name="stands">What is put right; none where something new is recorded.</param>
    public Filled Read(Writing writing, ILookup<string, string> typed, Content? stands = null)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Filled.Of(this, new(typed, null, stands), writing);
    }

    /// <summary>What was recorded, in its questions and answers.</summary>
    public Filled Tell(Writing writing, Content recorded) => Filled.Of(this, new(null, recorded, null), writing);

    /// <summary>Of no case, to be printed: every question that it can ask.</summary>
    public Filled Blank() => Filled.Of(this, new(null, null, null, isBlank: true), nowhere);

    internal Content? Fill(Writing writing, FormRun run) => fill(writing, run);

    /// <summary>
    /// What is missing in a record, whoever made it, and what else stands against it: in the order of the page, of a field first what is missing.
    /// </summary>
    internal IEnumerable<Refusal> Amiss(CaseView view, Act act, Content content, IEnumerable<Refusal> more)
    {
        var told = Tell(new(view, act.By, Staff.Nobody, act.Id), content);
        var all = told.Wrong.Concat(more.Where(other => !told.Wrong.Any(one => one.Field == other.Field))).ToList();
        var places = told.Asked.Select(asked => asked.Key).ToList();
        return all.Count < 2 ? all : all.OrderBy(one => places.IndexOf(one.Field) is >= 0 and var place ? place : int.MaxValue);
    }
}

/// <summary>A form that was filled in: its questions, what is wrong, and what it records.</summary>
/// <param name="Asked">Every question and note, in the order of the page.</param>
/// <param name="Wrong">What is wrong or missing, in the same order.</param>
/// <param name="Closed">Why it cannot be filled in here; none where it can.</param>
/// <param name="Contents">What it records: one, or one for each of several who are chosen; none where what is recorded is not said.</param>
public sealed record Filled(IReadOnlyList<Asked> Asked, IReadOnlyList<Refusal> Wrong, Asked? Closed, IReadOnlyList<Content> Contents)
{
    /// <summary>The fields of its questions.</summary>
    public IEnumerable<string> Fields => Asked.Where(one => one.As != AskedAs.Note).SelectMany(one => one.Fields);

    internal static Filled Of(CaseForm form, FormRun run, Writing writing)
    {
        List<Content> contents = [];
        if (form.Fill(writing, run) is { } first) contents.Add(first);
        for (var i = 1; i < run.Count && contents.Count > 0; i++)
            if (form.Fill(writing, run.Next(i)) is { } next) contents.Add(next);
        return new(run.Asked, run.Wrong, run.Closed, contents);
    }
}
