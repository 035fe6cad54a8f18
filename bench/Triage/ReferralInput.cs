using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Bench.Triage;

/// <summary>
/// A concern as the rule engine is given it: a property a fact, an answer that is not known being null. The derived facts are properties in C#,
/// which is kinder to the engine than its own parameters.
/// </summary>
public sealed class ReferralInput(Facts facts)
{
    public bool Sexual { get; } = Forms.Sexual.Holds(facts.Yes);
    public bool SexualCommunication { get; } = Forms.SexualCommunication.Holds(facts.Yes);
    public bool ViewedAbusiveImages { get; } = Forms.ViewedAbusiveImages.Holds(facts.Yes);
    public bool Extremism { get; } = Forms.Extremism.Holds(facts.Yes);
    public bool CoerciveForm { get; } = (Forms.Grooming | Forms.CoercedSexualActivity | Forms.DirectedAbuse | Forms.BlackmailOrPayment).Holds(facts.Yes);
    public bool OtherForm { get; } = !Forms.Sexual.Holds(facts.Yes) && (Forms.OnlineBullying | Forms.HarmfulWebsites | Forms.SomethingElse).Holds(facts.Yes);
    public bool CrimeForm { get; } = (Forms.IndecentImages | Forms.ExposureToSexualMaterial | Forms.OnlineBullying | Forms.Extremism
        | Forms.HarmfulWebsites | Forms.SomethingElse).Holds(facts.Yes);

    public bool? ImmediateDanger { get; } = Told(facts, Questions.ImmediateDanger);
    public bool? SelfHarm { get; } = Told(facts, Questions.SelfHarm);
    public bool? SignificantHarmSuspected { get; } = Told(facts, Questions.SignificantHarmSuspected);
    public bool? AdultInvolved { get; } = Told(facts, Questions.AdultInvolved);
    public bool? CoercedBlackmailedOrGroomed { get; } = Told(facts, Questions.CoercedBlackmailedOrGroomed);
    public bool? CapacityConcern { get; } = Told(facts, Questions.CapacityConcern);
    public bool? UnusualOrViolentActs { get; } = Told(facts, Questions.UnusualOrViolentActs);
    public bool? SexualActs { get; } = Told(facts, Questions.SexualActs);
    public bool? ImmediateRiskFromSharing { get; } = Told(facts, Questions.ImmediateRiskFromSharing);
    public bool? OfflineMeetingArranged { get; } = Told(facts, Questions.OfflineMeetingArranged);
    public bool? AdultMadeOrHeldImages { get; } = Told(facts, Questions.AdultMadeOrHeldImages);
    public bool? LivesWithChildren { get; } = Told(facts, Questions.LivesWithChildren);
    public bool? UnsupervisedContact { get; } = Told(facts, Questions.UnsupervisedContact);
    public bool? ContactPersonal { get; } = Told(facts, Questions.ContactPersonal);
    public bool? ContactWorkOrVoluntary { get; } = Told(facts, Questions.ContactWorkOrVoluntary);
    public bool? PositionOfTrust { get; } = Told(facts, Questions.PositionOfTrust);
    public bool? ChildcareHousehold { get; } = Told(facts, Questions.ChildcareHousehold);
    public bool? ImagesOfKnownChildren { get; } = Told(facts, Questions.ImagesOfKnownChildren);
    public bool? Arrested { get; } = Told(facts, Questions.Arrested);
    public bool? PotentialVictimsInHousehold { get; } = Told(facts, Questions.PotentialVictimsInHousehold);
    public bool? CrimeSuspected { get; } = Told(facts, Questions.CrimeSuspected);
    public bool? TerroristMaterial { get; } = Told(facts, Questions.TerroristMaterial);
    public bool? ShownUnder13 { get; } = Told(facts, ChildFacts.ShownUnder13);
    public bool ChildInHousehold { get; } = ChildFacts.ChildInHousehold.Holds(facts.Yes);

    public bool Adult => AdultInvolved == true || AdultMadeOrHeldImages == true || SexualCommunication;

    public bool AdultIsNotNo => AdultInvolved != false || AdultMadeOrHeldImages != false || SexualCommunication;

    public bool Images => Sexual && AdultMadeOrHeldImages == true;

    public bool Home => LivesWithChildren == true || ChildInHousehold;

    public bool Trust => PositionOfTrust == true || ContactWorkOrVoluntary == true || ChildcareHousehold == true;

    public bool Contact => Home || UnsupervisedContact == true || ContactPersonal == true || Trust;

    private static bool? Told(Facts facts, Fact fact) => facts[fact] switch { Answer.Yes => true, Answer.No => false, _ => null };
}
