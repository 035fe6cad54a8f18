using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Cases;

/// <summary>Something that waits for a second person, with all that they need to know: it stands above the form by which they sign.</summary>
/// <param name="Entry">What is asked.</param>
/// <param name="Line">In a line.</param>
/// <param name="LeftOut">What is not done.</param>
/// <param name="Instead">What is done instead; none where the facts changed.</param>
/// <param name="Why">Why.</param>
/// <param name="Changed">The answers that changed.</param>
/// <param name="Facts">The facts on which it is asked.</param>
/// <param name="Refused">What was refused before in the same report.</param>
public sealed record ToSign(Entry Entry, string Line, IReadOnlyList<string> LeftOut, string? Instead, string Why, IReadOnlyList<string> Changed,
    IReadOnlyList<(string Key, IReadOnlyList<string> Values)> Facts, IReadOnlyList<string> Refused)
{
    /// <summary>What the form by which somebody signs is about; nothing where it is another form.</summary>
    public static IReadOnlyList<ToSign> Of(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Form.Number != Sign.Form ? []
            : [.. LessWords.ToSign(form.View, form.Viewer.Author, form.Stands as LessSigned).Select(asked => Shown(form, asked))];
    }

    private static ToSign Shown(CasePage page, EntryId asked)
    {
        var file = page.Case.File;
        var (entry, content) = (file.At(asked)!, file.Counting(asked) ?? file.At(asked)!.Content);
        var about = content is LessAsked asks ? asks.Of : asked;
        var versions = page.View.VersionsOf(file.At(about)?.Content is FactsChanged changed ? changed.Of : about);
        var told = versions.FirstOrDefault(version => version.Entry.Id == about)?.Facts
            ?? ((FactsChanged)file.At(about)!.Content).Told;      // what was struck out is signed all the same
        var refused = file.All<LessSigned>().Where(one => one.Content.Agrees == false && one.Content.Asked != asked)
            .Select(one => $"{page.NameOf(one.Entry.Act.By)}, {DecisionWords.Day(one.HappenedOn)}: {Directed.Isolated(one.Content.Why)}");
        var line = content.Line(file);
        if (content is not LessAsked less)
        {
            var change = (FactsChanged)content;
            var before = versions.LastOrDefault(version => file.IsBefore(version.Entry.Id, asked))?.Facts ?? told;
            return new(entry, line, Dropped(page.View, asked), null, change.Why, [.. FactsWords.Changed(before, told)], [.. FactsWords.Of(told, file)],
                [.. refused]);
        }

        var rows = LessWords.Rows(page.View.Rules.Decide(told.Concern())).ToDictionary(row => row.Name, row => row.Words, StringComparer.Ordinal);
        return new(entry, line, [.. less.Rules.Select(rule => rows.GetValueOrDefault(rule, rule))], less.Instead, less.Why, [], [.. FactsWords.Of(told, file)],
            [.. refused]);
    }
}
