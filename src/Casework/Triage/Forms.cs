using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>A form of harm: what the concern is about. Always known: a form that was not chosen is no.</summary>
/// <param name="bit">Its place among the facts.</param>
/// <param name="name">Its name in files and in the API.</param>
/// <param name="words">As a choice on a page.</param>
/// <param name="clause">As a clause of a sentence.</param>
/// <param name="statements">The statements that it comes from.</param>
public sealed class Form(int bit, string name, string words, string clause, params IReadOnlyList<string> statements) : Fact(bit, name, clause)
{
    /// <summary>As a choice on a page.</summary>
    public string Words { get; } = words;

    /// <summary>In a line of a list, among other things.</summary>
    public required string Short { get; init; }

    /// <summary>Ids of the statements that it comes from.</summary>
    public IReadOnlyList<string> Statements { get; } = statements;
}

/// <summary>The forms of harm, several of which may be chosen at once (S1.3). The list is not closed: that is what the last one is for.</summary>
public static class Forms
{
    /// <summary>Images that young people made of themselves, or shared; never called anything else (S2.6).</summary>
    public static readonly Form YouthProducedImagery = new(0, "youth-produced-imagery",
        "A nude or sexual image made or shared by young people", "the worry is a nude or sexual image made or shared by young people", "S2.6")
    { Short = "image shared" };

    /// <summary>Indecent images of children, made or altered by computer or AI included (N12).</summary>
    public static readonly Form IndecentImages = new(1, "indecent-images",
        "Indecent images of children", "the worry is indecent images of children", "S2.1", "S2.2", "N12")
    { Short = "indecent images" };

    /// <summary>Winning a child's trust in order to abuse them.</summary>
    public static readonly Form Grooming = new(2, "grooming",
        "Winning a child's trust to abuse them (grooming)", "the worry is grooming", "S1.3", "S2.1")
    { Short = "grooming" };

    /// <summary>An adult's sexual messages to a child, or meant to draw them out.</summary>
    public static readonly Form SexualCommunication = new(3, "sexual-communication",
        "An adult's sexual messages to a child", "the worry is an adult's sexual messages to a child", "S2.3")
    { Short = "adult's messages" };

    /// <summary>A child shown sexual or offensive material.</summary>
    public static readonly Form ExposureToSexualMaterial = new(4, "exposure-to-sexual-material",
        "A child shown sexual or offensive material", "the worry is a child shown sexual or offensive material", "S2.1", "S2.5")
    { Short = "shown material" };

    /// <summary>Made to, or encouraged to, take part, produce or behave.</summary>
    public static readonly Form CoercedSexualActivity = new(5, "coerced-sexual-activity",
        "A child made or encouraged to do something sexual", "the worry is a child made or encouraged to do something sexual", "S1.3", "S2.1")
    { Short = "made to take part" };

    /// <summary>Directing or coordinating abuse by others.</summary>
    public static readonly Form DirectedAbuse = new(6, "directed-abuse",
        "Directing or arranging abuse", "the worry is directing or arranging abuse", "S1.3", "S2.1")
    { Short = "directed abuse" };

    /// <summary>Threats, or money, about images or anything sexual.</summary>
    public static readonly Form BlackmailOrPayment = new(7, "blackmail-or-payment",
        "Blackmail, threats or payment (about images or anything sexual)", "the worry is blackmail, threats or payment", "S1.5")
    { Short = "blackmail or payment" };

    /// <summary>A young person looked at abusive images of children. A concern for that young person too.</summary>
    public static readonly Form ViewedAbusiveImages = new(8, "viewed-abusive-images",
        "A young person looked at abusive images of children", "the worry is a young person who looked at abusive images of children", "S2.1.5")
    { Short = "looked at images" };

    /// <summary>Bullying of a child by children.</summary>
    public static readonly Form OnlineBullying = new(9, "online-bullying",
        "Bullying by children online", "the worry is bullying by children online", "S3.1")
    { Short = "bullying" };

    /// <summary>Being drawn into extremism.</summary>
    public static readonly Form Extremism = new(10, "extremism",
        "Extremism", "the worry is extremism", "S4.1")
    { Short = "extremism" };

    /// <summary>Websites with harmful messages about suicide, self-harm or weight.</summary>
    public static readonly Form HarmfulWebsites = new(11, "harmful-websites",
        "Websites about suicide, self-harm or weight", "the worry is websites with harmful messages", "S5.2")
    { Short = "harmful websites" };

    /// <summary>Anything else: the chapter's list is not closed.</summary>
    public static readonly Form SomethingElse = new(12, "something-else",
        "Something else", "the worry is something else", "S1.3")
    { Short = "something else" };

    /// <summary>All of them, in the procedure's order.</summary>
    public static readonly IReadOnlyList<Form> All =
    [
        YouthProducedImagery, IndecentImages, Grooming, SexualCommunication, ExposureToSexualMaterial, CoercedSexualActivity, DirectedAbuse,
        BlackmailOrPayment, ViewedAbusiveImages, OnlineBullying, Extremism, HarmfulWebsites, SomethingElse,
    ];

    /// <summary>All of them as a set of facts.</summary>
    public static readonly ulong AllMask = All.Aggregate(0UL, (all, form) => all | form.Mask);

    /// <summary>The first nine: online sexual abuse and youth-produced imagery (section 2).</summary>
    public static readonly Kind Sexual = new("sexual", "the worry is any sexual form of harm", [.. All.Take(9)]);
}
