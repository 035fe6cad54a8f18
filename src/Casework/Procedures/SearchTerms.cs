using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The words by which a case is found: those of the names and usernames that it has now, and its telephone numbers, in the form for comparison
/// (<see cref="ComparedText"/>). A number is one word however it is spaced, with 0 in place of +44.
/// </summary>
public static partial class SearchTerms
{
    private const int ShortestNumber = 6, ShortestInWords = 3;

    // What somebody pastes into it can have any number of words: the first of them find the case.
    private const int MostOfNames = 1000, MostOfDevices = 500;

    /// <summary>Those of a case, as far as its reader knows it, each once.</summary>
    public static IReadOnlyList<string> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var names = People.All(file).Select(one => one.Name).OfType<string>().SelectMany(In);
        var devices = file.All<Concern.StoryWritten>().Select(story => story.Content.Devices).OfType<string>().SelectMany(In)
            .Where(word => word.Length >= ShortestInWords).Distinct(StringComparer.Ordinal).Take(MostOfDevices);
        return [.. names.Distinct(StringComparer.Ordinal).Take(MostOfNames).Concat(devices).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

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
