using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>One page of the intake: questions that are asked together.</summary>
/// <param name="Number">Its place, from 1. Number 10 asks nothing that decides: it is what happened, in words, where there is a record to write it in.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Questions">Its yes-or-no questions, in the order in which they are asked.</param>
public sealed record IntakePage(int Number, string Title, params IReadOnlyList<Question> Questions)
{
    /// <summary>Its questions as a set of facts. The page of the children settles their ages too.</summary>
    public ulong Mask { get; } = Questions.Aggregate(Number == Intake.Children ? ChildFacts.AgesMask : 0, (all, question) => all | question.Mask);
}

/// <summary>What has been told so far, in an intake that is not at its end.</summary>
/// <param name="Concern">What is known. Before page 2 it has no form of harm.</param>
/// <param name="Asked">The questions that were answered, also with "not known yet".</param>
/// <param name="ChildrenAsked">Whether the page of the children was answered, also with nobody.</param>
public sealed record SoFar(Concern Concern, ulong Asked, bool ChildrenAsked);

/// <summary>
/// The intake: which page comes next and what it asks. The decision is worked out after each page; a page comes only while one of its questions
/// could still change who is called or what has to be done.
/// </summary>
public static class Intake
{
    /// <summary>The page of the forms of harm.</summary>
    public const int FormsOfHarm = 2;

    /// <summary>The page of the children, which always comes on the long way.</summary>
    public const int Children = 5;

    /// <summary>The page of what happened, in words: only where it is kept.</summary>
    public const int Story = 10;

    /// <summary>The page that shows what was told, before the decision.</summary>
    public const int Check = 11;

    /// <summary>The decision.</summary>
    public const int Decision = 12;

    /// <summary>The page that comes at once where a child is in danger: call 999.</summary>
    public const int CallNow = 13;

    /// <summary>The pages that ask, in order.</summary>
    public static readonly IReadOnlyList<IntakePage> Pages =
    [
        new(1, "Is a child safe right now?", Questions.ImmediateDanger, Questions.SelfHarm),
        new(FormsOfHarm, "What are you worried about?"),
        new(3, "Adults", Questions.AdultInvolved, Questions.AdultMadeOrHeldImages),
        new(4, "What you were told", Questions.CoercedBlackmailedOrGroomed, Questions.CapacityConcern, Questions.UnusualOrViolentActs, Questions.SexualActs),
        new(Children, "Children"),
        new(6, "Risk today", Questions.ImmediateRiskFromSharing, Questions.OfflineMeetingArranged, Questions.SignificantHarmSuspected),
        new(7, "The adult and children", Questions.LivesWithChildren, Questions.UnsupervisedContact, Questions.ContactPersonal,
            Questions.ContactWorkOrVoluntary, Questions.PositionOfTrust, Questions.ChildcareHousehold),
        new(8, "Known children and arrest", Questions.ImagesOfKnownChildren, Questions.Arrested),
        new(9, "More about this", Questions.PotentialVictimsInHousehold, Questions.BullyingSevere, Questions.CrimeSuspected,
            Questions.TerroristMaterial, Questions.ObsessiveUse),
    ];

    /// <summary>The page with a number, or none.</summary>
    public static IntakePage? Page(int number) => number is > 0 and <= 9 ? Pages[number - 1] : null;

    /// <summary>The page that asks a question.</summary>
    public static IntakePage PageOf(Question question) => Pages.First(page => (page.Mask & question.Mask) != 0);

    /// <summary>Whether a referral is certain, whatever is answered yet: there is enough to call somebody now.</summary>
    public static bool IsEnough(SoFar soFar, Edition edition) => HasForm(soFar) && edition.Judge(soFar.Concern.Facts).Outcome == Outcome.ReferNow;

    /// <summary>Whether it is certain that health is called, and nobody else yet.</summary>
    public static bool IsHealthAlone(SoFar soFar, Edition edition)
    {
        var recipients = edition.Judge(soFar.Concern.Facts).Recipients;
        return Facts.Bits(recipients).All(bit => edition.Recipients[bit] == Recipient.Health);
    }

    /// <summary>The page that comes after another: the next that has a question which is open and was not asked yet. Otherwise the check.</summary>
    /// <param name="after">The number of a page; 0 looks from the start.</param>
    /// <param name="soFar">What has been told.</param>
    /// <param name="edition">The edition in force on the day of awareness.</param>
    public static int Next(int after, SoFar soFar, Edition edition)
    {
        var open = Unasked(soFar, edition);
        foreach (var page in Pages.Skip(after))
        {
            var comes = page.Number switch
            {
                FormsOfHarm => !HasForm(soFar),
                Children => !soFar.ChildrenAsked,
                _ => (page.Mask & open) != 0,
            };
            if (comes) return page.Number;
        }

        return Check;
    }

    /// <summary>The questions of a page to ask: those that are open when nothing on this page is answered, and those that were asked and still apply.</summary>
    public static IEnumerable<Question> Asks(IntakePage page, SoFar soFar, Edition edition)
    {
        var open = edition.OpenQuestions(Without(page.Mask, soFar));
        return page.Questions.Where(q => (open & q.Mask) != 0 || ((soFar.Asked & q.Mask) != 0 && Applies(q, soFar, edition)));
    }

    /// <summary>The open questions that nobody was asked yet.</summary>
    public static ulong Unasked(SoFar soFar, Edition edition) => edition.OpenQuestions(soFar.Concern.Facts) & ~soFar.Asked & ~ChildFacts.AgesMask;

    /// <summary>
    /// Whether an answer can count at all. One that was given before another form of harm was chosen, or before it was known that no adult is
    /// involved, stays but is not used.
    /// </summary>
    public static bool Applies(Question question, SoFar soFar, Edition edition)
    {
        var without = Without(question.Mask, soFar);
        return (edition.OpenQuestions(new(without.Yes & Forms.AllMask, without.No)) & question.Mask) != 0;
    }

    /// <summary>The same, of a concern that is told whole.</summary>
    public static bool Applies(Question question, Concern concern, Edition edition) => Applies(question, new SoFar(concern, 0, true), edition);

    private static bool HasForm(SoFar soFar) => (soFar.Concern.Facts.Yes & Forms.AllMask) != 0;

    // Where no form is sexual the answer about images stays no, and no question.
    private static Facts Without(ulong questions, SoFar soFar)
    {
        var facts = soFar.Concern.Facts;
        if ((facts.Yes & Forms.Sexual.Mentions) == 0 && HasForm(soFar)) questions &= ~Questions.AdultMadeOrHeldImages.Mask;
        return new(facts.Yes & ~questions, facts.No & ~questions);
    }
}
