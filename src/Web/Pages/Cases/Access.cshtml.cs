using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>Who is in a case, why, since and until when; and who must not see it: for those who have the whole.</summary>
public sealed class AccessModel(Desk desk) : CasePage(desk)
{
    private static readonly CaseForm[] offered = [Catalogue.FormOf<WhoIsIn.MemberAdded>(), Catalogue.FormOf<WhoIsIn.MemberRemoved>(),
        Catalogue.FormOf<LeavingOut.AccountLeftOut>(), Catalogue.FormOf<LeavingOut.NobodyLeftOut>(), Catalogue.FormOf<LeavingOut.LeavingOutLifted>(),
        Catalogue.FormOf<BreakGlass.GlassLookedAt>()];

    /// <summary>Every place in it that holds now, whoever has most of it first.</summary>
    public IReadOnlyList<(string Who, Membership Member)> In { get; private set; } = [];

    /// <summary>Who stands in somebody's place in it now, for whom, and until which day; but those who are left out.</summary>
    public IReadOnlyList<(string Who, string What, DateOnly? Until)> StandingIn { get; private set; } = [];

    /// <summary>The forms by which whoever reads this adds, ends and leaves out.</summary>
    public IReadOnlyList<(string Address, string Words)> Forms => [.. offered.Where(form => Catalogue.IsOffered(form, View, Viewer.Author))
        .Select(form => ($"/work/{Case.File.Id}/form/{form.Number}", form.Heading))];

    /// <summary>Who is left out by their account: who, because of whom, since which day.</summary>
    public IReadOnlyList<(string Who, string Because, DateOnly Since)> LeftOut => [.. LeavingOut.Accounts(Case.File)
        .Select(one => (NameOf(one.Content.Account), Called(one.Content.Person), one.HappenedOn))];

    /// <summary>The names because of which those are left out whose name sounds alike.</summary>
    public IReadOnlyList<string> Undecided => [.. LeavingOut.Names(Case.File)];

    /// <summary>The page; whoever has a part alone is not told who has the whole.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Open(id, "who is in") || !Case.File.Scope.IsWhole) return NotFound();
        var now = Desk.Clock.GetUtcNow();
        In = [.. Readers.Now(View, Desk.Accounts.Now, now)
            .OrderByDescending(member => member.Relation).ThenBy(member => member.From).Select(member => (Readers.Named(member, Desk.Accounts.Now), member))
            .DistinctBy(one => (one.Item1, one.member.Relation, one.member.Paper, one.member.Until))];
        var standing = Desk.Accounts.Standing;
        StandingIn = [.. In.SelectMany(one => standing.StandIns(one.Member, now)
            .Where(other => !Readers.IsLeftOut(View, Desk.Accounts.Now, other.Account))
            .Select(other => (other.Account is { } who ? NameOf(who) : Desk.Accounts.TeamName(other.Team ?? default),
                other.Through == Relation.OutOfHours ? $"Covers {Desk.Accounts.TeamName(one.Member.Team ?? default)} until it opens" : $"Covers for {one.Who}",
                other.Until))).Distinct()];
        return Page();
    }
}
