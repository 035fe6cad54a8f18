using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Simulation;

/// <summary>What somebody does who does what a duty asks.</summary>
internal static class Doing
{
    /// <summary>Does it, as far as it can be done.</summary>
    public static void Of(History history, Duty duty, Moment at)
    {
        if (duty.Kind.IsCall) Calling.Refer(history, duty, at);
        else if (duty.Kind == Concern.Sign) Sign(history, duty, at);
        else if (duty.Kind == CaseLead.Name) NameLead(history, duty, at);
        else if (duty.Kind.IsOthers) LeaveToAnotherRecord(history, duty, at);
        else
        {
            switch (duty.Kind.Form)
            {
                case 2: Calling.Receive(history, duty, at); break;
                case 3: Calling.Decide(history, duty, at); break;
                case 4: Calling.FeedBack(history, duty, at); break;
                case 5: Calling.Chase(history, duty, at); break;
                case 6: Telling.Decide(history, duty, at); break;
                case 7: Telling.Agree(history, duty, at); break;
                case 8: Telling.LookAgain(history, duty, at); break;
                case Concern.StepForm: Step(history, duty, at); break;
                default: break;      // a duty that is recorded in a way that this does not know yet stays open
            }
        }
    }

    private static void Step(History history, Duty duty, Moment at)
    {
        var left = duty.Parts.Where(part => part.MetBy is null).Select(part => part.Person).ToList();
        if (left.Count > 1 && history.Chance.Is(0.2)) left.RemoveRange(1, left.Count - 1);      // one of them today, the others later
        history.Records(Who.Of(history, duty.By), at, new Concern.StepTaken(duty.Name, duty.Causes, left, Invented.Done(history.Chance, duty.Kind)));
    }

    // Whoever may sign, of the team that is asked before anybody else.
    private static void Sign(History history, Duty duty, Moment at)
    {
        var asked = history.View.File.At(duty.Causes[0])!;
        var isHeldElsewhere = asked.Content is Concern.LessAsked { Rules: [var rule] } && Catalogue.DutyCalled(history.View.Rules, rule)?.IsOthers == true;
        var agrees = isHeldElsewhere || history.Chance.Is(0.85);
        var why = agrees ? history.Chance.Of("It was talked through, and the reason holds", "Agreed: what is done instead meets the same need")
            : history.Chance.Of("It is owed to them all the same", "Not on what is known: do it, and ask again");
        var signers = Who.Signers.Where(one => one.Author != asked.Act.By)
            .OrderBy(one => one.Author.Team == duty.By.Team ? 0 : one.Author.Agency == duty.By.Agency ? 1 : 2);
        foreach (var by in signers)
            if (history.Records(by, at, new Concern.LessSigned(duty.Causes[0], agrees, why))) return;
    }

    private static void NameLead(History history, Duty duty, Moment at)
    {
        Person lead = history.Chance.Is(0.75) ? SocialWorker : Manager, other = lead == SocialWorker ? Manager : SocialWorker;
        history.Records(Manager, at, new CaseLead.LeadNamed(lead.Author.Account, lead.Author.Team, history.Chance.Is(0.5) ? other.Author.Account : null));
    }

    // A discussion or meeting has no form of its own yet: it was held, its record lies elsewhere, and a second person of the service signs that.
    private static void LeaveToAnotherRecord(History history, Duty duty, Moment at)
    {
        var (by, isLado) = (Who.Of(history, duty.By), duty.By.Agency == Agency.Lado);
        history.Records(by, at, new Concern.LessAsked(duty.Causes[0], [duty.Name], history.Chance.Of("It was held by telephone with the police and health",
            "It was held in person, with all who were needed"), "Its minutes lie in our own record, which everybody who was there has",
            isLado ? null : false, isLado ? Manager.Author.Team : null, isLado ? Agency.SocialCare : null));
    }
}
