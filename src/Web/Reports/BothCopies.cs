namespace Lapwing.Web.Reports;

/// <summary>
/// What became of the two copies of a form when its author said which one counts; where other words were kept meanwhile, all that there is, to be read.
/// </summary>
/// <param name="Path">The address of the form.</param>
/// <param name="IsDone">Whether it was done; else nothing was changed.</param>
/// <param name="InTheForm">What is kept of the form now.</param>
/// <param name="Second">The second copy now.</param>
/// <param name="OnThePage">What stood on the page that was sent, and is kept nowhere.</param>
public sealed record BothCopies(
    string Path,
    bool IsDone,
    IReadOnlyList<(string Question, string Answer)> InTheForm,
    IReadOnlyList<(string Question, string Answer)> Second,
    IReadOnlyList<(string Question, string Answer)> OnThePage)
{
    /// <summary>From the texts of the drafts, and the fields that were sent. Of a report what the page asks is shown.</summary>
    internal static BothCopies Of(string path, bool isDone, string? own, string? late, string sent)
    {
        var (second, page) = (late is null ? null : Kept.Read(late), new Kept(path, sent));
        var kept = own is null ? null : Kept.Read(own);
        if (kept is { Case: null })
        {
            var asked = page.Typed.Concat(second?.Typed ?? page.Typed).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
            kept = kept with { Fields = string.Join('&', kept.Fields.Split('&').Where(pair => asked.Contains(Uri.UnescapeDataString(pair.Split('=')[0])))) };
        }

        return new(path, isDone, Words(kept), Words(second), Words(page));
    }

    private static IReadOnlyList<(string, string)> Words(Kept? copy) => copy is null ? [] : LateCopy.WordsOf(copy);
}
