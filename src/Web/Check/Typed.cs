using System.Globalization;

namespace Lapwing.Web.Check;

/// <summary>
/// What somebody typed and chose so far, as they did, right or wrong: so that nothing is lost when they go back or when something is amiss. It
/// travels sealed in the page itself (<see cref="PageState"/>), never in an address, a cookie or a log.
/// </summary>
public sealed class Typed
{
    private const int MostCharacters = 100;

    /// <summary>The most characters of a field that holds words: what is longer is refused, and not cut.</summary>
    public const int MostCharactersOfWords = 100_000;

    /// <summary>What is said of words that are longer.</summary>
    public static string TooLong(int length) =>
        $"This must be {MostCharactersOfWords:N0} characters or fewer; it has {length:N0}. Nothing that you typed is lost: take out what is not needed";

    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>What stands in a field; null where nothing does. Words stay as long as they were typed; what no other field takes is cut.</summary>
    public string? this[string field]
    {
        get => values.GetValueOrDefault(field);
        set
        {
            if (string.IsNullOrEmpty(value)) values.Remove(field);
            else values[field] = Fields.Words.Contains(field) || value.Length <= MostCharacters ? value : value[..MostCharacters];
        }
    }

    /// <summary>The names chosen in a field of several choices.</summary>
    public IReadOnlyCollection<string> Chosen(string field) => this[field]?.Split(' ') ?? [];

    /// <summary>Chooses in a field of several choices: of those that there are, whatever else was sent.</summary>
    public void Choose(string field, IReadOnlyCollection<string?> names, IEnumerable<string> choices)
    {
        var joined = string.Join(' ', choices.Where(names.Contains));
        if (joined.Length == 0) values.Remove(field);
        else values[field] = joined;
    }

    /// <summary>A whole number that the program itself put there; 0 where it did not.</summary>
    public int Number(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>As text.</summary>
    public string Write() => string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));

    /// <summary>From text that <see cref="Write"/> made.</summary>
    public static Typed Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = new Typed();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            typed.values[Uri.UnescapeDataString(pair[..at])] = Uri.UnescapeDataString(pair[(at + 1)..]);
        }

        return typed;
    }
}
