using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>
/// A form of a case, by its number: opened, decided by the catalogue, appended, and back to the case. What was typed stays on the page whatever stands against
/// it; a form that was overtaken shows what was added meanwhile; the same form sent twice is recorded once. Opened to put an entry right, it begins with what
/// stands there, and asks why: it happened when it happened.
/// </summary>
public sealed class FormModel(Desk desk) : CasePage(desk), IAsking
{
    private ILookup<string, string>? typed;
    private FormErrors errors = null!;

    /// <summary>The form.</summary>
    public CaseForm Form { get; private set; } = null!;

    /// <summary>Its questions, as they stand.</summary>
    public Filled Filled { get; private set; } = null!;

    /// <summary>The number of the act, made with the form.</summary>
    public Guid Act { get; private set; }

    /// <summary>The entry that is put right; null where something new is recorded.</summary>
    public Entry? Corrects { get; private set; }

    /// <summary>What counts of it before it is put right.</summary>
    public Content? Stands { get; private set; }

    /// <summary>What stands against it.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The same, each with the id of its field, for the summary above the form.</summary>
    public IReadOnlyList<FieldError> Summary => [.. Errors.Select(error => error with { Field = errors.IdOf(error.Field) })];

    /// <summary>What was added since the form was shown.</summary>
    public IReadOnlyList<Entry> Meanwhile { get; private set; } = [];

    /// <summary>Whether it was shown at a version that the case has no more, or that nobody can read.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>What was recorded with this form already, in other words.</summary>
    public Entry? Before { get; private set; }

    /// <summary>What was typed in it before and not recorded, and when that was kept; none where nothing was.</summary>
    public (Guid Draft, DateTimeOffset At)? Resumed { get; private set; }

    /// <summary>What it holds as it is opened, in short; none where somebody typed in it.</summary>
    public string? Began => typed is not null ? null : SentWords.InShort(FormFields.Untouched(Filled.Asked));

    /// <summary>With which kept words it was opened, in short; none where none were.</summary>
    public string? From { get; private set; }

    /// <summary>A copy of this form that was sent without a session; none where there is none.</summary>
    public LateCopy? Late => Desk.Keeping.Late(Viewer, Address);

    /// <summary>The mark that says whose it is.</summary>
    public string Mark => Desk.Keeping.Marks.Mark(Viewer, Address);

    /// <summary>In which part of the case it writes, and who reads that.</summary>
    internal FormPlace Place => new(View, Viewer.Author, Form, Filled, Corrects, Desk);

    /// <summary>What stands in a field that every form has.</summary>
    public string? this[string field] => typed is not null ? typed.Contains(field) ? string.Join(',', typed[field]) : null : InHappened(field);

    private bool IsInError => Corrects is not null && this["made-in-error"] == "yes";

    // A slash at its end leads to the same page.
    private string Address => $"/work/{Case.File.Id}/form/{Form.Number}{Request.QueryString}";

    /// <summary>Why what is put right was not made in error altogether: others rely on it; nothing where it can be said.</summary>
    public string? NotInError => Corrects is null ? null : Catalogue.Decide(View, new(Act, Viewer.Author, Desk.Clock.GetUtcNow(), Today),
        new NewEntry(new Corrected(Corrects.Id, null, "x"), Corrects.Paper)) is Refused refused ? refused.Refusals[0].Words : null;

    /// <summary>What is amiss with a field.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field).Message;

    /// <inheritdoc/>
    public string AddressOf(int form) => $"/work/{Case.File.Id}/form/{form}";

    /// <inheritdoc/>
    public IEnumerable<Asked> Under(Asked asked, Offered answer) => Filled.Asked.Where(one => one.Under == (asked.Key, answer.Value));

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        if (!await OpenForm(id, number) || Place.IsHidden) return NotFound();
        if (Corrects is not null && AreNamesHidden) return NotFound();      // fields show names as they are
        Act = NewId.Id();
        await Resume();
        Fill();
        if (typed is null && Corrects is null && Form.BeginsByNumber && int.TryParse(Request.Query["n"], out var place))
            Filled.Asked.FirstOrDefault(asked => asked.As == AskedAs.OneOf)?.BeginWith(place);
        return Page();
    }

    /// <summary>What was sent.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, int number)
    {
        Desk.Keeping.Turns.Take(Viewer.Account, Request.Form);
        for (var round = 0; ; round++)
        {
            if (!await OpenForm(id, number)) return NotFound();
            From = Desk.Keeping.GoesOnFrom(Viewer, Address, Request.Form);
            var posted = new PostedWords(Request.Form, FormFields.Has);
            typed = posted.Fields.ToLookup(one => one.Field, one => one.Text, StringComparer.Ordinal);
            Act = Guid.TryParseExact(Request.Form["act"], "N", out var act) ? act : NewId.Id();
            Fill();
            switch (Judged(posted))
            {
                case FormPost.SentBefore: return await Recorded();
                case var _ when Place.IsHidden: return NotFound();
                case FormPost.OtherWords(var before):
                    (Act, Before) = (NewId.Id(), before);
                    Meanwhile = Added();
                    return Page();
                case var post and (FormPost.Overtaken or FormPost.Searched):
                    (Meanwhile, IsOvertaken) = (Added(), post is FormPost.Overtaken);
                    return Page();
                case FormPost.Amiss(var amiss):
                    Errors = amiss;
                    return Page();
                case FormPost.Ready(var allowed):
                    var appended = await Desk.Cases.Append(allowed, HttpContext.RequestAborted);
                    if (appended == Appended.NotAllowed) return NotFound();
                    if (appended == Appended.Done || round > 0) return await Recorded();
                    continue;      // recorded, or overtaken, in this very moment from another window: judged again, once
            }
        }
    }

    private FormPost Judged(PostedWords posted)
    {
        if (RecordedAs() is { } before)
            return SaysTheSame(before) ? new FormPost.SentBefore() : new FormPost.OtherWords(before);
        if (AnswerSearch.IsAsked(Request, Filled.Asked)) return new FormPost.Searched();
        if (!int.TryParse(Request.Form["seen"], out var seen) || seen != Case.File.Version) return new FormPost.Overtaken();
        if (Filled.Closed is { } closed) return new FormPost.Amiss([new("", closed.Words)]);
        var (happened, at, wrong) = When();
        List<FieldError> amiss = [.. wrong.Concat(IsInError ? [] : Filled.Wrong).Select(errors.Placed), .. posted.Errors, .. posted.TooLong];
        var said = ToRecord(Filled);
        var decided = said.Count == 0 ? null
            : Catalogue.Decide(View, new(Act, Viewer.Author, Desk.Clock.GetUtcNow(), happened, at), [.. said.Select(Placed)]);
        if (amiss.Count == 0 && decided is Allowed allowed) return new FormPost.Ready(allowed);
        return new FormPost.Amiss(errors.All(amiss, decided is Refused refused ? refused.Refusals : []));
    }

    private async Task<bool> OpenForm(Guid id, int number)
    {
        if (Catalogue.FormCalled(number) is not { } form || !await Open(id, form.Purpose)) return false;
        Form = form;
        return FindCorrected();
    }

    // An entry that is not there, one that they do not see, and one of another form are the same: not found.
    private bool FindCorrected()
    {
        if (Request.Query["corrects"].ToString() is not { Length: > 0 } asked) return true;
        if (Case.File.At(EntryId.Parse(asked)) is not { } entry || !Form.IsToCorrect) return false;
        var stands = Case.File.Counting(entry.Id) ?? entry.Content;
        if (Catalogue.FormOf(stands) != Form) return false;
        (Corrects, Stands) = (entry, stands);
        return true;
    }

    private void Fill()
    {
        var writing = new Writing(View, Viewer.Author, Desk.Accounts.Now, Act);
        Filled = typed is null ? Form.Open(writing, Stands) : Form.Read(writing, typed, Stands);
        errors = new(Filled, Corrects is not null);
    }

    private NewEntry Placed(Content content) => Corrects is not null ? new(content, Corrects.Paper)
        : Catalogue.Placed(Case.File, content, Place.AsksWhetherKnown && this["may-be-known"] == "yes");

    private IReadOnlyList<Content> ToRecord(Filled filled) => Corrects is null ? filled.Contents : IsInError || filled.Contents.Count > 0
        ? [new Corrected(Corrects.Id, IsInError ? null : filled.Contents[0], this[Catalogue.WhyCorrected]?.Trim() ?? "")] : [];

    private Entry? RecordedAs() => Case.File.Entries.FirstOrDefault(entry => entry.Act.Id == Act);

    private (DateOnly Day, TimeOnly? At, IReadOnlyList<Refusal> Wrong) When()
    {
        if (Corrects is null) return FormDates.Happened(field => this[field], Desk.Clock.GetUtcNow());
        var now = London.TimeOf(Desk.Clock.GetUtcNow());
        return (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now), []);
    }

    private string? InHappened(string field)
    {
        var today = Today;
        return field switch { "happened-day" => $"{today.Day}", "happened-month" => $"{today.Month}", "happened-year" => $"{today.Year}", _ => null };
    }

    // What was typed and not recorded, unless these words were recorded all the same.
    private async Task Resume()
    {
        if (Desk.Keeping.Find(Viewer, Address) is not var (draft, fields, at)) return;
        typed = fields;
        if (Guid.TryParseExact(fields["act"].FirstOrDefault(), "N", out var act)) Act = act;
        Fill();
        if (RecordedAs() is { } before)
        {
            if (SaysTheSame(before))
            {
                await Desk.Keeping.Forget(Viewer, Address, Act);
                (typed, Act) = (null, NewId.Id());
                return;
            }

            (Act, Before) = (NewId.Id(), before);
        }

        (Resumed, Meanwhile) = ((draft, at), Added());
        From = SentWords.InShort(fields);
    }

    // With other words (it was gone back to, or open twice) what is typed now is a form of its own.
    private bool SaysTheSame(Entry before)
    {
        var (happened, at, wrong) = When();
        var then = View.Of(Case.File.Before(before.Id));      // what was offered then is offered no more where it is done
        var filled = Form.Read(new(then, Viewer.Author, Desk.Accounts.Now, Act), typed!, Corrects is null ? null : then.File.Counting(Corrects.Id));
        var said = ToRecord(filled);
        if (wrong.Count > 0 || said.Count == 0 || (!IsInError && filled.Wrong.Count > 0)) return false;
        var recorded = Case.File.Entries.Where(entry => entry.Act.Id == before.Act.Id).Select(entry => entry.Content).ToList();
        return said.Count <= recorded.Count && said.Index().All(one => CaseStore.AreSame(recorded[one.Index], one.Item))
            && recorded.Skip(said.Count).All(content => content.GetType() != said[0].GetType())      // what it states besides follows behind
            && (Corrects is not null || (before.Act.HappenedOn, before.Act.HappenedAt) == (happened, at));
    }

    private IReadOnlyList<Entry> Added() => int.TryParse(this["seen"], out var seen)
        ? [.. Case.File.Since(Math.Max(0, seen)).Where(entry => entry.Act.Id != Before?.Act.Id)] : [];

    private async Task<IActionResult> Recorded()
    {
        await Desk.Keeping.Forget(Viewer, Address, Act, Request.Form);
        if (!Desk.Cases.IsIn(SignedIn, Case.File.Id)) return Redirect("/work?recorded=1");      // they ended their own place with it
        return Redirect($"/work/{Case.File.Id}{(Place.IsUnseen ? "?n=1" : "")}");
    }
}
