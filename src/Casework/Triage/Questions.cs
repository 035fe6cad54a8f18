using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>Who should find an answer out.</summary>
public enum Find
{
    /// <summary>The practitioner, of themselves and of colleagues.</summary>
    AskNow,

    /// <summary>Only from what was already said: ask no child, look at nothing.</summary>
    OnlyIfTold,

    /// <summary>The police or social care.</summary>
    Agencies,
}

/// <summary>A question that is answered yes, no or not known. An answer left out is not known.</summary>
/// <param name="bit">Its place among the facts.</param>
/// <param name="name">Its name in files and in the API.</param>
/// <param name="find">Who should find it out.</param>
/// <param name="ask">The question as a person is asked it.</param>
/// <param name="clause">What a yes means, as a clause of a sentence.</param>
/// <param name="statements">The statements that it comes from.</param>
public sealed class Question(int bit, string name, Find find, string ask, string clause, params IReadOnlyList<string> statements) : Fact(bit, name, clause)
{
    /// <summary>The question as a person is asked it.</summary>
    public string Ask { get; } = ask;

    /// <summary>Who should find it out.</summary>
    public Find Find { get; } = find;

    /// <summary>Ids of the statements that it comes from.</summary>
    public IReadOnlyList<string> Statements { get; } = statements;

    /// <summary>What is asked, after "whether", in the question's own words.</summary>
    public string Whether { get => field ?? Sentence; init; }

    /// <summary>What helps to answer it, shown below it; empty where it needs none.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Whether it asks about the adult, if there is one.</summary>
    public bool IsAboutTheAdult { get; init; }
}

/// <summary>Every question of the decision, in the procedure's order. None asks what a child agreed to: no agreement lowers an outcome (S1.8).</summary>
public static class Questions
{
    private const int First = 13;      // after the forms

    /// <summary>A child is in danger now.</summary>
    public static readonly Question ImmediateDanger = new(First, "immediate-danger", Find.AskNow,
        "Is a child in immediate danger now?", "a child is in danger now", "N1")
    { Whether = "a child is in immediate danger now" };

    /// <summary>A child speaks of suicide or self-harm, or has harmed themselves.</summary>
    public static readonly Question SelfHarm = new(First + 1, "self-harm", Find.AskNow,
        "Has a child spoken of suicide or self-harm, or harmed themselves?", "a child has spoken of suicide or self-harm, or harmed themselves", "N2")
    { Hint = "Stay with them. It is safe to ask plainly." };

    /// <summary>Suspicion is enough.</summary>
    public static readonly Question SignificantHarmSuspected = new(First + 2, "significant-harm-suspected", Find.AskNow,
        "Could a child be suffering, or likely to suffer, significant harm?", "a child may be suffering, or likely to suffer, significant harm", "S2.1.14")
    { Whether = "a child could be suffering, or likely to suffer, significant harm", Hint = "Suspicion is enough." };

    /// <summary>In any way, somebody unknown or posing as a child included.</summary>
    public static readonly Question AdultInvolved = new(First + 3, "adult-involved", Find.AskNow,
        "Is an adult involved in any way?", "an adult is involved", "S2.1.8")
    { Hint = "Also someone unknown, or posing as a child." };

    /// <summary>Reason to believe is enough.</summary>
    public static readonly Question CoercedBlackmailedOrGroomed = new(First + 4, "coerced-blackmailed-or-groomed", Find.OnlyIfTold,
        "Was a child pressured, threatened, blackmailed or groomed?", "there is reason to believe that a child was pressured, blackmailed or groomed", "S2.1.9")
    { Whether = "a child was pressured, threatened, blackmailed or groomed", Hint = "A reason to believe it is enough." };

    /// <summary>May not understand, or not be able to agree freely. It can only raise an outcome (S1.8).</summary>
    public static readonly Question CapacityConcern = new(First + 5, "capacity-concern", Find.AskNow,
        "Does a child have needs that make it harder to understand what happened?", "a child may not understand what happened, or not be free in it",
        "S2.1.9", "S1.8")
    { Whether = "a child has needs that make it harder to understand what happened", Hint = "Such as special educational needs." };

    /// <summary>What is known suggests acts unusual for the stage of development, or violent.</summary>
    public static readonly Question UnusualOrViolentActs = new(First + 6, "unusual-or-violent-acts", Find.OnlyIfTold,
        "Is anything violent, or unusual for the child's stage?", "what is known suggests acts that are violent or unusual for the child's stage", "S2.1.10")
    { Whether = "anything is violent, or unusual for the child's stage" };

    /// <summary>What is known suggests sexual acts.</summary>
    public static readonly Question SexualActs = new(First + 7, "sexual-acts", Find.OnlyIfTold,
        "Are sexual acts involved?", "sexual acts are involved", "S2.1.11");

    /// <summary>Of harm, because of the sharing.</summary>
    public static readonly Question ImmediateRiskFromSharing = new(First + 8, "immediate-risk-from-sharing", Find.AskNow,
        "Is a child at risk now because of the sharing?", "a child is at risk now because of the sharing", "S2.1.12")
    { Hint = "Such as threats or self-harm." };

    /// <summary>A meeting off line.</summary>
    public static readonly Question OfflineMeetingArranged = new(First + 9, "offline-meeting-arranged", Find.AskNow,
        "Has a meeting in person been arranged?", "a meeting in person has been arranged", "S2.1.12", "S2.4");

    /// <summary>Made, took, possessed, downloaded or distributed. Counts as no where no form is sexual.</summary>
    public static readonly Question AdultMadeOrHeldImages = new(First + 10, "adult-made-or-held-images", Find.OnlyIfTold,
        "Has an adult made, kept, downloaded or shared indecent images of a child?",
        "an adult is suspected of making, keeping or sharing indecent images of a child", "S2.2.4")
    { Whether = "an adult has made, kept, downloaded or shared indecent images of a child", Hint = "Also images made or altered by computer." };

    /// <summary>The adult does.</summary>
    public static readonly Question LivesWithChildren = new(First + 11, "lives-with-children", Find.OnlyIfTold,
        "Does the adult live with children?", "the adult lives with children", "S2.2.3", "S2.2.5")
    { Hint = $"Their own or anybody else's. {ChildWords.Home}", IsAboutTheAdult = true };

    /// <summary>Spends time alone with children.</summary>
    public static readonly Question UnsupervisedContact = new(First + 12, "unsupervised-contact", Find.Agencies,
        "Does the adult spend time alone with any child?", "the adult spends time alone with children", "S2.2.3")
    { Hint = "Minding one counts.", IsAboutTheAdult = true };

    /// <summary>Meets children in personal life.</summary>
    public static readonly Question ContactPersonal = new(First + 13, "contact-personal", Find.Agencies,
        "Does the adult meet children in private life?", "the adult meets children in private life", "S2.2.5")
    { Hint = "Spends time with any, or minds them: family, friends, neighbours.", IsAboutTheAdult = true };

    /// <summary>Meets children through work or volunteering.</summary>
    public static readonly Question ContactWorkOrVoluntary = new(First + 14, "contact-work-or-voluntary", Find.Agencies,
        "Does the adult meet children through work or volunteering?", "the adult meets children through work or volunteering", "S2.2.5", "S2.2.7")
    { IsAboutTheAdult = true };

    /// <summary>Works or volunteers with children, or is a foster carer.</summary>
    public static readonly Question PositionOfTrust = new(First + 15, "position-of-trust", Find.OnlyIfTold,
        "Does the adult hold a position of trust?", "the adult holds a position of trust", "S2.2.7")
    { Hint = "Teacher, coach, foster carer.", IsAboutTheAdult = true };

    /// <summary>Lives in a foster carer's or childminder's home.</summary>
    public static readonly Question ChildcareHousehold = new(First + 16, "childcare-household", Find.Agencies,
        "Does the adult live where children are cared for?", "the adult lives where children are cared for", "N7")
    { Hint = "A foster carer's or childminder's home.", IsAboutTheAdult = true };

    /// <summary>Own children included.</summary>
    public static readonly Question ImagesOfKnownChildren = new(First + 17, "images-of-known-children", Find.Agencies,
        "Do the images show children the adult knows?", "the images show children whom the adult knows", "S2.2.13")
    { Hint = "Also their own.", IsAboutTheAdult = true };

    /// <summary>The adult, or the alleged person.</summary>
    public static readonly Question Arrested = new(First + 18, "arrested", Find.Agencies,
        "Has the adult been arrested?", "the adult has been arrested", "S2.2.12")
    { IsAboutTheAdult = true };

    /// <summary>Of the young person who looked.</summary>
    public static readonly Question PotentialVictimsInHousehold = new(First + 19, "potential-victims-in-household", Find.AskNow,
        "Could children in the young person's home be harmed?", "children in the young person's home could be harmed", "S2.1.6")
    { Hint = ChildWords.Home };

    /// <summary>Severe bullying may be abuse by another young person.</summary>
    public static readonly Question BullyingSevere = new(First + 20, "bullying-severe", Find.AskNow,
        "Is the bullying severe?", "the bullying is severe", "S3.2");

    /// <summary>Whoever did it.</summary>
    public static readonly Question CrimeSuspected = new(First + 21, "crime-suspected", Find.AskNow,
        "Could it be a crime?", "a crime is suspected", "S3.5")
    { Whether = "it could be a crime" };

    /// <summary>Nobody searches for it.</summary>
    public static readonly Question TerroristMaterial = new(First + 22, "terrorist-material", Find.OnlyIfTold,
        "Is there terrorist material online?", "there is terrorist material online", "S4.3")
    { Hint = "Do not search for it." };

    /// <summary>The child keeps going back to these sites.</summary>
    public static readonly Question ObsessiveUse = new(First + 23, "obsessive-use", Find.AskNow,
        "Does the child keep going back to these sites?", "the child keeps going back to these sites", "S5.3");

    /// <summary>The questions that are answered by name, in order.</summary>
    public static readonly IReadOnlyList<Question> All =
    [
        ImmediateDanger, SelfHarm, SignificantHarmSuspected, AdultInvolved, CoercedBlackmailedOrGroomed, CapacityConcern, UnusualOrViolentActs,
        SexualActs, ImmediateRiskFromSharing, OfflineMeetingArranged, AdultMadeOrHeldImages, LivesWithChildren, UnsupervisedContact,
        ContactPersonal, ContactWorkOrVoluntary, PositionOfTrust, ChildcareHousehold, ImagesOfKnownChildren, Arrested,
        PotentialVictimsInHousehold, BullyingSevere, CrimeSuspected, TerroristMaterial, ObsessiveUse,
    ];
}
