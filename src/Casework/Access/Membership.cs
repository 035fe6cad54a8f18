using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>Why somebody sees a case. The words are those of the table of who sees what.</summary>
public enum Relation
{
    /// <summary>Of the team that stands in for settings and teams with nobody left: what was theirs.</summary>
    LastResort,

    /// <summary>Of the team that covers another by the clock, outside its hours: what that team has.</summary>
    OutOfHours,

    /// <summary>Answers for a team of which somebody has left, or is away with nobody named: what that person had there.</summary>
    ForTheTeam,

    /// <summary>Covers for somebody who is away, from day to day: what they have.</summary>
    Covering,

    /// <summary>
    /// Of the team that is asked to sign that less is done, as manager or safeguarding lead: the report, until they have answered, or five working
    /// days after they were asked.
    /// </summary>
    Asked,

    /// <summary>Wrote the report: sees it, and what is recorded for its setting.</summary>
    Author,

    /// <summary>Safeguarding lead or deputy of the author's setting: the same.</summary>
    SafeguardingLead,

    /// <summary>Sees it in place of the safeguarding lead whom it is or may be about: a deputy, or whoever may sign of a team outside the setting.</summary>
    StandIn,

    /// <summary>Of the team that a referral was made to: the referral and its report.</summary>
    Receiver,

    /// <summary>
    /// May sign for the team that a referral was made to, while it is not said which account there belongs to somebody of the case: the referral and
    /// its report.
    /// </summary>
    ReceiverInConfidence,

    /// <summary>Opened it with a reason, in an emergency, without being in it: the whole, for 24 hours.</summary>
    BreakGlass,

    /// <summary>Added to the case, with a reason: the whole.</summary>
    Added,

    /// <summary>Works on the case, named by whoever leads it or by their own supervisor: the whole.</summary>
    Worker,

    /// <summary>Manager of the team that leads it: the whole, and who looked.</summary>
    Manager,

    /// <summary>Stands in for whoever leads it: the whole, and who looked.</summary>
    Cover,

    /// <summary>Took a child on, and leads until somebody is named: the whole, and who looked.</summary>
    ActingLead,

    /// <summary>The worker who leads the case: the whole, who is in, and who looked.</summary>
    Lead,
}

/// <summary>With whom of a team a place of the team's is shared.</summary>
public enum Sharing
{
    /// <summary>With everybody of it.</summary>
    Everybody,

    /// <summary>With its safeguarding lead and deputies.</summary>
    SafeguardingLead,

    /// <summary>With those of it who may sign that less is done.</summary>
    WhoeverMaySign,

    /// <summary>With its managers, and out of hours with whoever covers it by the clock.</summary>
    Manager,
}

/// <summary>What follows from a relation.</summary>
public static class Relations
{
    /// <summary>With whom of a team it is shared: not everybody of a setting is its safeguarding lead, nor may sign.</summary>
    public static Sharing SharedWith(this Relation relation) => relation switch
    {
        Relation.SafeguardingLead => Sharing.SafeguardingLead,
        Relation.Asked or Relation.StandIn or Relation.ReceiverInConfidence => Sharing.WhoeverMaySign,
        Relation.Manager => Sharing.Manager,
        _ => Sharing.Everybody,
    };

    /// <summary>Whether whoever has it reads who looked at the case: whoever leads it, stands in, or manages those who do.</summary>
    public static bool ReadsWhoLooked(this Relation relation) => relation is Relation.Lead or Relation.ActingLead or Relation.Cover or Relation.Manager;
}

/// <summary>One person's or one team's place in a case: how much of it, why, from when and until when.</summary>
/// <param name="Account">The person; null where it is everybody of a team.</param>
/// <param name="Team">The team; null where it is one person.</param>
/// <param name="Relation">Why.</param>
/// <param name="Paper">The paper; the whole case where it is none.</param>
/// <param name="From">When the entry that it follows from was recorded. It is said, and never compared with a clock: the entry stands in the case,
/// so the place in it holds, though a clock was ahead when it was recorded.</param>
/// <param name="Until">Until before this instant; null without an end.</param>
public sealed record Membership(Guid? Account, Guid? Team, Relation Relation, Paper Paper, DateTimeOffset From, DateTimeOffset? Until = null)
{
    /// <summary>
    /// Of which team the person is in this case: whoever has a post elsewhere too sees nothing of it there, and nor does whoever covers them there. None
    /// where that is not recorded.
    /// </summary>
    public Guid? In { get; init; }

    /// <summary>Whether it is for somebody, now.</summary>
    public bool IsFor(Viewer viewer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (Until is { } end && now >= end) return false;
        return MayShare(viewer, Relation)
            && ((Account == viewer.Holder && (In is null || In == viewer.Team)) || (Team is { } team && team == viewer.Team));
    }

    /// <summary>Whether somebody's role lets them have a place of their team's.</summary>
    public static bool MayShare(Viewer viewer, Relation relation) => MayShare(viewer, relation.SharedWith());

    /// <summary>Whether somebody is one of those with whom a place of their team's is shared.</summary>
    public static bool MayShare(Viewer viewer, Sharing with)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return with switch
        {
            Sharing.SafeguardingLead => viewer.Role == Role.SafeguardingLead,
            Sharing.WhoeverMaySign => viewer.Author.MaySign,
            Sharing.Manager => viewer.Role is Role.SocialCareManager or Role.OutOfHoursWorker,
            _ => true,
        };
    }
}
