using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Fields;

/// <summary>
/// The questions of a form that records a <typeparamref name="T"/>. Each fills the parameter of the record that its first argument names, and returns the
/// answer; the form is a function that asks them all, in the order of the page, and makes the record. Every question is asked in every run: what depends on an
/// answer says so by what is missing, or stands under that answer.
/// </summary>
public abstract class Questions<T>(FormRun run)
{
    // What whoever reads does not see is not told; where it is put right, it stays.
    private static readonly ConcurrentDictionary<string, string> keys = new(StringComparer.Ordinal);
    private const string Unseen = "what stands there";
    private const string Other = "Select one of the answers that are offered";

    /// <summary>The run.</summary>
    protected FormRun Run => run;

    /// <summary>Whether something that was recorded is put right.</summary>
    public bool IsCorrection => run.Stands is not null;

    /// <summary>Whether it is of no case, to be printed.</summary>
    public bool IsBlank => run.IsBlank;

    /// <summary>Whether what was recorded is told, and nothing is chosen.</summary>
    public bool IsTold => run.Shown is not null && run.Stands is null;

    /// <summary>One line; empty where nothing was typed.</summary>
    /// <param name="of">The parameter that it fills.</param>
    /// <param name="asked">The question.</param>
    /// <param name="missing">What is said where it is empty; none where it may be.</param>
    /// <param name="hint">Help beside the question.</param>
    /// <param name="width">How many characters it has room for.</param>
    /// <param name="cites">Ids of the statements from which it is asked.</param>
    /// <param name="member">The parameter, from which the name of the field follows.</param>
    public string Line(Func<T, string> of, string asked, string? missing = null, string? hint = null, int? width = null, string[]? cites = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        Put(new(KeyOf(member), AskedAs.Line, asked) { Hint = hint, Width = width, Cites = cites ?? [] }, of, Readings.Text, missing);

    /// <summary>The same; nothing where nothing was typed.</summary>
    public string? LineOrNone(Func<T, string?> of, string asked, string? missing = null, string? hint = null, int? width = null, string[]? cites = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        Put(new(KeyOf(member), AskedAs.Line, asked) { Hint = hint, Width = width, Cites = cites ?? [] }, of, Readings.TextOrNone, missing);

    /// <summary>Several lines; empty where nothing was typed.</summary>
    public string Words(Func<T, string> of, string asked, string? missing = null, string? hint = null, int rows = 5, string[]? cites = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        Put(new(KeyOf(member), AskedAs.Words, asked) { Hint = hint, Rows = rows, Cites = cites ?? [] }, of, Readings.Text, missing);

    /// <summary>The same; nothing where nothing was typed.</summary>
    public string? WordsOrNone(Func<T, string?> of, string asked, string? missing = null, string? hint = null, int rows = 5, string[]? cites = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        Put(new(KeyOf(member), AskedAs.Words, asked) { Hint = hint, Rows = rows, Cites = cites ?? [] }, of, Readings.TextOrNone, missing);

    /// <summary>A whole number from 0; what is none is refused.</summary>
    /// <param name="of">The parameter that it fills.</param>
    /// <param name="asked">The question.</param>
    /// <param name="wrong">What is said of what is no whole number.</param>
    /// <param name="width">How many digits it has room for.</param>
    /// <param name="hint">Help beside the question.</param>
    /// <param name="key">The name of its field, where it is not that of the parameter.</param>
    /// <param name="member">The parameter, from which the name of the field follows.</param>
    public int? Number(Func<T, int?> of, string asked, string wrong, int width, string? hint = null, string? key = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        Put(new(key ?? KeyOf(member), AskedAs.Number, asked) { Hint = hint, Width = width }, of,
            Readings.Number(wrong), null);

    /// <summary>A day; what is none is refused.</summary>
    /// <param name="of">The parameter that it fills.</param>
    /// <param name="asked">The question.</param>
    /// <param name="missing">What is said where there is none; none where it may be.</param>
    /// <param name="cites">Ids of the statements from which it is asked.</param>
    /// <param name="member">The parameter, from which the name of the field follows.</param>
    public DateOnly? Day(Func<T, DateOnly?> of, string asked, string? missing, string[]? cites = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        Put(new(KeyOf(member), AskedAs.Day, asked) { Cites = cites ?? [] }, of, Readings.Day, missing);

    /// <summary>One of the values of an enumeration, each in words.</summary>
    public TEnum? OneOf<TEnum>(Func<T, TEnum?> of, string asked, string? missing, IReadOnlyList<(TEnum Value, string Words, string? Hint)> answers,
        AskedAs put = AskedAs.OneOf, string? key = null, string? hint = null, string[]? cites = null, [CallerArgumentExpression(nameof(of))] string member = "")
        where TEnum : struct, Enum =>
        One(new(key ?? KeyOf(member), put, asked) { Hint = hint, Cites = cites ?? [] }, of,
            answers.Select(one => ((TEnum?)one.Value, new Offered($"{one.Value}", one.Words, one.Hint))), value => value?.ToString(), missing);

    /// <summary>One of several that are offered by name.</summary>
    public string OneOf(Func<T, string> of, string asked, string missing, IEnumerable<Offered> answers, string? hint = null, bool isGiven = false,
        Func<string, string>? words = null, bool isOfPeople = false, [CallerArgumentExpression(nameof(of))] string member = "") =>
        One<string>(new(KeyOf(member), isGiven ? AskedAs.Given : AskedAs.OneOf, asked) { Hint = hint, IsOfPeople = isOfPeople },
            one => of(one) is { Length: > 0 } name ? name : null,
            answers.Select(one => ((string?)one.Value, one)), value => value, missing, isGiven ? answers.First().Value : null, words) ?? "";

    /// <summary>Yes or no, or the two answers that stand for them.</summary>
    public bool? YesNo(Func<T, bool?> of, string asked, string missing, Offered? yes = null, Offered? no = null, string? key = null,
        [CallerArgumentExpression(nameof(of))] string member = "")
    {
        var (one, other) = (yes ?? new("yes", "Yes"), no ?? new("no", "No"));
        return One<bool?>(new(key ?? KeyOf(member), AskedAs.OneOf, asked) { IsInline = one.Words.Length + other.Words.Length < 20 }, of,
            [(true, one), (false, other)], value => value switch { true => one.Value, false => other.Value, _ => null }, missing);
    }

    /// <summary>Yes, no or not known yet, which is as not answered.</summary>
    public bool? YesNoOrNot(Func<T, bool?> of, string asked, string? hint, string key, string missing) =>
        One<string>(new(key, AskedAs.OneOf, asked) { Hint = hint }, one => of(one) switch { true => "yes", false => "no", _ => "not-known" },
            [("yes", new("yes", "Yes")), ("no", new("no", "No")), ("not-known", new("not-known", "Not known yet"))], value => value, missing)
        switch
        { "yes" => true, "no" => false, _ => null };

    /// <summary>Yes, no or not known yet; not answered where nothing was chosen.</summary>
    public Answer? YesNoNotKnown(Func<T, Answer?> of, string asked, string? missing, string? hint = null, string[]? cites = null,
        [CallerArgumentExpression(nameof(of))] string member = "") =>
        One(new(KeyOf(member), AskedAs.OneOf, asked) { Hint = hint, IsInline = true, Cites = cites ?? [] }, of,
            [(Answer.Yes, new("yes", "Yes")), (Answer.No, new("no", "No")), (Answer.NotKnown, new("not-known", "Not known yet"))],
            value => value switch { Answer.Yes => "yes", Answer.No => "no", Answer.NotKnown => "not-known", _ => null }, missing);

    /// <summary>Any of several.</summary>
    /// <param name="of">The parameter that it fills.</param>
    /// <param name="asked">The question.</param>
    /// <param name="missing">What is said where nothing is chosen; none where that may be.</param>
    /// <param name="answers">What is offered.</param>
    /// <param name="hint">Help beside the question.</param>
    /// <param name="key">The name of its field, where it is not that of the parameter.</param>
    /// <param name="words">A value in words, where that does not follow from what is offered.</param>
    /// <param name="member">The parameter, from which the name of the field follows.</param>
    public IReadOnlyList<TValue> AnyOf<TValue>(Func<T, IReadOnlyList<TValue>> of, string asked, string? missing,
        IEnumerable<(TValue Value, Offered Offered)> answers, string? hint = null, string? key = null, Func<TValue, string?>? words = null,
        [CallerArgumentExpression(nameof(of))] string member = "")
        where TValue : notnull =>
        Any(new(key ?? KeyOf(member), AskedAs.AnyOf, asked) { Hint = hint }, of, answers, missing, value => $"{value}", [], words);

    /// <summary>A box to tick.</summary>
    public bool Tick(Func<T, bool> of, string asked, string words, string? key = null, [CallerArgumentExpression(nameof(of))] string member = "") =>
        Any(new(key ?? KeyOf(member), AskedAs.AnyOf, asked), one => of(one) ? [true] : [], [(true, new Offered("yes", words))], null, _ => "yes", []).Count > 0;

    /// <summary>What follows from something else and is not asked. In a correction what stands is kept.</summary>
    /// <param name="of">The parameter that it fills.</param>
    /// <param name="make">What it is where it is recorded anew.</param>
    /// <param name="stays">In a correction, whether what it follows from is still the same; then so is this.</param>
    public TValue Follows<TValue>(Func<T, TValue> of, Func<TValue> make, Func<T, bool>? stays = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(make);
        if (run.Shown is T shown) return of(shown);
        return run.Stands is T stands && (stays is null || stays(stands)) ? of(stands) : make();
    }

    /// <summary>What is asked when it is recorded, and stays in a correction.</summary>
    public TValue Stays<TValue>(Func<T, TValue> of, Func<TValue> ask)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(ask);
        return run.Stands is T stands ? of(stands) : ask();
    }

    /// <summary>Whether what is put right, or shown, says something.</summary>
    public bool Has(Func<T, bool> says) => (run.Shown is T shown && says(shown)) || (run.Stands is T stands && says(stands));

    /// <summary>Something that is said, and no question.</summary>
    /// <param name="words">What is said.</param>
    /// <param name="key">The name of a field that it stands for.</param>
    /// <param name="leads">Another form to which it leads, and the words of the link.</param>
    public void Says(string words, string key = "", (int Form, string Words)? leads = null) => run.Put(new(key, AskedAs.Note, words) { Leads = leads }, null);

    /// <summary>Says, where it is so, that the form cannot be filled in here, and what to do instead; what stands is put right all the same.</summary>
    public void Closed(Func<bool> isSo, string words, (int Form, string Words)? leads = null)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        if (!run.IsBlank && run.Shown is null && run.Stands is null && isSo()) run.Close(new("", AskedAs.Note, words) { Leads = leads });
    }

    private protected TValue? One<TValue>(Asked asked, Func<T, TValue?> of, IEnumerable<(TValue? Value, Offered Offered)> answers, Func<TValue?, string?> show,
        string? missing, string? begins = null, Func<TValue, string?>? words = null)
    {
        // What was recorded and is offered no more is offered where it is put right.
        var all = Offering(answers, of, value => show(value) is { } text ? [(value, new(text, WordsOf(answers, value, words!) ?? Unseen))] : []);
        asked.Offer(all.Select(one => one.Offered));
        return Put(asked, of, new(
            typed => Readings.Single(typed) is not { } text ? (default, null) : all.Where(one => one.Offered.Value == text).Take(1).ToList() is [var (value, _)]
                ? (value, null) : (default, missing ?? $"{Other}: {asked.Words}"),
            value => show(value) is { } text ? [text] : [],
            value => show(value) is not null && WordsOf(answers, value, words!) is { } told ? [told] : [],
            value => show(value) is null), missing, begins is null ? [] : [begins]);
    }

    private protected IReadOnlyList<TValue> Any<TValue>(Asked asked, Func<T, IReadOnlyList<TValue>> of, IEnumerable<(TValue Value, Offered Offered)> answers,
        string? missing, Func<TValue, string> show, IEnumerable<string> begins, Func<TValue, string?>? words = null)
        where TValue : notnull
    {
        var all = Offering(answers, of, values => values.Select(value => (value, new Offered(show(value), WordsOf(answers, value, words) ?? Unseen))));
        asked.Offer(all.Select(one => one.Offered));
        return Put(asked, of, new(
            typed =>
            {
                var texts = typed.Where(text => !ComparedText.IsEmpty(text)).ToHashSet(StringComparer.Ordinal);
                IReadOnlyList<TValue> chosen = texts.Count == 0 ? [] : [.. all.Where(one => texts.Contains(one.Offered.Value)).Select(one => one.Value)];
                if (run.Stands is T stands && of(stands) is var stood && stood.Count == chosen.Count && stood.All(chosen.Contains)) chosen = stood;
                return (chosen, chosen.Count < texts.Count ? missing ?? $"{Other}: {asked.Words}" : null);
            },
            values => values.Select(show),
            values => values.Select(value => WordsOf(answers, value, words)).OfType<string>(),
            values => values.Count == 0), missing, begins);
    }

    private protected TValue Put<TValue>(Asked asked, Func<T, TValue> of, Reading<TValue> reading, string? missing, IEnumerable<string>? begins = null)
    {
        TValue value;
        string? wrong = null;
        if (run.Shown is T shown)
        {
            value = of(shown);
            asked.Values = [.. reading.Show(value)];
            asked.Answers = [.. reading.Tell(value)];
        }
        else
        {
            asked.Values = run.Typed is { } typed ? [.. asked.Fields.SelectMany(field => typed[field].DefaultIfEmpty(""))] : [.. begins ?? []];
            (value, wrong) = reading.Read(asked.Values);
        }

        run.Put(asked, wrong ?? (reading.IsEmpty(value) ? missing : null));
        return value;
    }

    /// <summary>The name of a field, from the parameter that it fills: <c>m => m.SpokeTo</c> is <c>spoke-to</c>.</summary>
    private protected static string KeyOf(string member) => keys.GetOrAdd(member, static member => string.Concat(member[(member.LastIndexOf('.') + 1)..]
        .Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}")));

    // The order of what is offered, then what stands and is offered no more.
    private List<(TValue Value, Offered Offered)> Offering<TStands, TValue>(IEnumerable<(TValue Value, Offered Offered)> answers, Func<T, TStands> of,
        Func<TStands, IEnumerable<(TValue Value, Offered Offered)>> standing)
    {
        if (IsTold) return [];
        List<(TValue Value, Offered Offered)> all = [.. answers];
        if (run.Stands is T stands) all.AddRange(standing(of(stands)).Where(one => !all.Exists(other => other.Offered.Value == one.Offered.Value)));
        return all;
    }

    private static string? WordsOf<TValue>(IEnumerable<(TValue Value, Offered Offered)> answers, TValue value, Func<TValue, string?>? words) =>
        words is not null ? words(value)
        : answers.FirstOrDefault(one => EqualityComparer<TValue>.Default.Equals(one.Value, value)).Offered?.Words ?? $"{value}";
}
