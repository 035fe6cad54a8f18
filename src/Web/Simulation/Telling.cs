using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.TellingParents;
using Concern = Lapwing.Casework.Procedures.Concern;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Simulation;

/// <summary>What parents and carers are told, each of each child: told, to be told, or not yet; agreed first where somebody could be warned.</summary>
internal static class Telling
{
    private static readonly string[] what = ["What happened, and who helps", "That they are safe and helped, and what comes next",
        "What was said, and that nobody blames them", "What is known, and whom they can ask"];

    private static readonly string[] how = ["By telephone", "In school", "At home", "At the gate"];

    /// <summary>Decides for each child who is left, and for each of their parents whom the case knows; or does what was planned or put off.</summary>
    public static void Decide(History history, Duty duty, Moment at)
    {
        var (chance, by) = (history.Chance, Who.Of(history, duty.By));
        if (IsWithheld(history.Known) && !history.View.File.All<Agreed>().Any() && chance.Is(0.8))      // nobody is told before it is agreed
        {
            if (duty.Kind == DutyKind.DecideTellingParents && chance.Is(0.85)) DecideEach(history, duty, by, at, isPutOff: true);
            return;
        }

        if (duty.Kind == DutyKind.DecideTellingParents) DecideEach(history, duty, by, at, isPutOff: false);
        else if (Planned(history.View.File, duty) is var (child, person, who)) Again(history, by, at, (child, person, who), CausesOf(history));
    }

    /// <summary>Agrees first what is said.</summary>
    public static void Agree(History history, Duty duty, Moment at)
    {
        var chance = history.Chance;
        var file = history.View.File;
        var asked = Who.Called(chance, file.All<Referral.Made>().Select(made => Referral.Recipient(made.Content.To)).OfType<Recipient>()
            .FirstOrDefault(to => to == Recipient.Police || to == Recipient.ChildrensSocialCare) ?? Recipient.ChildrensSocialCare);
        var child = People.All(file).FirstOrDefault(one => one.IsChild);
        history.Records(Who.Of(history, duty.By), at, new Agreed(
            chance.Of("That the child is safe and helped. Nothing is switched off or taken away", "That somebody will call. Nothing of what was found"),
            child is null ? "The parents" : Invented.ParentOf(chance, Called(child)), $"{asked.Name}, {asked.Team}", duty.Causes));
    }

    /// <summary>The service answers what a setting wrote down that it agreed.</summary>
    public static void Confirm(History history, Person by, Moment at)
    {
        if (by.Author.Agency is not (Agency.Police or Agency.SocialCare)) return;
        foreach (var agreed in AgreedTelling.Unconfirmed(history.View.File).Take(1).ToList())
            history.Records(by, at, history.Chance.Is(0.94) ? new Confirmed(agreed.Id, true, agreed.Content.What)
                : new Confirmed(agreed.Id, false, "Not yet: nothing is said before we have spoken with them"));
    }

    /// <summary>Looks again at evidence and safety.</summary>
    public static void LookAgain(History history, Duty duty, Moment at) => history.Records(Who.Of(history, duty.By), at, new LookedAgain(duty.Causes[0],
        history.Chance.Of("Nothing was deleted, and each child is safe today", "They have told nobody else. The child stays where they are")));

    private static void DecideEach(History history, Duty duty, Person by, Moment at, bool isPutOff)
    {
        var file = history.View.File;
        var minutes = 0;
        foreach (var part in duty.Parts.Where(part => part.MetBy is null))
        {
            var child = People.All(file).FirstOrDefault(one => one.Id == part.Person);
            if (child is null) continue;
            var parents = file.All<People.Linked>().Where(link => link.Content.Kind == LinkKind.ParentOrCarerOf && link.Content.To == child.Id)
                .Select(link => (Guid?)link.Content.From).Distinct().DefaultIfEmpty().ToList();
            foreach (var parent in parents)
                One(history, by, at.After(minutes++), (child.Id, parent, NameOf(history, child, parent)), duty.Causes, isPutOff);
        }
    }

    private static void One(History history, Person by, Moment at, (Guid Child, Guid? Person, string Who) whom, IReadOnlyList<EntryId> causes, bool isPutOff)
    {
        var chance = history.Chance;
        var part = chance.Part();
        if (isPutOff || (whom.Person is { } person && IsHeld(history.Known, person)) || part < (IsWithheld(history.Known) ? 0.2 : 0.05))
            Withhold(history, by, at, whom, causes);
        else if (part < 0.45) Plan(history, by, at, whom, causes);
        else Tell(history, by, at, whom, causes);
    }

    private static void Withhold(History history, Person by, Moment at, (Guid Child, Guid? Person, string Who) whom, IReadOnlyList<EntryId> causes) =>
        history.Records(by, at, new Withheld(whom.Child, whom.Person, whom.Who,
            IsWithheld(history.Known) ? Reason.AskedByPoliceOrSocialCare : Reason.RiskToChild,
            IsWithheld(history.Known) ? "The police asked to speak to them first" : "The child is afraid of what follows; talked through first",
            DayAfter(at, history.Chance.From(2, 12)), causes));

    private static void Plan(History history, Person by, Moment at, (Guid Child, Guid? Person, string Who) whom, IReadOnlyList<EntryId> causes) =>
        history.Records(by, at, new ToBeTold(whom.Child, whom.Person, whom.Who, $"{by.Name}, {history.Chance.Of("by telephone", "in person")}",
            DayAfter(at, history.Chance.From(1, 9)), causes, CouldBe(history)));

    // So many days on, or the first working day after.
    private static DateOnly DayAfter(Moment at, int days) => WorkingDays.EnglandAndWales.After(DateOnly.FromDateTime(at.Recorded).AddDays(days - 1), 1);

    private static void Tell(History history, Person by, Moment at, (Guid Child, Guid? Person, string Who) whom, IReadOnlyList<EntryId> causes) =>
        history.Records(by, at, new ParentTold(whom.Child, whom.Person, whom.Who, $"{history.Chance.Of(how)}, {by.Name}", history.Chance.Of(what), causes,
            CouldBe(history)));

    // As it was planned or put off: they are told, or it is put off once more.
    private static void Again(History history, Person by, Moment at, (Guid Child, Guid? Person, string Who) whom, IReadOnlyList<EntryId> causes)
    {
        if (history.Chance.Is(whom.Person is { } person && IsHeld(history.Known, person) ? 0.6 : 0.12)) Withhold(history, by, at, whom, causes);
        else Tell(history, by, at, whom, causes);
    }

    private static (Guid Child, Guid? Person, string Who)? Planned(CaseFile file, Duty duty) => file.Counting(duty.Causes[0]) switch
    {
        ToBeTold planned => (planned.Child, planned.Person, planned.Who),
        Withheld withheld => (withheld.Child, withheld.Person, withheld.Who),
        _ => null,
    };

    private static Answer? CouldBe(History history) => !MayBeAdult(history.Known) ? null : history.Chance.Is(0.95) ? Answer.No : Answer.NotKnown;

    private static IReadOnlyList<EntryId> CausesOf(History history) => [history.View.File.First<Concern.Reported>(_ => true)!.Value.Id];

    private static string Called(PersonOfCase child) => child.IsGroup ? "The parents of the pupils" : child.Name ?? "The child";

    private static string NameOf(History history, PersonOfCase child, Guid? parent) => parent is { } person
        ? People.All(history.View.File).FirstOrDefault(one => one.Id == person)?.Name ?? "A parent"
        : child.IsGroup ? $"The parents of {child.Name}" : Invented.ParentOf(history.Chance, child.Name ?? "the child");
}
