using System.Text.RegularExpressions;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The names of a case, to be hidden where others can see the screen: in any text a recorded name, and each of its words of three letters or more, gives
/// way to initials. Whole words, and in the case of letters in which they were recorded: "Will D." hides "Will" and not "will".
/// </summary>
public sealed class HiddenNames
{
    private const int ShortestWord = 3;
    private readonly Regex? names;

    private HiddenNames(IReadOnlyCollection<string> all)
    {
        if (all.Count == 0) return;
        var longestFirst = string.Join('|', all.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape));
        names = new($@"(?<![\p{{L}}\p{{N}}_])(?:{longestFirst})(?![\p{{L}}\p{{N}}_])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    /// <summary>Every name that a case has or had for somebody, what was corrected included.</summary>
    public static HiddenNames Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var recorded = file.Entries.Select(entry => entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content).Select(NameIn).OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 0);
        return new([.. recorded.SelectMany(name => Words(name).Where(word => word.Count(char.IsLetter) >= ShortestWord).Append(name)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A text with initials in place of names.</summary>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return names is null ? text : names.Replace(text, found => Initials(found.Value));
    }

    private static string? NameIn(Content content) => content switch
    {
        People.Added added => added.Name,
        People.Named named => named.Name,
        _ => null,
    };

    private static string Initials(string name) => string.Concat(Words(name).Select(word => $"{char.ToUpperInvariant(word[0])}."));

    private static IEnumerable<string> Words(string name) => name.Split([' ', '-', '_', '.', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
