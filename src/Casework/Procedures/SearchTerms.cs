using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The words by which a case is found: those of the names and usernames that it has now, and its telephone numbers, in the form for comparison
/// (<see cref="ComparedText"/>). A number is one word however it is spaced, with 0 in place of +44. A name is found as it sounds too: how a word of it sounds
/// (<see cref="NameSounds"/>) is a word of its own, with a sign before it that nobody types.
/// </summary>
public static partial class SearchTerms
{
    private const int ShortestNumber = 6, ShortestInWords = 3, ShortestSound = 2;
    private const char Sounding = '≈';

    // What somebody pastes into it can have any number of words: the first of them find the case.
    private const int MostOfNames = 1000, MostOfDevices = 500;

    /// <summary>Those of a case, as far as its reader knows it, each once.</summary>
    public static IReadOnlyList<string> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var names = People.All(file).Select(one => one.Name).OfType<string>().SelectMany(In).ToList();
        var devices = file.All<Concern.StoryWritten>().Select(story => story.Content.Devices).OfType<string>().SelectMany(In)
            .Where(word => word.Length >= ShortestInWords).Distinct(StringComparer.Ordinal).Take(MostOfDevices);
        var first = names.Distinct(StringComparer.Ordinal).Take(MostOfNames).ToList();
        return [.. first.Concat(first.Select(Alike).OfType<string>()).Concat(devices).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The same words as they sound: of each that could be of a name how it sounds, the others as they are. Nothing where no word sounds like anything.
    /// </summary>
    public static IReadOnlyList<string> AsTheySound(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var alike = words.Select(word => Alike(word) ?? word).Distinct(StringComparer.Ordinal).ToList();
        return alike.Exists(word => word[0] == Sounding) ? alike : [];
    }

    private static string? Alike(string word) =>
        word.Length >= ShortestInWords && word.All(char.IsLetter) && NameSounds.Of(word) is { Length: >= ShortestSound } sound ? Sounding + sound : null;

    /// <summary>Those of what somebody types to find a case, in order.</summary>
    public static IReadOnlyList<string> In(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        List<string> words = [];
        var rest = Number().Replace(ComparedText.Normal(typed, NormalizationForm.FormKC), found =>
        {
            var digits = new string([.. found.Value.Where(char.IsAsciiDigit)]);
            if (digits.Length < ShortestNumber) return found.Value;
            words.Add(found.Value.StartsWith("+44", StringComparison.Ordinal) ? $"0{digits[2..].TrimStart('0')}" : digits);
            return " ";
        });
        words.AddRange(ComparedText.Words(rest).Select(word => word.Form));
        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\+?[0-9](?:[ \-()./]{0,2}[0-9]){5,}(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
