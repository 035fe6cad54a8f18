using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;
using Lapwing.Web.Reports;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Pages.Reports;

/// <summary>
/// A page of a report, or of a change of one. Each is saved for its author when they go on, right or wrong, and comes again on any device; the end records it.
/// </summary>
public sealed class ReportModel(Desk desk, DraftStore drafts, DraftKeeper keeping, Steps steps) : StepPage(steps)
{
    private Guid draft;
    private Opened? changed;

    /// <summary>Whoever is signed in.</summary>
    public Viewer Viewer => field ??= desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");

    /// <inheritdoc/>
    public override bool IsKept => true;

    // In a case as they are in it; a new report out of hours for the front door that they cover, which goes on with it.
    private Viewer As => changed?.Access.As ?? desk.Accounts.Reporting(Viewer);

    /// <inheritdoc/>
    public override string? Mark => keeping.Marks.Mark(Viewer, Address(Step.Page));

    /// <inheritdoc/>
    public override LateCopy? Late => keeping.Late(Viewer, Address(Step.Page));

    /// <summary>Whether it changes the facts of a report that was recorded.</summary>
    public override bool IsChange => Step.Typed[Fields.Kept] == Fields.AsChange;

    /// <inheritdoc/>
    public override string Start => IsChange ? $"/work/{Step.Typed[Recording.ChangeIn]}" : "/work";

    /// <summary>Whether somebody else leads the safeguarding of the author's setting, who sees it only if the author says so.</summary>
    public bool HasLead => !IsChange && (Concern.HasLead(As.Author)
        || (IsLead && Signers.OtherLeads(desk.Accounts.Now, As.Author).Count > 0));

    /// <summary>Whether they lead the safeguarding of their setting themselves.</summary>
    public bool IsLead => As.Role == Role.SafeguardingLead;

    /// <summary>Whether it is asked who told them: of whoever takes calls for a service that receives referrals.</summary>
    public bool AsksOrigin => !IsChange && Origin.IsAskedOf(As.Author);

    /// <summary>Who can see it in place of that lead: the number that the field holds, and who it is.</summary>
    public IEnumerable<(string Value, string Name)> StandIns => Signers.StandIns(desk.Accounts.Now, As.Author).Select(one => ($"{one.Id:N}", one.Name));

    /// <summary>
    /// The teams outside the setting that can be asked to sign a change that drops what is or may be about its own people; none where nothing does.
    /// </summary>
    public IReadOnlyList<(Guid Team, string Name, Agency Agency)> SignedOutside { get; private set; } = [];

    /// <summary>What the change would drop, and who signs that.</summary>
    public IReadOnlyList<Remark> Drops { get; private set; } = [];

    /// <summary>What the change would make different.</summary>
    public DecisionDifference? Difference { get; private set; }

    /// <summary>The facts as they were recorded by somebody else since this change was begun.</summary>
    public Entry? Meanwhile { get; private set; }

    /// <summary>That nobody is to be warned, in the case whose facts change.</summary>
    public StandingRule? Withheld => changed is { } opened
        ? View(opened.File).Standing.FirstOrDefault(rule => rule.Kind == DutyKind.WithholdInformation) : null;

    private CaseView View(CaseFile file) => new(file, desk.Rules);

    /// <summary>The page, with initials in place of the names of its case where they are hidden.</summary>
    public IHtmlContent Shown(IHtmlContent page) => changed is { } opened && NamesHidden.IsOn(HttpContext)
        ? new NamesHidden(page, HiddenNames.Of(opened.File)) : page;

    /// <summary>Who recorded something.</summary>
    internal string By(Entry entry) => desk.Accounts.NameOf(entry.Act.By);

    /// <summary>An entry of the case, in a line.</summary>
    internal string Line(Entry entry) => entry.Content.Line(changed!.File);

    /// <inheritdoc/>
    public override string Address(int page) => $"{DraftKeeper.Reports}{draft:N}/{page}";

    /// <inheritdoc/>
    public override string? NameOf(int child) => changed is { } opened && Recording.PersonIn(Step.Typed, child) is { } person
        ? People.NameOf(opened.File, person) : null;

    /// <summary>The page as it was left.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        draft = id;
        Response.Headers.CacheControl = "no-store";
        if (!Signing.MayReport(Viewer) || number == Intake.Decision) return NotFound();
        var step = await drafts.Change(Viewer.Account, id, text =>
        {
            var typed = Typed.Read(Kept.Read(text).Fields);
            if (number == 1) Fields.ShowDays(typed, Today);
            return (new Kept(Address(number), typed.Write()).Write(), Steps.At(typed, number));
        });
        return step is null ? await Elsewhere(id) : await Show(step);
    }

    /// <summary>What was sent from it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, int number)
    {
        draft = id;
        Response.Headers.CacheControl = "no-store";
        if (!Signing.MayReport(Viewer)) return NotFound();
        keeping.Turns.Take(Viewer.Account, Request.Form);
        var step = await drafts.Change(Viewer.Account, id, text =>
        {
            var typed = Typed.Read(Kept.Read(text).Fields);
            var taken = Steps.Take(typed, Request.Form);
            if (taken.Page == 1) Fields.ShowDays(typed, Today);
            return (new Kept(Address(PageOf(taken)), typed.Write()).Write(), taken);
        });
        if (step is null)
            return await desk.Cases.Open(Viewer, new(id), "report", HttpContext.RequestAborted) is null ? Redirect("/work") : Redirect($"/work/{id:N}");
        Step = step;
        if (step.Page is Intake.Check or Intake.Decision && Request.Form["go"] == "decide" && AsksOrigin && Origin.Amiss(step) is { Count: > 0 } amiss)
            return await Show(step with { Page = Intake.Check, Errors = amiss });
        if (step.Errors.Count > 0 && step.Page == number) return await Show(step);
        if (Request.Form["go"] == "later") return Redirect("/work");
        return step.Page == Intake.Decision && Request.Form["go"] == "decide" ? await Record(step) : Redirect(Address(PageOf(step)));
    }

    // The decision is no page of a report: it is recorded first.
    private static int PageOf(Step step) => step.Page == Intake.Decision ? Intake.Check : step.Page;

    private async Task<IActionResult> Show(Step step)
    {
        Step = step;
        if (!IsChange) return Page();
        if (await OpenChanged() is not { } opened) return NotFound();
        if (step.Typed[Fields.Forms] is not null)
        {
            Difference = new(desk.Rules.Decide(Versions(opened.File)[^1].Facts.Concern()),
                desk.Rules.Decide(step.Told.SoFar.Concern));
            var (recording, act) = Changing(step);
            var entry = recording.Change(opened.File, ReportIn(opened.File))[0];
            var change = (Concern.FactsChanged)entry.Content;
            Drops = [.. Concern.WouldDrop(View(opened.File), act, change, entry.Paper)];
            if (Concern.IsSignedOutside(View(opened.File), act, change, entry.Paper)) SignedOutside = [.. Signers.Outside(desk.Accounts.Now, As.Team)];
        }

        return Page();
    }

    private (Recording Recording, Act Act) Changing(Step step) =>
        new Recording(draft, step.Told.SoFar, step.Typed) is var recording ? (recording, recording.Act(As, desk.Clock.GetUtcNow())) : default;

    // The team that was chosen, where one has to be.
    private (Guid Team, Agency Agency)? Asked(CaseFile file, Step step)
    {
        var (recording, act) = Changing(step);
        var change = recording.Change(file, ReportIn(file))[0];
        if (!Concern.IsSignedOutside(View(file), act, (Concern.FactsChanged)change.Content, change.Paper)) return null;
        return Signers.Outside(desk.Accounts.Now, As.Team).Where(one => $"{one.Team:N}" == step.Typed[Fields.AskedOf])
            .Select(one => ((Guid, Agency)?)(one.Team, one.Agency)).FirstOrDefault();
    }

    private async Task<IActionResult> Record(Step step)
    {
        if (HasLead && IsLead && ComparedText.IsEmpty(step.Typed[Fields.LeadMaySee]))
            return await Show(step with { Page = Intake.Check, Errors = [new(Fields.LeadMaySee, "Select whether they see it")] });
        var recording = new Recording(draft, step.Told.SoFar, step.Typed);
        var file = CaseFile.Of(new(draft), ReadScope.Of(recording.Paper));
        if (IsChange)
        {
            if (await OpenChanged() is not { } opened) return NotFound();
            file = opened.File;
            if (file.Entries.Any(entry => entry.Act.Id == recording.Act(As, desk.Clock.GetUtcNow()).Id)) return await Recorded(file);
            var newest = Versions(file)[^1];
            if (newest.Entry.Id.ToString() != step.Typed[Recording.ChangeFrom]) return await Overtaken(newest, file);
        }

        var said = IsChange ? recording.Change(file, ReportIn(file), Asked(file, step))
            : recording.Report(desk.Accounts.Now, As.Author, desk.Accounts.ReceivingTeam(As));
        switch (Catalogue.Decide(View(file), recording.Act(As, desk.Clock.GetUtcNow()), said))
        {
            case Refused refused:
                return await Show(step with
                {
                    Page = Intake.Check,
                    Errors = [.. refused.Refusals.Select(refusal => new FieldError(refusal.Field, refusal.Words))]
                });
            case Allowed allowed:
                var appended = await desk.Cases.Append(allowed, HttpContext.RequestAborted);
                if (appended == Appended.Overtaken)
                {
                    changed = null;      // it is opened again, with what was added
                    return await Record(step);
                }

                if (appended == Appended.NotAllowed) return NotFound();
                break;
        }

        return await Recorded(file);
    }

    private async Task<IActionResult> Recorded(CaseFile file)
    {
        await drafts.Remove(Viewer.Account, draft);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";      // what was answered is not shown again on a shared computer
        return Redirect($"/work/{file.Id}/decision");
    }

    // Somebody changed the facts since this change was begun: it is read once more before it says how all of them stand.
    private async Task<IActionResult> Overtaken(FactsVersion newest, CaseFile file)
    {
        Meanwhile = newest.Entry;
        var report = ReportIn(file).Id;
        if (Versions(file).FirstOrDefault(version => version.Entry.Id.ToString() == Step.Typed[Recording.ChangeFrom]) is { } was)
            TakingOver.Of(Step.Typed, Recording.From(file, report, was, Today, IsForSetting), Recording.From(file, report, newest, Today, IsForSetting));
        Step.Typed[Recording.ChangeFrom] = newest.Entry.Id.ToString();
        await drafts.Save(Viewer.Account, draft, new Kept(Address(Intake.Check), Step.Typed.Write()).Write());
        return await Show(Steps.At(Step.Typed, Intake.Check));
    }

    /// <summary>Whether it says what the setting that reported may know: it begins from what that setting knows.</summary>
    public bool IsForSetting => Step.Typed[Recording.ChangeForSetting] == "yes";

    /// <summary>Who reads the change.</summary>
    public string ReadBy => Readers.Of(View(changed!.File), [changed.File.Scope.IsWhole && !IsForSetting ? Paper.Whole : ReportIn(changed.File).Paper],
        desk.Accounts.Now, desk.Clock.GetUtcNow());

    private IReadOnlyList<FactsVersion> Versions(CaseFile file) => Recording.Versions(file, ReportIn(file), IsForSetting);

    private async Task<Opened?> OpenChanged() =>
        changed ??= Guid.TryParseExact(Step.Typed[Recording.ChangeIn], "N", out var id)
            ? await desk.Cases.Open(Viewer, new(id), "facts changed", HttpContext.RequestAborted) : null;

    private Entry ReportIn(CaseFile file) => file.All<Concern.Reported>().First(report => report.Id.ToString() == Step.Typed[Recording.ChangeOf]).Entry;

    // A report that was recorded is a case of the same number. There is nothing else to find here, whoever else has one.
    private async Task<IActionResult> Elsewhere(Guid id) =>
        await desk.Cases.Open(Viewer, new(id), "report", HttpContext.RequestAborted) is null ? NotFound() : Redirect($"/work/{id:N}");
}
