using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.LeavingOut;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms by which somebody is left out of a case, and let in again.</summary>
internal static class LeavingOutForms
{
    /// <summary>The number of the form by which somebody is left out.</summary>
    public const int LeaveOutForm = 25;

    /// <summary>An account is left out.</summary>
    public static readonly CaseForm LeaveOut = CaseForm.Of<AccountLeftOut>(LeaveOutForm, "Say who must not see this case", "say who must not see it", f =>
    {
        var account = f.Among(m => m.Account, "Whose account?", "Select whose account it is", f.Staff.All.GroupBy(person => person.Author.Account)
                .Select(posts => (posts.Key,
                    $"{Directed.Isolated(posts.First().Name)}, {string.Join(", ", posts.Select(post => Directed.Isolated(post.Team)))}")),
            "From now on they find no trace of it: in no list, number, search or message. Nobody tells them.", words: f.Staff.NameOf);
        // Of several posts the one that counts most against leaving them out: whoever manages the team that leads is left out by another manager.
        var person = f.Staff.PostsOf(account).Select(post => post.Author).OrderByDescending(post => post.MaySign).FirstOrDefault() ?? f.By;
        return new(account, f.Follows(m => m.Agency, () => person.Agency), f.Follows(m => m.Team, () => person.Team), f.Follows(m => m.Role, () => person.Role),
            f.Among(m => m.Person, "Because of whom?", "Select an adult of the case", NearPeople.Adults(f.File)),
            f.OneOf(m => m.Tie, "What are they to them?", "Select what they are to them",
                [.. Enum.GetValues<Tie>().Select(tie => (tie, TieWords(tie), (string?)null))]));
    })
    with
    { IsToCorrect = false, IsOffered = (view, by) => MayDecide(view.File, by) && NearPeople.Adults(view.File).Any() };

    /// <summary>There is no such account.</summary>
    public static readonly CaseForm Nobody = CaseForm.Of<NobodyLeftOut>(26, "Nobody with an account is tied to them", "say that nobody is tied to them", f =>
        new(f.Among(m => m.Person, "To whom?", "Select an adult of the case", NearPeople.Adults(f.File).Where(one => Open(f.File).Contains(one.Person)),
                "Then those whose name sounds alike may see this case again, if they are in it."),
            f.Line(m => m.Why, "How do you know?", "Say how you know")))
    with
    { IsToCorrect = false, IsOffered = (view, by) => MayDecide(view.File, by) && Open(view.File).Count > 0 };

    /// <summary>Somebody is let in again.</summary>
    public static readonly CaseForm Lift = CaseForm.Of<LeavingOutLifted>(27, "Somebody may see this case again", "say who may see it again", f =>
        new(f.Entry(m => m.Of, "Who?", "Select who may see it again", Accounts(f.File).Select(one => (one.Id, f.Staff.NameOf(one.Content.Account))),
                "Nobody is left out of this case."),
            f.Line(m => m.Why, "Why?", "Say why")))
    with
    { IsToCorrect = false, IsOffered = (view, by) => MayDecide(view.File, by) && Accounts(view.File).Any(), InLine = ["why"] };

    /// <summary>What somebody is to somebody, in words.</summary>
    public static string TieWords(Tie tie) => tie switch
    {
        Tie.IsThem => "They are the same person",
        Tie.LivesWith => "They live together",
        Tie.Related => "They are related",
        _ => "They are close in another way",
    };
}
