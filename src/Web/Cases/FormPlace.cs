using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Cases;

/// <summary>In which part of a case a form writes, and who reads it there.</summary>
/// <param name="view">The case as whoever fills it in sees it.</param>
/// <param name="by">Who fills it in.</param>
/// <param name="form">Which form.</param>
/// <param name="filled">The form as it stands.</param>
/// <param name="corrects">What it puts right, where it does.</param>
/// <param name="desk">Who there is, and the clock.</param>
internal sealed class FormPlace(CaseView view, Author by, CaseForm form, Filled filled, Entry? corrects, Desk desk)
{
    private readonly Recordable kind = Catalogue.Records.First(kind => kind.Form == form);

    /// <summary>Whether it is asked if the setting that reported may know what is recorded: of those who have the whole case.</summary>
    public bool AsksWhetherKnown => corrects is null && view.File.Scope.IsWhole && kind.Place.IsChosen;

    /// <summary>
    /// Whether there is no such form for them: it writes where they do not see, or what it says is not theirs to say.
    /// </summary>
    public bool IsHidden => (!view.File.Scope.IsWhole && kind.Place is { IsCaseOnly: true, IsWrittenUnseen: false }) || !Catalogue.IsOffered(form, view, by);

    /// <summary>Whether whoever fills it in does not read what they recorded: it stands in the case, and they see the report.</summary>
    public bool IsUnseen => kind.Place.IsWrittenUnseen && !view.File.Scope.IsWhole;

    /// <summary>Whether it waits until somebody of the service leads or works on it.</summary>
    public bool IsClosed => corrects is null && Catalogue.IsOnlyReceived(view.File, by) && !kind.IsForReceivers;

    /// <summary>Who reads what is recorded here; with the setting that reported, where it may know.</summary>
    public string ReadBy(bool mayBeKnown)
    {
        var isOfCase = kind.Place.IsCaseOnly || (AsksWhetherKnown && !mayBeKnown);
        IReadOnlyList<Paper> papers = corrects is not null ? [corrects.Paper] : isOfCase ? [Paper.Whole] : kind.Place.IsThatOfWhatItIsAbout ? About() : [];
        if (papers.Count == 0 && filled.Contents is [var first, ..]) papers = [kind.Place.Of(view.File, first, mayBeKnown)];
        if (papers.Count == 0) papers = [view.File.First<Concern.Reported>(_ => true)?.Entry.Paper ?? Paper.Whole];
        return Readers.Of(view, papers, desk.Accounts.Now, desk.Clock.GetUtcNow(), form.Ends);
    }

    // The parts of what is chosen; until something is, of all that could be.
    private List<Paper> About()
    {
        var asked = filled.Asked.FirstOrDefault(one => one.IsOfCase && one.As is AskedAs.OneOf or AskedAs.Given or AskedAs.AnyOf);
        IEnumerable<string> values = asked is null ? [] : asked.Value is { Length: > 0 } ? asked.Values : asked.Offered.Select(one => one.Value);
        return [.. values.Select(value => view.File.At(EntryId.Parse(value))?.Paper).OfType<Paper>().Distinct()];
    }
}
