using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Cases;

/// <summary>In which part of a case a form writes, and who reads it there.</summary>
/// <param name="view">The case as whoever fills it in sees it.</param>
/// <param name="by">Who fills it in.</param>
/// <param name="number">Which form.</param>
/// <param name="corrects">What it puts right, where it does.</param>
/// <param name="desk">Who there is, and the clock.</param>
internal sealed class FormPlace(CaseView view, Author by, int number, Entry? corrects, Desk desk)
{
    private readonly Place? place = DutyForms.PlaceOf(number);

    /// <summary>Whether it is asked if the setting that reported may know what is recorded: of those who have the whole case.</summary>
    public bool AsksWhetherKnown => corrects is null && view.File.Scope.IsWhole && place is { IsChosen: true };

    /// <summary>
    /// Whether there is no such form for them: it writes where they do not see, or says who works on it, which is not theirs to say.
    /// </summary>
    public bool IsHidden => (!view.File.Scope.IsWhole && place is { IsCaseOnly: true, IsWrittenUnseen: false }) || number switch
    {
        DutyForms.Worker => !CaseLead.MayNameWorker(view.File, by),
        DutyForms.WorkerLeft => !CaseLead.MayNameWorker(view.File, by) && !CaseLead.IsWorker(view.File, by),
        _ => false,
    };

    /// <summary>Whether it waits until somebody of the service leads or works on it.</summary>
    public bool IsClosed => corrects is null && Catalogue.IsOnlyReceived(view.File, by) && !DutyForms.IsForReceivers(number);

    /// <summary>Who reads what is recorded here; with the setting that reported, where it may know.</summary>
    public string ReadBy(bool mayBeKnown)
    {
        var isOfCase = place is null or { IsCaseOnly: true } || (AsksWhetherKnown && !mayBeKnown);
        var paper = corrects?.Paper ?? (isOfCase ? Paper.Whole : view.File.First<Concern.Reported>(_ => true)?.Entry.Paper ?? Paper.Whole);
        return Readers.Of(view, paper, desk.Accounts, desk.Clock.GetUtcNow());
    }
}
