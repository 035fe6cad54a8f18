using System.Security.Cryptography;
using System.Text.Json;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Lapwing.Web.Cases;
using Lapwing.Web.Check;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Concern = Lapwing.Casework.Procedures.Concern;
using Told = Lapwing.Casework.Procedures.Told;

namespace Lapwing.Web.Pages.Reports;

/// <summary>Makes a case of what was told in a check: the report of whoever is signed in. The same check sent twice is one case.</summary>
public sealed class IndexModel(Desk desk, Steps steps) : PageModel
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect("/work");

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        if (!Signing.MayReport(viewer)) return NotFound();
        if (steps.Open(Request.Form) is not { } typed) return Redirect("/check/start-again");
        var told = Web.Check.Told.Of(typed, London.DayOf(desk.Clock.GetUtcNow()));
        if (told.Amiss.Count > 0) return Redirect("/check/start-again");
        bool? lead = Request.Form["lead-may-see"].ToString() switch { "yes" => true, "no" => false, _ => null };
        var number = Numbered(PageState.NumberOf(typed), viewer, told.SoFar, lead);
        var id = new CaseId(number);
        var paper = new Paper(PaperKind.Report, Derived(number, 1));
        var now = desk.Clock.GetUtcNow();
        var act = new Act(Derived(number, 2), viewer.Author, now, London.DayOf(now), TimeOnly.FromDateTime(London.TimeOf(now)));
        var children = told.SoFar.Concern.Children.Select((child, i) => (Id: Derived(number, 16 + i), child.Roles, child.Age)).ToList();
        var people = children.Select(child => new Said(new People.Added(child.Id, true, null, child.Age, [.. Names(child.Roles).Select(PartWords.Of)]), paper, Subjects.Of(child.Id)));
        var report = new Said(new Concern.Reported(Facts(told.SoFar, [.. children.Select(child => new ChildTold(child.Id, [.. Names(child.Roles)], child.Age))]), lead), paper, Subjects.TheCase);
        var decided = Catalogue.Decide(CaseFile.Of(id, Sight.Of(paper)), act, [.. people, report]);
        if (decided is not Allowed allowed) return Redirect("/check/start-again");
        await desk.Cases.Append(allowed, HttpContext.RequestAborted);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";      // what was answered is not shown again on a shared computer
        return Redirect($"/work/{id}/decision");
    }

    private static Told Facts(SoFar soFar, IReadOnlyList<ChildTold> children)
    {
        var concern = soFar.Concern;
        var answered = Questions.All.Where(question => (soFar.Asked & question.Mask) != 0).ToList();
        IReadOnlyList<string> With(Answer answer) => [.. answered.Where(question => concern.Facts[question] == answer).Select(question => question.Name)];
        return new(concern.AwareAt, [.. Forms.All.Where(form => concern.Facts[form] == Answer.Yes).Select(form => form.Name)], With(Answer.Yes), With(Answer.No), With(Answer.NotKnown), children, concern.ArrestedAt);
    }

    private static IEnumerable<string> Names(Roles roles) => ChildWords.Parts.Where(part => roles.HasFlag(part.Role)).Select(part => part.Name);

    // The same check with other answers, or of somebody else at the same computer, is another report: nothing that was told is lost.
    private static Guid Numbered(Guid check, Viewer viewer, SoFar told, bool? lead)
    {
        var children = told.Concern.Children.Select((child, i) => new ChildTold(Derived(check, i), [.. Names(child.Roles)], child.Age));
        return new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { check, viewer.Account, told = Facts(told, [.. children]), lead })).AsSpan(0, 16));
    }

    // Numbers that follow from the check's own random number, so that the same check sent twice is the same case and the same act.
    private static Guid Derived(Guid number, int which)
    {
        Span<byte> text = stackalloc byte[20];
        number.TryWriteBytes(text);
        BitConverter.TryWriteBytes(text[16..], which);
        return new(SHA256.HashData(text).AsSpan(0, 16));
    }
}
