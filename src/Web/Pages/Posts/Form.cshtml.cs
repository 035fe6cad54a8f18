using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Posts;

/// <summary>One thing that is said of who there is: who may say it finds the form, for everybody else there is none.</summary>
public sealed class StaffFormModel(Desk desk) : StaffPage(desk), IAsking
{
    private ILookup<string, string>? typed;

    /// <summary>The form.</summary>
    public StaffForm Asks { get; private set; } = null!;

    /// <summary>Its questions, as they stand.</summary>
    public Filled Filled { get; private set; } = null!;

    /// <summary>The number of the act, made with the form: sent twice it is one.</summary>
    public Guid Act { get; private set; } = NewId.Id();

    /// <summary>What stands against it, all at once.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The page to which one goes back.</summary>
    public string Back { get; private set; } = "/people";

    /// <inheritdoc/>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field).Message;

    /// <inheritdoc/>
    public IEnumerable<Asked> Under(Asked asked, Offered answer) => Filled.Asked.Where(one => one.Under == (asked.Key, answer.Value));

    /// <inheritdoc/>
    public string AddressOf(int form) => Back;

    /// <summary>The questions.</summary>
    public IActionResult OnGet(string what, Guid? id) => Find(what, id) ? Shown() : NotFound();

    /// <summary>The answers.</summary>
    public async Task<IActionResult> OnPostAsync(string what, Guid? id)
    {
        typed = Request.Form.SelectMany(one => one.Value.Select(value => (one.Key, Value: value ?? ""))).ToLookup(one => one.Key, one => one.Value);
        if (Guid.TryParseExact(typed["act"].FirstOrDefault(), "N", out var act)) Act = act;
        if (!Find(what, id)) return NotFound();
        var shown = Shown();
        if (AnswerSearch.IsAsked(Request, Filled.Asked)) return shown;
        List<Refusal> amiss = [.. Filled.Wrong];
        if (Filled.Contents.Count > 0)
        {
            var says = Asks.Says(Filled.Contents[0]);
            if (amiss.Count == 0 && IsSaid(says)) return Redirect($"{Back}?saved=1");
            amiss.AddRange(amiss.Count == 0 ? await Desk.Accounts.Say(Viewer.Author, says) : Against(says));
            if (amiss.Count == 0) return Redirect($"{Back}?saved=1");
        }

        var first = Filled.Asked.FirstOrDefault(asked => asked.As != AskedAs.Note)?.Key ?? "";
        Errors = [.. amiss.DistinctBy(one => one.Field.Length > 0 ? one.Field : one.Words)
            .Select(one => new FieldError(Filled.Asked.Any(asked => asked.Key == one.Field) ? one.Field : first, one.Words)).DistinctBy(one => one.Field)];
        return shown;
    }

    // What is amiss besides, so that all is said at once.
    private IEnumerable<Refusal> Against(IReadOnlyList<StaffChange> says)
    {
        var next = Register;
        foreach (var change in says)
        {
            foreach (var refusal in StaffGuards.Refusals(next, Viewer.Author, Now, change)) yield return refusal;
            next = next.With(new(Viewer.Author, Now, change));
        }
    }

    // Sent twice it is one: its numbers follow from the act's.
    private bool IsSaid(IReadOnlyList<StaffChange> says) => says.Any(change => change switch
    {
        PostGiven given => Register.Post(given.Id) is not null,
        AwayNamed away => Register.Absence(away.Id) is not null,
        TeamAdded team => Register.Team(team.Id) is not null,
        PostEnded ended => Register.Post(ended.Post) is { EndedAt: not null } post && post.TakenBy == ended.TakenBy,
        _ => false,
    });

    private PageResult Shown()
    {
        var writing = new Writing(new(CaseFile.Of(default, ReadScope.None), Desk.Rules), Viewer.Author, Desk.Accounts.Now, Act);
        Filled = typed is null ? Asks.Form.Open(writing) : Asks.Form.Read(writing, typed);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private bool Find(string what, Guid? id)
    {
        var post = id is { } number ? Register.Post(number) : null;
        var team = id is { } one ? Register.Team(one) : null;
        StaffForm? found = what switch
        {
            "away" when post is not null && post.IsHeld(Now) && StaffGuards.MaySayAway(Register, Viewer.Author, post) =>
                StaffForms.Away(Register, post, Now, post.Account == Viewer.Account),
            _ when !IsHolder => null,
            "add" => StaffForms.Somebody(Register, Organisation),
            "team" => StaffForms.NewTeam(Organisation),
            "last-resort" => StaffForms.LastResort(Register, Organisation),
            "hours" when team?.Organisation == Organisation.Id => StaffForms.OutOfHours(Register, team),
            "post" when id is { } account && Register.PostsOf(account).Any(IsOurs) => StaffForms.Another(Register, Organisation, account),
            "end" when post is not null && IsOurs(post) && (!post.IsOver(Now) || (HttpMethods.IsPost(Request.Method) && post.EndedAt is not null)) =>
                StaffForms.End(Register, post, Now, post.IsOfCases ? Desk.Cases.Service.OpenDuties(Viewer, post.Account, post.Team) : 0),
            _ => null,
        };
        if (what == "away" && post?.Account == Viewer.Account) Back = "/away";
        if (found is not null) Asks = found;
        return found is not null;
    }

    private bool IsOurs(Post post) => Register.Team(post.Team)?.Organisation == Organisation.Id;
}
