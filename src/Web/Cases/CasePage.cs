using System.Globalization;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Storage;
using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>What a page of a case is given.</summary>
public sealed record Desk(CaseStore Cases, Accounts Accounts, RuleBook Rules, TimeProvider Clock, DraftKeeper Keeping);

/// <summary>A page of a case. It is opened for whoever is signed in, and their look is on record before anything is shown.</summary>
public abstract class CasePage(Desk desk) : PageModel
{
    private Dictionary<string, int>? timesSaid;

    /// <summary>What it is given.</summary>
    protected Desk Desk => desk;

    /// <summary>Whoever is signed in, with every place in which they stand: as which a case is opened.</summary>
    public Viewer SignedIn => field ??= desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");

    /// <summary>The same; once the case is open, in the place in which they are in it: their own, or that of whom they cover.</summary>
    public Viewer Viewer { get => field ??= SignedIn; private set; }

    /// <summary>The case as they see it.</summary>
    public Opened Case { get; private set; } = null!;

    /// <summary>The London day.</summary>
    public DateOnly Today => London.DayOf(desk.Clock.GetUtcNow());

    /// <summary>What is known of it: the same for all that this page asks.</summary>
    public CaseView View { get; private set; } = null!;

    /// <summary>Every duty of what they see of the case.</summary>
    public IReadOnlyList<Duty> Duties => View.Duties;

    /// <summary>The child's own words as they were written last in a part of the case; none where nobody wrote any.</summary>
    public string? OwnWords(Paper paper) => Case.File.All<Casework.Procedures.Concern.StoryWritten>().Where(story => story.Entry.Paper == paper)
        .Select(story => story.Content.OwnWords).LastOrDefault(words => words is not null);

    /// <summary>Whether another duty that is to be done says the same: then it is told whom each is for.</summary>
    public bool IsSaidTwice(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        timesSaid ??= Duties.Where(other => !other.IsSettled).CountBy(other => other.What, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return timesSaid.GetValueOrDefault(duty.What) > 1;
    }

    /// <summary>By the day that they are due; of one day whom to call first, so that asking for advice never stands above it.</summary>
    public static IEnumerable<Duty> InOrder(IEnumerable<Duty> duties)
    {
        var all = duties.ToList();
        var calls = all.Where(duty => duty.Kind.IsCall && !duty.IsSettled).Select(duty => (duty.Kind, duty.Due)).ToList();
        return all.OrderBy(duty => CaseWords.Place(duty.Kind, duty.Due, calls));
    }

    /// <summary>
    /// What has no day, in three groups: an answer that has to be on record, care that goes on, and what others do. A group with nothing in it is left out.
    /// </summary>
    public IEnumerable<(Undated What, IReadOnlyList<Duty> Duties)> WithoutDay(IEnumerable<Duty> duties) =>
        InOrder(duties.Where(duty => !duty.IsSettled && duty.Due is null && Sees(duty)))
            .GroupBy(duty => IsMine(duty) ? duty.Kind.Undated ?? Undated.Answer : Undated.Others)
            .OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<Duty>)[.. group]));

    /// <summary>The address of the form by which a duty is recorded, beginning with that duty; none where there is no form.</summary>
    public string? ToRecord(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty.Kind.Form is not { } form ? null : $"/work/{Case.File.Id}/form/{form}"
            + (form == Casework.Procedures.Concern.StepForm ? $"?n={Casework.Procedures.Concern.PlaceOfStep(View, duty.Kind)}" : "");
    }

    /// <summary>How a duty stands; since when a service has it, for whoever does not see what it does there.</summary>
    public string StateOf(Duty duty) => CaseLead.WithSince(View, duty, Viewer.Agency) is { } since
        ? $"With {CaseWords.Agency(duty.By.Agency)} since {DecisionWords.Day(since)}" : CaseWords.State(duty, Today);

    /// <summary>Whether somebody sees how a duty stands.</summary>
    public bool Sees(Duty duty) => CaseLead.WithSince(View, duty, Viewer.Agency) is null;

    /// <summary>The rules that hold in it.</summary>
    public IReadOnlyList<StandingRule> Rules => View.Standing;

    /// <summary>Whether it was referred to their team and nobody of them leads or works on it yet: what else they know waits.</summary>
    public bool IsOnlyReceived => Catalogue.IsOnlyReceived(Case.File, Viewer.Author);

    /// <summary>Whether nobody is to be warned.</summary>
    public bool IsWithheld => Rules.Any(rule => rule.Kind == DutyKind.WithholdInformation);

    /// <summary>Whether names are hidden from whoever else can see the screen.</summary>
    public bool AreNamesHidden => NamesHidden.IsOn(HttpContext);

    /// <summary>What stands on the page, with initials in place of names where they are hidden.</summary>
    public IHtmlContent Shown(IHtmlContent page) => AreNamesHidden ? new NamesHidden(page, Names) : page;

    /// <summary>The names of the case, to be hidden.</summary>
    protected HiddenNames Names => field ??= HiddenNames.Of(Case.File);

    /// <summary>Somebody's name and job.</summary>
    public string NameOf(Guid account) => desk.Accounts.NameOf(account);

    /// <summary>Who recorded something: somebody's name and job, and for whom they did it.</summary>
    public string NameOf(Author by) => desk.Accounts.NameOf(by);

    /// <summary>Why they see it, after "because".</summary>
    public string Why => CaseWords.Why(Case.Access, desk.Accounts.Now);

    /// <summary>An entry in a line; what somebody says that police or social care agreed, and nobody of them has confirmed, as said by them.</summary>
    public string LineOf(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return EntryWords.Line(Telling.File, entry, desk.Accounts.Now);
    }

    /// <summary>Somebody of the case, by the name that it had then, or what stands for it.</summary>
    public string Called(Guid person) => People.NameOf(Telling.File, person);

    /// <summary>In whose words entries are told: with the names that the case had then.</summary>
    protected virtual CaseView Telling => View;

    /// <summary>Where an entry stands in the timeline, on whatever page of it.</summary>
    public string PlaceOf(EntryId entry) => $"/work/{Case.File.Id}/history?entry={entry}#entry-{entry}";

    /// <summary>
    /// What an entry says, in the questions and answers of its form; nothing where it has none. What is for the whole alone is told to nobody else.
    /// </summary>
    /// <param name="content">What was recorded.</param>
    /// <param name="isInLine">Whether what stands in its line is told too.</param>
    public IEnumerable<(string Question, string Answer)> Answers(Content content, bool isInLine)
    {
        var said = content is Corrected { Instead: { } instead } ? instead : content;
        if (said is Superseded.Older older) said = older.AsNow();
        return Catalogue.FormOf(said) is not { } form ? [] : form.Tell(new(Telling, Viewer.Author, desk.Accounts.Now, default), said).Asked
            .Where(asked => asked.Answers.Count > 0 && (!asked.IsOfTheWhole || Case.File.Scope.IsWhole) && (isInLine || !form.InLine.Contains(asked.Key)))
            .Select(asked => (asked.Words.EndsWith('?') ? asked.Words : $"{asked.Words}:", string.Join("; ", asked.Answers)));
    }

    /// <summary>The address of the form by which a kind of thing is recorded.</summary>
    public string FormOf<TContent>() where TContent : Content => $"/work/{Case.File.Id}/form/{Catalogue.FormOf<TContent>().Number}";

    /// <summary>Whether whoever is signed in is of the service that a duty asks to be called: they can say that it knows already.</summary>
    public bool KnowsAlready(DutyKind duty) => Case.Access.By != Relation.Asked && Casework.Procedures.Referral.Called(duty) is { } to
        && DecisionWords.Each(to).Any(each => Casework.Procedures.Referral.AgencyOf(each.Name) == Viewer.Agency);

    /// <summary>When, as a clock on a London wall showed it.</summary>
    public string At(DateTimeOffset at) => London.TimeOf(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The team that a duty is for, or its kind of organisation.</summary>
    public string For(Responsible by) => by.Account is { } account ? NameOf(account)
        : by.Team is { } team && desk.Accounts.Now.All.FirstOrDefault(p => p.Author.Team == team) is { } one ? one.Team : CaseWords.Agency(by.Agency);

    /// <summary>The same of a duty; of a signature, that whoever asked does not give it, and what to do where nobody there may.</summary>
    public string For(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if (duty.Kind != Casework.Procedures.Concern.Sign || duty.IsSettled) return For(duty.By);
        if (LessWords.Signers(View, desk.Accounts.Now, duty).Any()) return $"{For(duty.By)}: a manager or safeguarding lead who did not ask for it";
        var who = Case.File.At(duty.Causes[0])?.Content is Casework.Procedures.Concern.LessAsked
            ? "Ask again, and select who outside the setting signs" : "A manager of police or social care who has the case signs";
        return $"{For(duty.By)}, where nobody may sign it. {who}; until then everything stays due";
    }

    /// <summary>Whether a duty is for whoever is signed in, or for their team; a signature, of whoever may give it.</summary>
    public bool IsMine(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return WorkRows.IsMine(duty.By, Viewer)
            && (duty.Kind != Casework.Procedures.Concern.Sign || LessWords.ToSign(View, Viewer.Author, null).Contains(duty.Causes[0]));
    }

    /// <summary>What an act did to the duties, in words: what it met, what it opened, for whom.</summary>
    public IEnumerable<(string Turn, IReadOnlyList<string> Duties)> Changes(Guid act) =>
        DutyChanges.Of(View, act).GroupBy(change => change.Turn)
            .Select(turn => (CaseWords.Turn(turn.Key),
                (IReadOnlyList<string>)[.. turn.Select(change => CaseWords.Changed(turn.Key, change.Duty, For(change.Duty)))]));

    /// <summary>Opens it; false where there is no such case, or none for them.</summary>
    protected async Task<bool> Open(Guid id, string purpose)
    {
        if (await desk.Cases.Open(SignedIn, new(id), purpose, HttpContext.RequestAborted) is not { } opened) return false;
        (Case, View, Viewer) = (opened, new(opened.File, desk.Rules), opened.Access.As);
        Response.Headers.CacheControl = "no-store";
        return true;
    }
}
