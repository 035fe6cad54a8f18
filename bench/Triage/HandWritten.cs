using System.Runtime.CompilerServices;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Bench.Triage;

/// <summary>
/// Outcome and recipients as a careful engineer writes them by hand for this one edition: conditions over bits, straight from the tables of the
/// contract, no tables at run time and no reasons. The yardstick for <see cref="Edition.Judge"/>, with which it must agree on every input.
/// </summary>
internal static class HandWritten
{
    // Forms.
    private const ulong IndecentImages = 1UL << 1, Grooming = 1UL << 2, SexualCommunication = 1UL << 3, ExposureToSexualMaterial = 1UL << 4,
        CoercedSexualActivity = 1UL << 5, DirectedAbuse = 1UL << 6, BlackmailOrPayment = 1UL << 7, ViewedAbusiveImages = 1UL << 8,
        OnlineBullying = 1UL << 9, Extremism = 1UL << 10, HarmfulWebsites = 1UL << 11, SomethingElse = 1UL << 12, SexualForms = (1UL << 9) - 1;

    // Answers.
    private const ulong ImmediateDanger = 1UL << 13, SelfHarm = 1UL << 14, SignificantHarm = 1UL << 15, AdultInvolved = 1UL << 16, Coerced = 1UL << 17,
        Capacity = 1UL << 18, Unusual = 1UL << 19, SexualActs = 1UL << 20, RiskFromSharing = 1UL << 21, Meeting = 1UL << 22, AdultImages = 1UL << 23,
        LivesWith = 1UL << 24, Unsupervised = 1UL << 25, Personal = 1UL << 26, AtWork = 1UL << 27, PositionOfTrust = 1UL << 28,
        ChildcareHousehold = 1UL << 29, KnownChildren = 1UL << 30, Arrested = 1UL << 31, VictimsInHousehold = 1UL << 32, BullyingSevere = 1UL << 33,
        CrimeSuspected = 1UL << 34, TerroristMaterial = 1UL << 35;

    // What the children say.
    private const ulong ShownUnder13 = 1UL << 37, OtherChildUnder13 = 1UL << 38, ChildInHousehold = 1UL << 39;

    // Facts of which any is enough.
    private const ulong Adult = AdultInvolved | AdultImages | SexualCommunication, Trust = PositionOfTrust | AtWork | ChildcareHousehold,
        AtHome = LivesWith | ChildInHousehold | Unsupervised, Contact = AtHome | Personal | Trust,
        CrimeForms = IndecentImages | ExposureToSexualMaterial | OnlineBullying | Extremism | HarmfulWebsites | SomethingElse,
        OtherForms = OnlineBullying | HarmfulWebsites | SomethingElse,
        SexualToEither =
        Adult | Coerced | Grooming | CoercedSexualActivity | DirectedAbuse | BlackmailOrPayment | Capacity | Unusual | RiskFromSharing | Meeting,
        OtherToEither = AdultInvolved | Coerced | Meeting, ToPrevent = TerroristMaterial | OtherToEither | SignificantHarm;

    // Recipients, in the order of their first rule.
    private const uint Police = 1, SocialCare = 2, Health = 4, Either = 8, Lado = 16, Prevent = 32;

    /// <summary>Outcome and recipients.</summary>
    public static Verdict Judge(Facts facts)
    {
        var possible = ~facts.No;
        var to = Refer(facts.Yes, (possible & Adult) != 0);
        if (to != 0) return new(Outcome.ReferNow, to);
        return new(Refer(possible, (possible & Adult) != 0) != 0 || Consult(possible) ? Outcome.ConsultToday : Outcome.RespondInSetting, 0);
    }

    // To whom, when exactly these facts are so. Without branches: facts are hard to foresee.
    private static uint Refer(ulong so, bool adultNotNo)
    {
        bool sexual = (so & SexualForms) != 0, extremism = (so & Extremism) != 0, adult = (so & Adult) != 0, images = sexual & ((so & AdultImages) != 0);
        var police = ((so & ImmediateDanger) != 0) | images | (((so & CrimeSuspected) != 0) & ((so & CrimeForms) != 0));
        var socialCare = ((so & (ImmediateDanger | SignificantHarm)) != 0)
            | (extremism & ((so & (AdultInvolved | Coerced)) != 0))
            | (images & ((so & (AtHome | KnownChildren)) != 0))
            | ((sexual | extremism) & adult & ((so & Contact) != 0))
            | (sexual & adult & ((so & Arrested) != 0))
            | (((so & ViewedAbusiveImages) != 0) & ((so & (VictimsInHousehold | ChildInHousehold)) != 0));
        var either = (sexual & (((so & SexualToEither) != 0) | ((so & (SexualActs | ShownUnder13)) == (SexualActs | ShownUnder13))))
            | (!sexual & ((so & OtherForms) != 0) & ((so & OtherToEither) != 0));
        var lado = adultNotNo & ((so & Trust) != 0);
        var prevent = extremism & ((so & ToPrevent) != 0);
        return Bit(police, Police) | Bit(socialCare, SocialCare) | Bit((so & SelfHarm) != 0, Health) | Bit(either, Either) | Bit(lado,
            Lado) | Bit(prevent, Prevent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool so, uint recipient) => so ? recipient : 0;

    // Whether social care or the Prevent lead is consulted, when exactly these facts are so.
    private static bool Consult(ulong so) =>
        (so & (ViewedAbusiveImages | Extremism | SelfHarm)) != 0
        || ((so & (ShownUnder13 | OtherChildUnder13)) != 0 && (so & SexualForms) != 0)
        || (so & (OnlineBullying | BullyingSevere)) == (OnlineBullying | BullyingSevere);
}
