using System.Globalization;
using System.Text;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The names of a case, to be hidden where others can see the screen: in any text a recorded name, and each of its words of three letters or more, gives
/// way to initials, however it is written (<see cref="ComparedNames"/>).
/// </summary>
public sealed class HiddenNames
{
    private readonly ComparedNames names;

    private HiddenNames(IEnumerable<string> all) => names = new(all);

    /// <summary>Every name that a case has or had for somebody, what was corrected included.</summary>
    public static HiddenNames Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(file.Entries.Select(entry => entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content).Select(NameIn).OfType<string>());
    }

    /// <summary>A text with initials in place of names; all else stays as it is.</summary>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? hidden = null;
        var kept = 0;
        foreach (var found in names.In(text))
        {
            hidden ??= new(text.Length);
            hidden.Append(text, kept, found[0].Start - kept);
            for (var i = 0; i < found.Count; i++)
                if (i == 0 || found[i].Start > found[i - 1].End) hidden.Append(Initial(text, found[i].Start)).Append('.');
            kept = found[^1].End;
            if (kept < text.Length && text[kept] == '.') kept++;
        }

        return hidden?.Append(text, kept, text.Length - kept).ToString() ?? text;
    }

    private static string? NameIn(Content content) => content switch
    {
        People.Added added => added.Name,
        People.Named named => named.Name,
        _ => null,
    };

    // The first letter with its accents.
    private static string Initial(string text, int start)
    {
        var letter = text.Substring(start, StringInfo.GetNextTextElementLength(text.AsSpan(start)));
        return ComparedText.Normal(letter, NormalizationForm.FormC).ToUpperInvariant();
    }
}
