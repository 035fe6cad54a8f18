using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using Outcome = Lapwing.Casework.Procedures.Referral.Outcome;
using Recipient = Lapwing.Casework.Triage.Recipient;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Simulation;

/// <summary>A referral and what becomes of it: made, received, decided, told to whoever made it, chased.</summary>
internal static class Calling
{
    private static readonly (Referral.Means What, double Weight)[] means =
        [(Referral.Means.Telephone, 82), (Referral.Means.InPerson, 11), (Referral.Means.Writing, 7)];

    private static readonly (Outcome What, double Weight)[] withAdult =
    [
        (Outcome.Assessment, 36), (Outcome.StrategyDiscussion, 26), (Outcome.EarlyHelp, 16), (Outcome.AdviceOnly, 13), (Outcome.NotForUs, 6),
        (Outcome.NoRole, 3),
    ];

    private static readonly (Outcome What, double Weight)[] withoutAdult =
    [
        (Outcome.Assessment, 18), (Outcome.StrategyDiscussion, 4), (Outcome.EarlyHelp, 36), (Outcome.AdviceOnly, 28), (Outcome.NotForUs, 9),
        (Outcome.NoRole, 5),
    ];

    /// <summary>Calls whoever is to be called; whoever is of that service says that it knows.</summary>
    public static void Refer(History history, Duty duty, Moment at)
    {
        var (chance, by, to) = (history.Chance, Who.Of(history, duty.By), Referral.Called(duty.Kind)!);
        if (to == Recipient.PoliceOrSocialCare)
            to = by.Author.Agency == Agency.Police || (by.Author.Agency != Agency.SocialCare && chance.Is(0.38)) ? Recipient.Police
                : Recipient.ChildrensSocialCare;
        if (by.Author.Agency == Referral.AgencyOf(to.Name))
        {
            history.Records(by, at, new Referral.KnewAlready(to.Name, $"{by.Name}, {by.Team}", duty.Causes));
            return;
        }

        var (how, taker) = (chance.Of(means), Who.Called(chance, to));
        history.Records(by, at, new Referral.Made(to.Name, taker.Author.Team, how, how == Referral.Means.Writing ? null : taker.Name,
            chance.Is(0.15) ? Reference(chance, taker.Author.Agency) : null, duty.Causes));
    }

    /// <summary>Says that it is there. Where no duty follows for that service, it often says what it decided all the same.</summary>
    public static void Receive(History history, Duty duty, Moment at)
    {
        var by = Who.Of(history, duty.By);
        var made = duty.Causes[0];
        if (history.Plan.Number % 6 == 0) history.Records(by, at, new ReferralTaking.Taken(made, by.Author.Account, by.Author.Team));
        if (!history.Records(by, at, new Referral.Received(made, history.Chance.Is(0.8) ? Reference(history.Chance, by.Author.Agency) : null))) return;
        if (history.Chance.Is(0.4)) history.Later(by, history.Chance.From(30, 900), then => Telling.Confirm(history, by, then));
        if (by.Author.Agency == Agency.SocialCare || !history.Chance.Is(0.35)) return;
        history.Later(by, history.Chance.From(120, 4000), then =>
            history.Records(by, then, new Referral.Decided(made, null, by.Author.Agency == Agency.Health ? Outcome.EarlyHelp : Outcome.AdviceOnly,
                history.Chance.Of("What is known was looked at; we stay in touch", "Seen, and a plan was made with the family"))));
    }

    /// <summary>Decides for each child who has no decision yet.</summary>
    public static void Decide(History history, Duty duty, Moment at)
    {
        var (chance, by) = (history.Chance, Who.Of(history, duty.By));
        var made = history.View.File.First<Referral.Received>(received => received.Id == duty.Causes[0])?.Content.Of
            ?? history.View.File.All<Referral.Made>().Select(one => (EntryId?)one.Id).FirstOrDefault(one => Matches(history, one!.Value, duty));
        if (made is not { } of) return;
        var outcome = chance.Of(Casework.Procedures.TellingParents.IsWithheld(history.Known) ? withAdult : withoutAdult);
        var lead = outcome is Outcome.Assessment or Outcome.StrategyDiscussion && chance.Is(0.65) ? SocialWorker : null;
        var why = Why(chance, outcome);
        var left = duty.Parts.Where(part => part.MetBy is null).Select(part => (Guid?)part.Person).DefaultIfEmpty().ToList();
        for (var i = 0; i < left.Count; i++)
            history.Records(by, at.After(i), new Referral.Decided(of, left[i], outcome, why,
                outcome == Outcome.NotForUs ? chance.Of("The school nursing service", "The early help hub", "The police") : null,
                lead?.Author.Team, lead?.Author.Account));
    }

    /// <summary>Tells whoever made it.</summary>
    public static void FeedBack(History history, Duty duty, Moment at)
    {
        if (history.View.File.First<Referral.Decided>(decided => decided.Id == duty.Causes[0]) is { Content.Of: var made })
            history.Records(Who.Of(history, duty.By), at, new Referral.FedBack(made, history.Chance.Of("Taken on; the family may be told that somebody calls",
                "Told by telephone what was decided and why", "Told what was decided; call again if anything is added")));
    }

    /// <summary>Asks what became of it.</summary>
    public static void Chase(History history, Duty duty, Moment at) => history.Records(Who.Of(history, duty.By), at, new Referral.Chased(duty.Causes[0],
        history.Chance.Of("Asked the duty worker: it is with a manager", "Rang, and left word; somebody calls back", "Rang: decided today or tomorrow")));

    // Children who came in later: of the referral with which that change was passed on, or that they joined.
    private static bool Matches(History history, EntryId made, Duty duty) => duty.Parts.Count > 0
        && duty.Parts.All(part => Referral.ChildrenOf(history.View.File, made).Contains(part.Person))
        && history.View.File.First<Referral.Received>(received => received.Content.Of == made)?.Entry.Act.By.Agency == Agency.SocialCare;

    private static string Reference(Chance chance, Agency agency) => $"{agency switch
    {
        Agency.SocialCare => "SC",
        Agency.Police => "P",
        Agency.Health => "H",
        _ => "L",
    }}-{chance.From(1000, 9999)}";

    private static string Why(Chance chance, Outcome outcome) => outcome switch
    {
        Outcome.Assessment => chance.Of("More has to be known of the home; an assessment is started", "The child is seen this week, and the family after"),
        Outcome.StrategyDiscussion => "Harm is likely: police and health are asked today",
        Outcome.EarlyHelp => chance.Of("The family wants help, and the school can hold it", "Help at home, with the school in touch"),
        Outcome.AdviceOnly => chance.Of("The setting has done what is needed", "On what is known no role; call again if anything is added"),
        Outcome.NotForUs => "Another service is nearer to it",
        _ => "Looked at with a manager: nothing for us to do",
    };
}
