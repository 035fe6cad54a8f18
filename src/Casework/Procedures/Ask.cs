using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>The questions of a form of a case: those of any form, and those about its people, its entries, and who there is.</summary>
public sealed class Ask<T>(Writing writing, FormRun run) : Questions<T>(run)
{
    /// <summary>The case as whoever fills it in sees it.</summary>
    public CaseView View => writing.View;

    /// <summary>Its entries.</summary>
    public CaseFile File => writing.View.File;

    /// <summary>Who fills it in.</summary>
    public Author By => writing.By;

    /// <summary>Who there is.</summary>
    public Staff Staff => writing.Staff;

    /// <summary>The number of somebody who comes in: it follows from the act's.</summary>
    public Guid NewId => new(SHA256.HashData(writing.Act.ToByteArray()).AsSpan(0, 16));

    /// <summary>The number of a post that is given: it follows from the act's too.</summary>
    public Guid NewPost => new(SHA256.HashData([.. writing.Act.ToByteArray(), 1]).AsSpan(0, 16));

    /// <summary>What is put right; none where something new is recorded.</summary>
    public Content? Stands => Run.Stands;

    /// <summary>Somebody of several, by their id.</summary>
    public Guid? Among(Func<T, Guid?> of, string asked, string? missing, IEnumerable<(Guid Id, string Words)> answers, string? hint = null,
        string? key = null, Func<Guid, string>? words = null, [CallerArgumentExpression(nameof(of))] string member = "") =>
        One(new(key ?? KeyOf(member), AskedAs.OneOf, asked) { Hint = hint, IsOfCase = true, IsOfPeople = true }, of,
            answers.Select(one => ((Guid?)one.Id, new Offered($"{one.Id:N}", one.Words))), id => id is { } one ? $"{one:N}" : null, missing, null,
            id => words is not null ? words(id!.Value) : SeenName(id!.Value));

    /// <summary>Somebody of several who is needed; nobody where none was chosen.</summary>
    public Guid Among(Func<T, Guid> of, string asked, string missing, IEnumerable<(Guid Id, string Words)> answers, string? hint = null,
        Func<Guid, string>? words = null, [CallerArgumentExpression(nameof(of))] string member = "") =>
        Among(one => of(one) is var id && id == default ? (Guid?)null : id, asked, missing, answers, hint, KeyOf(member), words) ?? default;

    /// <summary>The same, or nobody in words: <c>none</c> in its field. Asked where there is anybody.</summary>
    public Guid? AmongOrNone(Func<T, Guid?> of, string asked, string none, IEnumerable<(Guid Id, string Words)> answers, string? hint = null,
        string? key = null, Func<Guid, string>? words = null, bool isOfTheWhole = false, [CallerArgumentExpression(nameof(of))] string member = "")
    {
        var all = IsTold ? [] : answers.ToList();
        if (all.Count == 0 && !IsBlank && !Has(one => of(one) is not null)) return Follows(of, () => null);
        string Words(Guid id) => words is not null ? words(id) : People.NameOf(File, id);
        return One<Guid?>(new(key ?? KeyOf(member), AskedAs.OneOf, asked) { Hint = hint, IsOfTheWhole = isOfTheWhole, IsOfCase = true, IsOfPeople = true }, of,
            all.Select(one => ((Guid?)one.Id, new Offered($"{one.Id:N}", one.Words))).Append((null, new Offered("none", none))),
            id => id is { } one ? $"{one:N}" : null, null, words: id => id is { } one ? Words(one) : none);
    }

    /// <summary>A child or group of the case; one that is needed.</summary>
    public Guid Child(Func<T, Guid> of, string asked, string missing, [CallerArgumentExpression(nameof(of))] string member = "") =>
        Among(of, asked, missing, Children, member: member);

    /// <summary>Children and groups of the case.</summary>
    public IReadOnlyList<Guid> ChildrenOf(Func<T, IReadOnlyList<Guid>> of, string asked, string? hint = null, string? missing = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        Any(new(KeyOf(member), AskedAs.AnyOf, asked) { Hint = hint, IsOfCase = true }, of,
            Children.Select(one => (one.Id, new Offered($"{one.Id:N}", one.Words))), missing, id => $"{id:N}", [], SeenName);

    /// <summary>For each of several: as many things are recorded as are chosen. Asked where there is anybody; a record can be of nobody.</summary>
    public Guid? Each(Func<T, Guid?> of, string asked, string missing, IEnumerable<(Guid Id, string Words)> answers, string hint, string key)
    {
        var all = IsTold ? [] : answers.ToList();
        if (all.Count == 0 && !IsBlank && !Has(one => of(one) is not null)) return Follows(of, () => null);
        var chosen = Any(new(key, AskedAs.AnyOf, asked) { Hint = hint, IsOfCase = true }, one => of(one) is { } id ? [id] : (IReadOnlyList<Guid>)[],
            all.Select(one => (one.Id, new Offered($"{one.Id:N}", one.Words))), missing, id => $"{id:N}", [], SeenName);
        Run.Count = Math.Max(1, chosen.Count);
        return chosen.Count > 0 ? chosen[Math.Min(Run.Index, chosen.Count - 1)] : null;
    }

    /// <summary>Somebody of the case, or somebody else in words.</summary>
    /// <param name="person">The parameter of their id; null for somebody else.</param>
    /// <param name="words">The parameter of their words: of somebody of the case what they were called then.</param>
    /// <param name="who">The questions.</param>
    /// <param name="people">Who is offered, with what is said beside them.</param>
    /// <param name="personMember">The parameter, from which the name of the field follows.</param>
    /// <param name="wordsMember">The parameter, from which the name of the field follows.</param>
    public (Guid? Person, string Words) PersonOrWords(Func<T, Guid?> person, Func<T, string> words, Whom who, IEnumerable<(Guid Id, string Words, string? Hint)>
        people, [CallerArgumentExpression(nameof(person))] string personMember = "", [CallerArgumentExpression(nameof(words))] string wordsMember = "")
    {
        ArgumentNullException.ThrowIfNull(who);
        const string Other = "other";
        var (all, key, wordsKey) = (IsTold ? [] : people.ToList(), KeyOf(personMember), KeyOf(wordsMember));
        string Typed(string? hint) => Put(new(wordsKey, AskedAs.Line, who.AskedInWords) { Hint = hint },
            one => person(one) is null ? words(one) : "", Readings.Text, who.MissingInWords);
        if (all.Count == 0 && !IsBlank && !IsTold && !Has(one => person(one) is not null)) return (null, Typed(who.Hint));
        var hasWords = Run.Typed is { } fields && fields[wordsKey].Any(text => !ComparedText.IsEmpty(text));
        var chosen = One<string>(new(key, AskedAs.OneOf, who.Asked) { Hint = who.Hint, IsOfCase = true, IsOfPeople = true },
            one => person(one) is { } id ? $"{id:N}" : Other,
            all.Select(one => ((string?)$"{one.Id:N}", new Offered($"{one.Id:N}", one.Words, one.Hint))).Append((Other, new(Other, who.Other))),
            value => value, hasWords ? null : who.Missing, words: value => value == Other ? who.Other : People.NameOf(File, Guid.ParseExact(value, "N")))
            ?? (hasWords ? Other : null);
        var typed = Run.Under(key, Other, chosen == Other, () => Typed(null));
        Guid? id = chosen is null or Other ? null : Guid.ParseExact(chosen, "N");
        return (id, Follows(words, () => id is { } one ? People.NameOf(File, one) : typed, stays: one => id is not null && person(one) == id));
    }

    /// <summary>What it is about: an entry of several. Where there is only one it is said, and not asked.</summary>
    /// <param name="of">The parameter that it fills.</param>
    /// <param name="asked">The question.</param>
    /// <param name="missing">What is said where nothing is chosen.</param>
    /// <param name="answers">The entries.</param>
    /// <param name="nothing">Why the form cannot be filled in where there is no such entry.</param>
    /// <param name="leads">What to do then: another form.</param>
    /// <param name="member">The parameter, from which the name of the field follows.</param>
    public EntryId Entry(Func<T, EntryId> of, string asked, string missing, IEnumerable<(EntryId Id, string Words)> answers, string nothing,
        (int Form, string Words)? leads = null, [CallerArgumentExpression(nameof(of))] string member = "")
    {
        var all = IsTold ? [] : answers.ToList();
        Closed(() => all.Count == 0, nothing, leads);
        var one = new Asked(KeyOf(member), AskedAs.OneOf, asked) { IsOfCase = true };
        var chosen = One<EntryId?>(one, content => of(content) is var id && id == default ? null : id,
            all.Select(entry => ((EntryId?)entry.Id, new Offered($"{entry.Id}", entry.Words))), id => id?.ToString(), missing,
            all.Count == 1 ? $"{all[0].Id}" : null, id => SeenLineOf(id!.Value));
        if (!IsBlank && one.Offered.Count <= 1) one.As = AskedAs.Given;
        return chosen ?? default;
    }

    /// <summary>The reports and changes of facts that it is about: all of them, until somebody leaves some out.</summary>
    public IReadOnlyList<EntryId> Causes(Func<T, IReadOnlyList<EntryId>> of, string asked, string missing,
        [CallerArgumentExpression(nameof(of))] string member = "")
    {
        var (all, one) = (Reports, new Asked(KeyOf(member), AskedAs.AnyOf, asked) { IsOfCase = true });
        var chosen = Any(one, of, all.Select(report => (report.Id, new Offered($"{report.Id}", report.Words))),
            missing, id => $"{id}", all.Select(report => $"{report.Id}"), id => File.At(id) is { } entry ? OnDay(entry) : null);
        if (!IsBlank && one.Offered.Count == 1) one.As = AskedAs.Given;      // it is said, and not asked
        return chosen;
    }

    /// <summary>The reports and the changes of their facts.</summary>
    public IEnumerable<(EntryId Id, string Words)> Reports => File.Entries.Where(entry => entry.Content is Concern.Reported or Concern.FactsChanged)
        .Select(entry => (entry.Id, OnDay(entry)));

    private string OnDay(Entry entry) => $"{entry.Content.Line(File)}, {DecisionWords.Day(entry.HappenedOn)}";

    /// <summary>How it is: for each answer questions of its own, and a record of its own. Nothing where no answer was chosen.</summary>
    /// <param name="key">The name of its field.</param>
    /// <param name="asked">The question.</param>
    /// <param name="missing">What is said where nothing is chosen.</param>
    /// <param name="branches">The answers.</param>
    public Content? Either(string key, string asked, string missing, params IReadOnlyList<Branch> branches)
    {
        if (Run.Stands is { } stands) branches = [.. branches.Where(branch => branch.Records(stands))];      // it is put right by one of its own kind
        var chosen = One<Branch>(new(key, AskedAs.OneOf, asked), one => branches.FirstOrDefault(branch => branch.Records(one)),
            branches.Select(branch => ((Branch?)branch, new Offered(branch.Value, branch.Words))), branch => branch?.Value, missing,
            words: branch => branch.Words);
        Content? said = null;
        foreach (var branch in branches)
        {
            var content = Run.Under(key, branch.Value, branch == chosen, () => branch.Ask(writing, Run));
            if (branch == chosen) said = content;
        }

        return said;
    }

    /// <summary>The children and groups of the case in the order in which they came in, told apart by age, part and number.</summary>
    public IEnumerable<(Guid Id, string Words)> Children =>
        People.All(File).Where(one => one.IsChild).Select((child, i) => (child.Id, $"{child.NameAndPart} (child {i + 1})"));

    /// <summary>Everybody of the case and its groups, told apart in the same way.</summary>
    public IEnumerable<(Guid Id, string Words)> Everybody => People.All(File).Select((one, i) => (one.Id, $"{one.NameAndPart} (number {i + 1})"));

    /// <summary>The entries of one kind, with their lines.</summary>
    public IEnumerable<(EntryId Id, string Words)> Entries<TContent>() where TContent : Content =>
        File.All<TContent>().Select(one => (one.Id, one.Content.Line(File)));

    /// <summary>An entry in a line.</summary>
    public string LineOf(EntryId id) => SeenLineOf(id) ?? "";

    private string? SeenLineOf(EntryId id) => File.At(id) is { } entry ? EntryWords.Line(File, entry, Staff) : null;

    private string? SeenName(Guid person) => File.Once(KnownPeople.Of).Find(person)?.Called;
}

/// <summary>The questions about whom something is, of somebody of the case or of somebody else in words.</summary>
/// <param name="Asked">Who of the case.</param>
/// <param name="Missing">What is said where nobody is chosen.</param>
/// <param name="Other">The answer for somebody else.</param>
/// <param name="AskedInWords">Who else.</param>
/// <param name="MissingInWords">What is said where that is empty.</param>
/// <param name="Hint">Help beside the question.</param>
public sealed record Whom(string Asked, string Missing, string Other, string AskedInWords, string MissingInWords, string? Hint = null);

/// <summary>One answer to how something is, with the questions that follow from it and the record that they make.</summary>
public sealed class Branch
{
    private Branch(string value, string words, Type records, Func<Writing, FormRun, Content?> ask) => (Value, Words, type, Ask) = (value, words, records, ask);

    private readonly Type type;

    /// <summary>As a field holds it.</summary>
    public string Value { get; }

    /// <summary>As it is read.</summary>
    public string Words { get; }

    internal Func<Writing, FormRun, Content?> Ask { get; }

    internal bool Records(object? content) => type.IsInstanceOfType(content);

    /// <summary>Makes one.</summary>
    public static Branch Of<T>(string value, string words, Func<Ask<T>, T> ask) where T : Content =>
        new(value, words, typeof(T), (writing, run) => ask(new(writing, run)));
}
