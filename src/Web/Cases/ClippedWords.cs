using System.Globalization;
using System.Text;
using Lapwing.Casework.Cases;

namespace Lapwing.Web.Cases;

/// <summary>Words that have to fit into a box of a picture, where no browser breaks a line.</summary>
public static class ClippedWords
{
    private const int FirstWide = 0x2E80;      // Chinese, Japanese, Korean and picture signs: as wide as they are high
    private const double Wide = 2, Broad = 1.3, Usual = 1;

    /// <summary>The words as they are, or as many of them as fit, and an ellipsis. No letter is cut from its accents; the direction stays their own.</summary>
    /// <param name="words">What is to be shown. Names are hidden before: half a name is found by nobody.</param>
    /// <param name="room">How many small letters fit. A capital takes more, a sign of Chinese or a picture sign twice as much.</param>
    public static string To(string words, double room)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (used, kept) = (0.0, new StringBuilder());
        var elements = StringInfo.GetTextElementEnumerator(words);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            used += WidthOf(element);
            if (used > room) return Directed.Isolated(Clip(kept, room) + "…");
            kept.Append(element);
        }

        return Directed.Isolated(words);
    }

    /// <summary>How much room words take, in small letters.</summary>
    public static double WidthOf(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (used, elements) = (0.0, StringInfo.GetTextElementEnumerator(words));
        while (elements.MoveNext())
        {
            var first = elements.GetTextElement().EnumerateRunes().First();
            used += first.Value >= FirstWide ? Wide : Rune.IsUpper(first) || first.Value is 'm' or 'w' or '@' ? Broad : Usual;
        }

        return used;
    }

    // The ellipsis takes room too.
    private static string Clip(StringBuilder kept, double room)
    {
        var words = kept.ToString();
        while (words.Length > 0 && WidthOf(words) > room - Usual)
        {
            var starts = StringInfo.ParseCombiningCharacters(words);
            words = words[..starts[^1]];
        }

        return words.TrimEnd();
    }
}
