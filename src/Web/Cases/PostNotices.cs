using Lapwing.Casework.Access;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Cases;

/// <summary>What somebody is told at the head of their work of posts and cover. It says nothing of any case.</summary>
/// <param name="register">Who there is.</param>
/// <param name="viewer">Who reads.</param>
/// <param name="now">The moment.</param>
public sealed class PostNotices(StaffRegister register, Viewer viewer, DateTimeOffset now)
{
    private const int MostLately = 4, Days = 7;

    /// <summary>Whether they answer for their team.</summary>
    public bool AnswersForTeam => viewer.Author.MaySign;

    /// <summary>Who covers for them, and in whose place they stand now.</summary>
    public IReadOnlyList<string> Cover => field ??= [.. OwnCover(), .. viewer.Others.GroupBy(place => (place.Through, place.Team))
        .Select(all => Words(all.Key.Through, all.Key.Team, [.. all]))];

    /// <summary>
    /// What others said in the last days of whoever reads, all of it; then the last of what they said of the team that whoever reads answers for.
    /// </summary>
    public IReadOnlyList<string> Lately => field ??= [.. AboutThem.Concat(OfTeam.Take(MostLately)).Select(change => change.Change.Line(register))];

    /// <summary>How much more was said of their team.</summary>
    public int MoreLately => Math.Max(0, OfTeam.Count - MostLately);

    private IReadOnlyList<RecordedChange> AboutThem => field ??= [.. ByOthers(register.ChangesAbout(viewer.Account))];

    private IReadOnlyList<RecordedChange> OfTeam => field ??= !AnswersForTeam ? [] : [.. ByOthers(register.ChangesOf(viewer.Team)).Except(AboutThem)];

    private IEnumerable<RecordedChange> ByOthers(IEnumerable<RecordedChange> said) => said.Reverse().TakeWhile(change => change.At > now.AddDays(-Days))
        .Where(change => change.By.Account != viewer.Account);

    private IEnumerable<string> OwnCover()
    {
        if (register.Held(viewer.Account, viewer.Team, now) is not { } post) yield break;
        if (register.AbsencesFrom(post.Id).LastOrDefault(away => away.IsNow(now)) is { } away)
            yield return $"You are away until {DecisionWords.Day(away.Until)}: "
                + (away.CoveredBy is { } by ? $"{register.NameOf(by)} covers" : "those who answer for your team cover");
    }

    private string Words(Relation? through, Guid team, IReadOnlyList<Viewer> places)
    {
        var names = string.Join(", ", places.Where(place => place.For is not null).Select(place => register.NameOf(place.Holder)).Distinct());
        return through switch
        {
            Relation.Covering => $"You cover for {names}{(places[0].ThroughUntil is { } last ? $", until {DecisionWords.Day(last)}" : "")}",
            Relation.OutOfHours => $"Until it opens, your team covers {register.TeamName(team)}",
            Relation.ForTheTeam => $"What {names} had is with you: they have left, or are away and nobody is named",
            _ => $"Of {register.TeamName(team)} nobody is there: your team stands in",
        };
    }
}
