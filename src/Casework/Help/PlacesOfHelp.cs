using Lapwing.Casework.Logic;
using static Lapwing.Casework.Help.Serves;
using static Lapwing.Casework.Triage.ChildFacts;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;

namespace Lapwing.Casework.Help;

/// <summary>
/// The rows of the directory of help. A link or number stands here only where it is well known; all others a partnership sets. No row says that
/// it was checked: whoever runs the program tries them and says when.
/// </summary>
internal static class PlacesOfHelp
{
    private static readonly Condition adult = AdultInvolved | AdultMadeOrHeldImages | SexualCommunication;
    private static readonly Condition removal = YouthProducedImagery | BlackmailOrPayment | (Sexual & ChildShown);
    private static readonly Condition despair = SelfHarm | HarmfulWebsites;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<HelpEntry> All =
    [
        new("childline", "Childline", [ChildrenAndYoungPeople], "Somebody to talk to about anything, free, for everybody under 19.", "S2.1.23", "N5")
        { When = Sexual | OnlineBullying | SelfHarm | HarmfulWebsites, Telephone = "0800 1111", Link = "https://www.childline.org.uk" },
        new("report-remove", "Report Remove", [ChildrenAndYoungPeople],
            "Under-18s ask for a sexual image of themselves to be taken down. They ask themselves; an adult may sit with them but uploads nothing.",
            "S2.1.23", "N19", "N20")
        { When = removal, Link = "https://www.childline.org.uk/remove" },
        new("papyrus", "PAPYRUS HOPELINE247", [ChildrenAndYoungPeople, Anyone],
            "For everybody under 35 who thinks of suicide, and for anyone worried about a young person.", "N2", "S5.2")
        { When = despair, Telephone = "0800 068 4141", Link = "https://www.papyrus-uk.org" },
        new("shout", "Shout", [ChildrenAndYoungPeople, Anyone], "Support by text message, at any hour, for anyone who cannot cope: text SHOUT to 85258.", "N2")
        { When = despair, Link = "https://giveusashout.org" },
        new("samaritans", "Samaritans", [Anyone], "Somebody who listens, free, at any hour.", "N2", "S5.2")
        { When = despair, Telephone = "116 123", Link = "https://www.samaritans.org" },
        new("beat", "Beat", [ChildrenAndYoungPeople, ParentsAndCarers], "Help with eating disorders, for young people and for those around them.",
        "S1.7", "S5.2")
        { When = HarmfulWebsites, Telephone = "0808 801 0677", Link = "https://www.beateatingdisorders.org.uk" },

        new("nspcc-helpline", "NSPCC Helpline", [ParentsAndCarers, Anyone],
        "Advice for any adult who is worried about a child. It takes the place of no referral.", "S2.1.3")
        { Telephone = "0808 800 5000", Link = "https://www.nspcc.org.uk" },
        new("act-early", "ACT Early support line", [ParentsAndCarers, Anyone],
            "Advice, in confidence, for anyone worried that somebody close is drawn into extremism. A practitioner's way is the Prevent lead.", "S4.6", "N11")
        { When = Extremism, Telephone = "0800 011 3764", Link = "https://actearly.uk" },
        new("dfe-bullying-parents", "Cyberbullying: advice for parents and carers (Department for Education)", [ParentsAndCarers],
            "How to notice it and what to do.", "S0.3", "S3.7")
        { When = OnlineBullying, Link = "https://www.gov.uk/government/publications/preventing-and-tackling-bullying" },
        new("ukccis-parents-guide", "Guide for parents on child safety online (UKCCIS)", [ParentsAndCarers],
        "How to talk with children about social media.", "S0.3")
        { SupersededBy =
            new("childnet", "UKCCIS is now UKCIS, and whether this guide still stands is not known. Childnet has advice for parents and carers.") },

        new("ukcis-sharing-nudes", "Sharing nudes and semi-nudes (UKCIS)", [SchoolsAndColleges],
            "Advice for schools and colleges on images that young people made or shared: how to respond, whom to tell, how to handle devices.", "S2.1.1", "N14")
        {
            When = YouthProducedImagery,
            Link = "https://www.gov.uk/government/publications/"
                + "sharing-nudes-and-semi-nudes-advice-for-education-settings-working-with-children-and-young-people",
        },
        new("ukccis-2016-guidance", "Sexting in schools and colleges (UKCCIS, 2016)", [SchoolsAndColleges], "The guidance that the chapter names.",
        "S0.3", "S2.1.1")
        { SupersededBy = new("ukcis-sharing-nudes", "UKCCIS is now UKCIS. \"Sharing nudes and semi-nudes\" has taken the place of this guidance.") },
        new("dfe-bullying-schools", "Preventing and tackling bullying (Department for Education)", [SchoolsAndColleges],
            "Advice for heads and staff, with a part on bullying online.", "S0.3", "S3.3")
        { When = OnlineBullying, Link = "https://www.gov.uk/government/publications/preventing-and-tackling-bullying" },
        new("childnet-cyberbullying-toolkit", "Childnet's cyberbullying guidance and toolkit", [SchoolsAndColleges],
            "How a school understands, prevents and responds to bullying online, with lessons.", "S0.3", "S3.3")
        { When = OnlineBullying },
        new("childnet", "Childnet", [SchoolsAndColleges, ParentsAndCarers, ChildrenAndYoungPeople],
        "Resources on staying safe online, to use with children or to give them.", "S1.2", "S2.1.22")
        { Link = "https://www.childnet.com" },
        new("ceop-education", "CEOP Education", [SchoolsAndColleges, ParentsAndCarers, ChildrenAndYoungPeople],
            "The National Crime Agency's education programme on sexual abuse online, by age.", "S0.3", "S2.1.22")
        { When = YouthProducedImagery, Link = "https://www.ceopeducation.co.uk" },
        new("thinkuknow", "Thinkuknow", [SchoolsAndColleges, ParentsAndCarers, ChildrenAndYoungPeople],
        "The education programme that the chapter names.", "S0.3")
        { SupersededBy = new("ceop-education", "It is now called CEOP Education.") },

        new("npcc-guidance", "Police guidance on images made by young people (National Police Chiefs' Council)", [Practitioners],
            "Says that such images are first a safeguarding matter.", "S0.3", "S2.1.19")
        { When = YouthProducedImagery },
        new("local-police-guidance", "Interim guidance of the local police", [Practitioners], "Applies until national guidance is published.", "S0.3",
        "S2.1.20")
        { When = YouthProducedImagery },
        new("lucy-faithfull-foundation", "Lucy Faithfull Foundation", [Practitioners],
        "Specialist assessment of people who abuse children or may, under a service agreement.", "S0.3")
        { When = Sexual & AdultMadeOrHeldImages, Link = "https://www.lucyfaithfull.org.uk" },
        new("professionals-online-safety-helpline", "Professionals Online Safety Helpline", [Practitioners, SchoolsAndColleges],
            "Advice for anyone who works with children, also on reports to platforms.", "S1.2", "S4.5")
        { When = OnlineBullying | Extremism | HarmfulWebsites, Telephone = "0344 381 4772",
            Link = "https://saferinternet.org.uk/professionals-online-safety-helpline" },

        new("stop-it-now", "Stop It Now", [AdultsWorriedAboutBehaviour],
            "An anonymous helpline for adults worried about their own, or somebody else's, thoughts or behaviour towards children.", "S0.3", "S2.2.8", "S2.2.9")
        {
            When = Sexual & adult,
            Caution = "Offer it to an alleged person, or to those close to them, only once they may be told.",
            Telephone = "0808 1000 900",
            Link = "https://www.stopitnow.org.uk",
        },

        new("ceop-safety-centre", "CEOP Safety Centre", [Anyone],
        "Takes reports of sexual abuse and grooming online. A report there takes the place of no referral.", "S0.3", "N20")
        { When = Grooming | CoercedSexualActivity | DirectedAbuse | BlackmailOrPayment | (Sexual & adult), Link = "https://www.ceop.police.uk/safety-centre" },
        new("internet-watch-foundation", "Internet Watch Foundation", [Anyone],
            "Takes reports of sexual images of children on web pages, to have them removed. Give an address that you came upon; do not look for more.", "S0.3")
        { When = IndecentImages | ViewedAbusiveImages, Link = "https://report.iwf.org.uk" },
        new("report-terrorist-material", "Report terrorist material online", [Anyone],
        "The government's page. A practitioner gives their name, although the page lets one leave it out.", "S0.3", "S4.3", "S4.4")
        { When = Extremism & TerroristMaterial, Link = "https://www.gov.uk/report-terrorism" },
        new("revenge-porn-helpline", "Revenge Porn Helpline", [Anyone],
        "For adults, from 18, whose intimate images were shared or who are threatened with it. Under-18s use Report Remove.", "N20")
        { Telephone = "0345 6000 459", Link = "https://revengepornhelpline.org.uk" },
    ];
}
