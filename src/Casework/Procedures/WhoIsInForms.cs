using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.WhoIsIn;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms by which somebody is added to a case, and leaves it.</summary>
internal static class WhoIsInForms
{
    /// <summary>Somebody is added.</summary>
    public static readonly CaseForm Added = CaseForm.Of<MemberAdded>(23, "Add somebody to the case", "add somebody", f =>
    {
        var whom = f.Among(m => m.Whom, "Who?", "Select who is added", Offered(f.Staff, f.View),
            "They have the whole case from now on. Whoever is not offered cannot be added.", words: id => NameOf(f.Staff, id));
        var because = f.OneOf(m => m.Because, "Why?", "Select why they are added",
            [.. Enum.GetValues<AddedBecause>().Select(one => (one, DecisionWords.Capital(BecauseWords(one)), (string?)null))]);
        var person = PostOf(f.Staff, whom, because) ?? f.By;
        return new(whom, f.Follows(m => m.Team, () => person.Team), f.Follows(m => m.Agency, () => person.Agency), because,
            f.LineOrNone(m => m.Words, "Why, in words", hint: "Needed where it is another reason."),
            f.Day(m => m.Until, "Until when? Leave it empty if there is no end", null),
            f.LineOrNone(m => m.AgreedWith, "Who of police or social care agreed?",
                hint: "Needed while nobody is to be warned, for an organisation that is not in the case yet.", cites: ["S2.2.9"]));
    })
    with
    { IsToCorrect = false, IsOffered = (view, by) => CaseLead.MayName(view.File, by), InLine = ["because"] };

    /// <summary>Somebody leaves.</summary>
    public static readonly CaseForm Removed = CaseForm.Of<MemberRemoved>(24, "Somebody is in the case no more", "say who is in it no more", f =>
        new(f.Entry(m => m.Of, "Who?", "Select who leaves", WhoIsIn.Added(f.File)
                .Where(added => added.Content.Whom == f.By.Account || CaseLead.MayName(f.File, f.By))
                .Select(added => (added.Id, NameOf(f.Staff, added.Content.Whom))), "Nobody was added whose place is yours to end."),
            f.Line(m => m.Why, "Why?", "Say why")))
    with
    {
        IsToCorrect = false,
        InLine = ["why"],
        IsOffered = (view, by) => WhoIsIn.Added(view.File).Any(added => added.Content.Whom == by.Account || CaseLead.MayName(view.File, by)),
    };

    // Of several posts that in which somebody is needed here: a chair is added as such.
    private static Author? PostOf(Staff staff, Guid whom, AddedBecause? because) => staff.PostsOf(whom).Select(person => person.Author)
        .Where(post => post.Role.SeesCases()).OrderByDescending(post => because == AddedBecause.Reviews && post.Role == Role.ConferenceChair).FirstOrDefault()
        ?? staff.All.FirstOrDefault(one => one.Author.Team == whom)?.Author;

    private static string NameOf(Staff staff, Guid id) => staff.Find(id) is not null ? staff.NameOf(id) : $"Everybody of {staff.TeamName(id)}";

    // Each person, and then each team; nobody who is left out, and nobody of the partnership's own office.
    private static IEnumerable<(Guid, string)> Offered(Staff staff, CaseView view)
    {
        var all = staff.All.Where(person => person.Author.Role.SeesCases() && !view.Circle.LeavesOut(Staff.ViewerOf(person))).ToList();
        return all.GroupBy(person => person.Author.Account)
            .Select(posts => (posts.Key, $"{staff.NameOf(posts.Key)}, {string.Join(", ", posts.Select(post => Directed.Isolated(post.Team)))}"))
            .Concat(all.Select(person => person.Author.Team).Distinct().Select(team => (team, NameOf(staff, team))));
    }
}
