using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Simulation;

/// <summary>Names and words of people whom there are not: a first name and a letter, as those of the demonstration have.</summary>
internal static class Invented
{
    private const string Letters = "ABCDEFGHJKLMNOPRSTVWY";

    private static readonly string[] children =
    [
        "Ada", "Aron", "Bea", "Bram", "Cass", "Cleo", "Dion", "Edda", "Emre", "Fay", "Gil", "Hana", "Ines", "Ivo", "Jana", "Juno", "Kit", "Lenny", "Lina",
        "Lotte", "Malik", "Mina", "Nell", "Nico", "Odell", "Orla", "Pia", "Ravi", "Remy", "Rosa", "Sana", "Silas", "Suki", "Tam", "Tess", "Theo", "Uma",
        "Vera", "Viggo", "Wyn", "Yara", "Zain", "Zuri",
    ];

    private static readonly string[] adults =
    [
        "Agnes", "Barry", "Cora", "Desmond", "Eileen", "Farid", "Gerda", "Howard", "Irene", "Janek", "Keith", "Lorna", "Marek", "Nadia", "Orson", "Paula",
        "Quentin", "Rhoda", "Stefan", "Thelma", "Urban", "Valerie", "Wilfred", "Yvette",
    ];

    private static readonly string[] parents = ["mother", "mother", "mother", "father", "father", "carer", "grandmother"];

    /// <summary>A child's name.</summary>
    public static string Child(Chance chance) => Called(chance, children);

    /// <summary>An adult's name.</summary>
    public static string Adult(Chance chance) => Called(chance, adults);

    /// <summary>A parent or carer, by what they are of a child.</summary>
    public static string ParentOf(Chance chance, string child) => $"{child}'s {chance.Of(parents)}";

    /// <summary>Where what happened, happened.</summary>
    public static string Devices(Chance chance) => $"{chance.Of("A phone", "A tablet", "Two phones", "A games console", "A shared computer")}, "
        + chance.Of("a group chat", "a chat in a game", "a drawing app with a chat", "messages that disappear", "a video app") + ". "
        + chance.Of("It stays switched off, at home.", "It is in a drawer in the office.", "It stays as it is.", "The police have been told of it.");

    /// <summary>What a child said: about themselves and what they wish, and never about a picture.</summary>
    public static string OwnWords(Chance chance) => $"\"{chance.Of(ownWords)}\"";

    /// <summary>What happened, as somebody wrote it down who asked no more than they had to.</summary>
    public static string Story(Chance chance) => $"{chance.Of(beginnings)} {chance.Of(middles)} {chance.Of(ends)}";

    /// <summary>What was done about a duty.</summary>
    public static string Done(Chance chance, DutyKind duty) => chance.Of(done.GetValueOrDefault(duty.Name) ?? anything);

    /// <summary>What somebody wrote down later.</summary>
    public static string Note(Chance chance, Agency agency) => chance.Of(agency switch
    {
        Agency.SocialCare => ofSocialCare,
        Agency.Police => ofPolice,
        _ => ofSettings,
    });

    private static string Called(Chance chance, string[] names) => $"{chance.Of(names)} {Letters[chance.From(0, Letters.Length - 1)]}.";

    private static readonly string[] beginnings =
    [
        "They came after the last lesson and asked to talk.", "A friend told the form teacher at break.", "A parent rang before school.",
        "They said it by the way, in a talk about something else.", "A teacher noticed that they sat alone again and asked how they were.",
        "It came up in the weekly talk with the counsellor.",
    ];

    private static readonly string[] ownWords =
    [
        "I just want it to stop.", "I thought I could trust them.", "I did not know whom to tell.", "I am scared that everyone will know.",
        "I do not want anybody to be in trouble.", "I said no and they kept on.", "I want my mum to know, but not alone.", "It was only meant for one person.",
        "I thought that they were my age.", "I have not slept much.",
    ];

    private static readonly string[] middles =
    [
        "I listened, and asked nothing beyond what they offered.", "I wrote down what was said, word for word, within the hour.",
        "Nobody looked at any device.",
        "I said that I could not keep it to myself, and whom I would tell.", "They chose who should sit with them while we called.",
    ];

    private static readonly string[] ends =
    [
        "They went back to class with a friend.", "They stayed in the quiet room until they were collected.", "We agreed to speak again tomorrow.",
        "They know that they did right to say so.", "A named adult looks out for them at break.",
    ];

    private static readonly string[] ofSettings =
    [
        "Spoke again, briefly. Sleeping better, and back with friends at lunch.", "Absent today. The office rang home; a cold, back on Monday.",
        "The head of year watches the corridor at break for two weeks.", "A friend's parent rang. Told that it is looked after, and nothing more.",
        "The weekly talk goes on. Nothing new was said.", "The tutor group had a lesson on passing things on; nobody was named.",
    ];

    private static readonly string[] ofSocialCare =
    [
        "Visited at home. The child was seen alone, and spoke freely.", "Telephoned the school for how the week had been.",
        "Supervision: the plan stays as it is, and is looked at again in two weeks.", "The family has asked for the same worker, and keeps them.",
        "Spoke with health about what they know.",
    ];

    private static readonly string[] ofPolice =
    [
        "The device was handed in and receipted.", "A second account of the day was taken, with an appropriate adult.",
        "The platform has been asked for what it holds.", "The officer in the case has changed; the family was told.",
    ];

    private static readonly string[] anything = ["Done, and written down the same day.", "Looked at together, and agreed.", "Done by telephone.",
        "Done, with a date on which it is looked at again."];

    private static readonly Dictionary<string, string[]> done = new(StringComparer.Ordinal)
    {
        [DutyKind.OfferSupport.Name] = ["The school counsellor, offered and taken", "A named adult to go to, offered and taken",
            "A talk each Friday, offered; they will think about it", "Offered, and declined for now. Offered again in two weeks"],
        [DutyKind.OfferRemovalHelp.Name] = ["Shown Report Remove, and used it with somebody beside them", "Offered; they will use it at home with a parent",
            "Offered, and declined: it is gone, they say"],
        [DutyKind.PreventMeeting.Name] = ["Collected by a parent, who stays with them this evening", "The police were at the place; nobody came"],
        [DutyKind.EnquireFurther.Name] = ["Looked at the settings with the parent: open chat was on. It is off now", "An advert in a game, it seems. Closed"],
        [DutyKind.ConsultSocialCare.Name] = ["Spoke to the duty worker: no referral on this alone; call again if anything is added",
            "Spoke to the duty worker: go on as planned, and look again in a week"],
        [DutyKind.ConsiderOtherAreas.Name] = ["None known", "None known; the police look at where the username was used",
            "A cousin lives elsewhere; that authority was told"],
        [DutyKind.ConsiderSupportForThoseClose.Name] = ["Not yet: nobody of them may be told", "Offered once they could be told, and taken"],
        [DutyKind.RespondToBullying.Name] = ["A teacher to go to and a friend at break", "A talk about what the messages did, and a letter",
            "Seats were changed, and the parents were spoken with"],
        [DutyKind.ConsiderBullyingAsAbuse.Name] = ["No: some messages on one evening, stopped when asked", "Yes: several against one, for weeks"],
        [DutyKind.ConsultPreventLead.Name] = ["The Prevent lead was spoken with, and agrees", "The Prevent lead advises to talk first, and to call again"],
        [DutyKind.ReportTerroristMaterial.Name] = ["Reported online under my own name. Nothing was downloaded"],
        [DutyKind.ReportToPlatform.Name] = ["Reported to the platform; taken down the same day", "Reported to the platform; an answer is awaited"],
        [DutyKind.RaiseWithOthers.Name] = ["The family doctor knows of it", "The team that sees them knows of it"],
        [DutyKind.ConsiderInfluences.Name] = ["Talked through with the family; an older friend's phone, it seems",
            "Nothing else was found; looked at again in a month"],
    };
}
