using System.Collections.Frozen;

namespace Lapwing.Casework.Rules;

/// <summary>
/// What the procedure tells a practitioner without asking anything (its statements of force <em>inform</em>, and words of the supplement), each
/// at the point where it is needed. To change a note, change its row; its name stays.
/// </summary>
public static class GuidanceNotes
{
    /// <summary>All of them, in the order in which a practitioner meets them.</summary>
    public static readonly IReadOnlyList<GuidanceNote> All =
    [
        new("what-this-is-for", "page 1",
            "This is for a worry about a child harmed through a phone, a game or the internet, by an adult or by other children, and for a worry "
            + "about an adult who looked at illegal images of children.", "S0.1"),
        new("danger-whatever-the-worry", "immediate-danger",
        "Whatever the worry is about, the police and children's social care both know the same day.", "N1"),
        new("somebody-stays", "self-harm", "Somebody stays with the child until urgent health help has taken over.", "N2"),
        new("look-at-the-adult", "adult-involved", "Attention is on adults who exploit children, not on the children who were abused.", "S2.2.2"),
        new("devices-and-platforms", "page 4",
            "Note in words which phone, tablet, computer, webcam, camera or console was used, and which app, game or site. Open none of them.", "S1.1"),
        new("apparent-agreement", "coerced-blackmailed-or-groomed",
            "A child may seem to agree or stay silent for fear of what happens otherwise, and may not see it as abuse. Parents, friends and "
            + "professionals may misread it too. None of that makes it less serious.", "S1.4"),
        new("nobody-consents-to-abuse", "capacity-concern",
        "Nobody under 18 can consent to being abused or exploited. A yes here can only bring more help.", "S1.8"),
        new("do-not-guess-an-age", "page 5", "Do not guess. While the age of a child is not known, they may be under 13.", "S2.1.11", "N6"),
        new("trust-need-not-be-sexual", "position-of-trust",
            "For people who work with children the harm need not be sexual, and somebody who may not be suitable for that work counts too.", "N7"),

        new("most-is-risk-taking", "youth-produced-imagery",
            "Most such images come of taking risks and of ordinary growing up; some come of grooming by an adult. The young person may not know "
            + "that it is illegal.", "S2.6"),
        new("first-a-safeguarding-matter", "youth-produced-imagery", "This is first a matter of keeping children safe, not of crime.", "S2.1.19"),
        new("first-time", "youth-produced-imagery",
            "Young people for whom it is the first time are not usually prosecuted. Make sure that they are not at risk; education helps.", "S2.1.22"),
        new("advice-for-schools", "youth-produced-imagery",
            "Schools and colleges may use the national advice \"Sharing nudes and semi-nudes\". It is in the directory of help.", "S2.1.1"),
        new("made-by-computer", "indecent-images", "An image of a child that was made or altered by computer or AI counts as an image of a child.", "N12"),
        new("easy-access", "grooming",
        "Social networks give adults easy access to children: some win a child's trust themselves, some make it easier for others.", "S2.2.1"),
        new("money-and-crime", "blackmail-or-payment", "Adults do this and so do young people. Money may be behind it, and so may organised crime.", "S1.5"),
        new("do-not-pay", "blackmail-or-payment",
            "Nobody pays or sends anything more. Stop the contact and delete nothing. The police and CEOP take a report, and there is help with "
            + "removal.", "N20"),
        new("a-worry-about-the-one-who-looked", "viewed-abusive-images",
            "A young person who looked may need protection too. The procedure on children who present a risk of harm to others goes with this one.",
            "S2.1.6", "S2.1.7"),
        new("what-bullying-is", "online-bullying",
            "A child is threatened, harassed, humiliated or otherwise targeted by another child, or by many, by text, message or social media. It is "
            + "growing in schools.", "S1.6", "S3.1", "S3.3"),
        new("bullying-and-risk-to-others", "online-bullying", "The procedure on children who present a risk of harm to others goes with this one.", "S3.6"),
        new("drawn-in-as-by-groomers", "extremism",
        "Groups draw children in through social media much as groomers do, and use the same vulnerabilities.", "S1.7", "S4.1"),
        new("kinds-of-groups", "extremism",
            "Such groups may be extreme Islamist, far right or neo-Nazi, paramilitary, extremist about animal rights, or others who justify "
            + "political, religious, sexist or racist violence.", "S4.1"),
        new("around-adolescence", "harmful-websites",
            "Around adolescence, children can become obsessed with body image, their own worth, or ideas about life and death. Messages online can "
            + "feed that.", "S1.7", "S5.1"),
        new("significant-harm-from-websites", "harmful-websites", "Websites about weight loss and suicide in particular can lead to significant harm.", "S5.2"),

        new("safety-first", "decision", "The child's safety leads every response; questions of crime come after it.", "S2.1.2"),
        new("who-may-view", "duty do-not-view-imagery",
            "Only where nothing else will do: by the safeguarding lead or a deputy, with a senior colleague's agreement and another adult "
            + "present, on the premises, never copied. Who, when, where and why is written down.", "N14"),
        new("their-own-request", "duty offer-removal-help",
            "Report Remove is the young person's own request, with an adult's support. Nobody uploads an image for them. It is for under-18s; "
            + "proof of age makes it easier. Platforms must act on a report of an intimate image within 48 hours.", "N19"),
        new("if-threatened", "duty offer-removal-help",
            "If a child is threatened, for money or anything else: nobody pays, the contact stops, nothing is deleted, and the police and CEOP are "
            + "told.", "N20"),
        new("hard-to-believe", "duty consider-support-for-those-close",
            "Partners, colleagues and friends often find it very hard to believe. Disbelief at first does not show that somebody cannot protect a "
            + "child.", "S2.2.8"),
        new("advice-on-bullying", "duty respond-to-bullying", "Advice for heads and staff, and for parents and carers, is in the directory of help.",
        "S3.3", "S3.7"),
        new("under-your-own-name", "duty report-terrorist-material",
            "The government's page lets people report without a name. Give yours, and follow the procedures for professionals.", "S4.3", "S4.4"),
        new("platforms-take-reports", "duty report-to-platform", "Use the platform's own page for reports. Do not search for more.", "S4.5"),
    ];

    private static readonly FrozenDictionary<string, GuidanceNote[]> byPlace =
        All.GroupBy(note => note.Beside).ToFrozenDictionary(place => place.Key, place => place.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, GuidanceNote> byName = All.ToDictionary(note => note.Name).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The notes of one place, in order; none for a place without any.</summary>
    public static IReadOnlyList<GuidanceNote> Beside(string place) => byPlace.GetValueOrDefault(place, []);

    /// <summary>The note with a name, or none.</summary>
    public static GuidanceNote? Find(string name) => byName.GetValueOrDefault(name);
}
