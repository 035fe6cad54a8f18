using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.DutyKind;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;

namespace Lapwing.Casework.Stories;

/// <summary>Concerns among young people, to which a setting responds itself, or about which it speaks to somebody first.</summary>
internal static class SchoolStories
{
    /// <summary>The answers with which an image among young people requires no referral.</summary>
    public static readonly IReadOnlyList<Question> NothingMore =
    [
        ImmediateDanger, SelfHarm, SignificantHarmSuspected, AdultInvolved, AdultMadeOrHeldImages, CoercedBlackmailedOrGroomed, CapacityConcern,
        UnusualOrViolentActs, SexualActs, ImmediateRiskFromSharing, OfflineMeetingArranged,
    ];

    public static IEnumerable<Story> All(DateOnly today) =>
        [ImagePassedOn(today), ImageOfAYearGroup(today), NotKnownYet(today), Bullying(today), SevereBullying(today), ShownInAGame(today)];

    // The setting responds: every step is done, and nothing is left.
    private static Story ImagePassedOn(DateOnly today)
    {
        var t = new Teller("an image is passed on", today);
        t.On(9, 10, 30);
        var (ana, ben) = (t.Child("Ana K.", 14, Involvement.Shown), t.Child("Ben O.", 14, Involvement.Received));
        var (mother, father) = (t.Adult("Marta K.", Involvement.ParentOrCarer), t.Adult("Piotr K.", Involvement.ParentOrCarer));
        var report = t.Reports(Teacher, new(YouthProducedImagery) { No = NothingMore }, ana, ben, mother, father);
        t.Links(Teacher, mother, LinkKind.ParentOrCarerOf, ana);
        t.Links(Teacher, father, LinkKind.ParentOrCarerOf, ana);
        t.On(9, 13, 15);
        t.Tells(SafeguardingLead, report, ana, "Marta K.", "By telephone, Daniel M.", "What happened, who helps Ana, and that nobody blames her", mother);
        t.Tells(SafeguardingLead, report, ana, "Piotr K.", "By telephone, Daniel M.", "The same, at Ana's wish by Daniel M.", father);
        t.Plans(SafeguardingLead, report, ben, "Ben's mother", "Daniel M.", t.Day(8));
        t.On(9, 15);
        t.Steps(SafeguardingLead, OfferSupport, report, "A weekly talk with the school counsellor, offered and taken", ana);
        t.Steps(SafeguardingLead, OfferSupport, report, "A talk with his head of year, offered and taken", ben);
        t.Steps(SafeguardingLead, OfferRemovalHelp, report, "Ana used Report Remove herself, with Daniel M. beside her", ana);
        t.On(8, 9, 5);
        t.Tells(SafeguardingLead, report, ben, "Ben's mother", "In school, Daniel M.", "What Ben was sent, and that he did right to say so");
        t.Writes(Teacher,
            "Ben told me after registration that he had been sent an image of Ana. I did not ask to see it. He stayed with me until Daniel M. came.",
            "Ana said: \"I thought it was for one person. I just want it gone.\"",
            "Ana's phone and Ben's phone, a group chat. Both phones stay at home, switched off.");
        return t.Story;
    }

    // Support is offered to three children by name; the group of which one is an exception is left, and its parents are to be told today.
    private static Story ImageOfAYearGroup(DateOnly today)
    {
        var t = new Teller("an image reaches a year group", today);
        t.On(2, 14, 10);
        var group = t.Group("12 pupils of Year 10", 12, 14, Involvement.Received);
        var (chloe, dev) = (t.Child("Chloe D.", 15, Involvement.Shown), t.Child("Dev P.", 15, Involvement.Shared));
        var ella = t.Child("Ella M.", 15, Involvement.Received) with { OfGroup = group.Id };
        var report = t.Reports(SafeguardingLead, new(YouthProducedImagery) { No = NothingMore }, chloe, dev, group, ella);
        t.Tells(SafeguardingLead, report, chloe, "Chloe's mother", "By telephone, Daniel M.", "What happened, who helps Chloe, and what the school does");
        t.Tells(SafeguardingLead, report, dev, "Dev's father", "By telephone, Daniel M.", "That Dev passed an image on, and that he is helped to put it right");
        t.Tells(SafeguardingLead, report, ella, "Ella's grandmother", "By telephone, Daniel M.", "That Ella was sent an image and came to us with it");
        t.Plans(SafeguardingLead, report, group, "The parents of the 12 pupils", "The head of year, by letter without names", t.Day(0));
        t.On(1, 9, 40);
        t.Steps(SafeguardingLead, OfferSupport, report, "A named adult to go to, offered to each alone. Each took it", chloe, dev, ella);
        t.Steps(SafeguardingLead, OfferRemovalHelp, report, "Shown Report Remove. Chloe will use it with her mother", chloe);
        t.Writes(SafeguardingLead, "Chloe is with her form group, at her own wish. Ella and Chloe are friends.",
            "Chloe said: \"I do not want everyone to be in trouble.\"");
        return t.Story;
    }

    // Too little is known yet: speak to somebody today. Nothing was done so far.
    private static Story NotKnownYet(DateOnly today)
    {
        var t = new Teller("too little is known yet", today);
        t.On(0, 7, 20);
        var finn = t.Child("Finn B.", 16, Involvement.Shown);
        var known = new Known(YouthProducedImagery)
        {
            No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged],
            NotKnown = [AdultInvolved, AdultMadeOrHeldImages, CoercedBlackmailedOrGroomed, ImmediateRiskFromSharing],
        };
        t.Reports(CollegeLead, known, finn);
        t.Writes(CollegeLead,
            "A friend of Finn's wrote to the college last night: an image of Finn is in a group chat. Nobody knows yet who first sent it on.");
        return t.Story;
    }

    private static Story Bullying(DateOnly today)
    {
        var t = new Teller("bullying in a chat", today);
        t.On(6, 12, 20);
        var gina = t.Child("Gina R.", 13, Involvement.Harmed);
        var (hugo, isla) = (t.Child("Hugo S.", 13, Involvement.Acting), t.Child("Isla W.", 14, Involvement.Acting));
        var known = new Known(OnlineBullying)
        {
            No = [ImmediateDanger, SelfHarm, SignificantHarmSuspected, AdultInvolved, CoercedBlackmailedOrGroomed, OfflineMeetingArranged,
            CrimeSuspected],
            NotKnown = [BullyingSevere]
        };
        var report = t.Reports(Teacher, known, gina, hugo, isla);
        t.Tells(Teacher, report, gina, "Gina's mother", "At the school gate, Hannah L.", "What was written about Gina, and that it is taken seriously");
        t.Tells(Teacher, report, hugo, "Hugo's father", "By telephone, Hannah L.", "What Hugo wrote, and how he is helped to put it right");
        t.Plans(Teacher, report, isla, "Isla's carer", "Hannah L.", t.Day(5));
        t.On(5, 10);
        t.Steps(SafeguardingLead, ConsultSocialCare, report, "Spoke to Martin O.: not severe on what is known; call again if anything is added");
        t.Steps(SafeguardingLead, ConsiderBullyingAsAbuse, report, "No: three messages on one evening, stopped when asked. Looked at again in two weeks");
        t.Steps(SafeguardingLead, RespondToBullying, report, "Gina has a friend beside her at break and a teacher to go to", gina);
        t.Steps(SafeguardingLead, RespondToBullying, report, "A talk about what the messages did, and a letter that Gina agreed to", hugo, isla);
        t.On(4, 8, 45);
        t.Tells(Teacher, report, isla, "Isla's carer", "By telephone, Hannah L.", "What Isla wrote, and how she is helped to put it right");
        return t.Story;
    }

    // Social care is asked for advice a day late; the group of those who took part has no response yet.
    private static Story SevereBullying(DateOnly today)
    {
        var t = new Teller("severe bullying", today);
        t.On(4, 15, 50);
        var (jay, group) = (t.Child("Jay T.", 12, Involvement.Harmed), t.Group("6 pupils of Year 8", 6, 12, Involvement.Acting));
        var known = new Known(OnlineBullying)
        {
            Yes = [BullyingSevere],
            No = [ImmediateDanger, SelfHarm, SignificantHarmSuspected, AdultInvolved, CoercedBlackmailedOrGroomed, OfflineMeetingArranged],
            NotKnown = [CrimeSuspected],
        };
        var report = t.Reports(Teacher, known, jay, group);
        t.Tells(SafeguardingLead, report, jay, "Jay's mother", "In school, Daniel M.", "What has been written for weeks, and that Jay did right to say so");
        t.Plans(SafeguardingLead, report, group, "The parents of the 6 pupils", "Daniel M., one family at a time", t.Coming(1));
        t.On(3, 9, 5);
        t.Steps(SafeguardingLead, ConsultSocialCare, report,
            "Martin O. advises: treat it as abuse by other young people, tell the police community officer, call if Jay stays away");
        t.Steps(SafeguardingLead, ConsiderBullyingAsAbuse, report, "Yes: six against one, for weeks, with threats");
        t.On(2, 13);
        t.Steps(SafeguardingLead, RespondToBullying, report, "Jay chose a teacher and a quiet place; his mother is called every Friday", jay);
        t.Writes(SafeguardingLead, null, "Jay said: \"I stopped reading it, but I know it is there.\"");
        return t.Story;
    }

    private static Story ShownInAGame(DateOnly today)
    {
        var t = new Teller("shown in a game", today);
        t.On(3, 11, 25);
        var kai = t.Child("Kai N.", 8, Involvement.Harmed);
        var report = t.Reports(Nurse, new(ExposureToSexualMaterial) { No = [.. NothingMore, CrimeSuspected] }, kai);
        t.Steps(Nurse, EnquireFurther, report, "Kai's mother looked at the game's settings with us: open chat was on. It is off now");
        t.Steps(Nurse, ConsultSocialCare, report, "Martin O. advises: no referral on this alone; look again in two weeks, and call if Kai speaks of anybody");
        t.Tells(Nurse, report, kai, "Kai's mother", "In clinic, Joanna B.", "What Kai spoke of, and how the game's chat is switched off");
        t.Steps(Nurse, OfferSupport, report, "A second talk in two weeks, offered and taken", kai);
        t.Writes(Nurse, "Kai came about his sleep. He said by himself that other players had posted things he did not want to see.",
            "Kai said: \"It popped up and I could not make it go.\"");
        return t.Story;
    }
}
