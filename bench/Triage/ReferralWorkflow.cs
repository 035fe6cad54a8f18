using Lapwing.Casework.Triage;
using RulesEngine.Models;

namespace Lapwing.Bench.Triage;

/// <summary>
/// The table of referrals as a workflow of the package RulesEngine: a rule succeeds where its condition is yes. No outcome, no open questions.
/// </summary>
internal sealed class ReferralWorkflow
{
    private static readonly (string Rule, string When, Recipient To)[] table =
    [
        ("danger", "c.ImmediateDanger == true", Recipient.Police),
        ("danger, child", "c.ImmediateDanger == true", Recipient.ChildrensSocialCare),
        ("self-harm", "c.SelfHarm == true", Recipient.Health),
        ("adult", "c.Sexual && c.Adult", Recipient.PoliceOrSocialCare),
        ("coerced", "c.Sexual && (c.CoercedBlackmailedOrGroomed == true || c.CoerciveForm || c.CapacityConcern == true)", Recipient.PoliceOrSocialCare),
        ("unusual", "c.Sexual && c.UnusualOrViolentActs == true", Recipient.PoliceOrSocialCare),
        ("under 13", "c.Sexual && c.SexualActs == true && c.ShownUnder13 == true", Recipient.PoliceOrSocialCare),
        ("sharing", "c.Sexual && (c.ImmediateRiskFromSharing == true || c.OfflineMeetingArranged == true)", Recipient.PoliceOrSocialCare),
        ("adult, coercion or meeting, other form",
            "c.OtherForm && (c.AdultInvolved == true || c.CoercedBlackmailedOrGroomed == true || c.OfflineMeetingArranged == true)",
            Recipient.PoliceOrSocialCare),
        ("adult or coercion, extremism", "c.Extremism && (c.AdultInvolved == true || c.CoercedBlackmailedOrGroomed == true)", Recipient.ChildrensSocialCare),
        ("significant harm", "c.SignificantHarmSuspected == true", Recipient.ChildrensSocialCare),
        ("images", "c.Images", Recipient.Police),
        ("images, at home", "c.Images && (c.Home || c.UnsupervisedContact == true)", Recipient.ChildrensSocialCare),
        ("adult, contact", "(c.Sexual || c.Extremism) && c.Adult && c.Contact", Recipient.ChildrensSocialCare),
        ("known children", "c.Images && c.ImagesOfKnownChildren == true", Recipient.ChildrensSocialCare),
        ("arrest", "c.Sexual && c.Adult && c.Arrested == true", Recipient.ChildrensSocialCare),
        ("young viewer", "c.ViewedAbusiveImages && (c.PotentialVictimsInHousehold == true || c.ChildInHousehold)", Recipient.ChildrensSocialCare),
        ("position of trust", "c.Trust && c.AdultIsNotNo", Recipient.Lado),
        ("crime", "c.CrimeForm && c.CrimeSuspected == true", Recipient.Police),
        ("prevent",
        "c.Extremism && (c.TerroristMaterial == true || c.AdultInvolved == true || c.CoercedBlackmailedOrGroomed == true || "
            + "c.OfflineMeetingArranged == true || c.SignificantHarmSuspected == true)", Recipient.Prevent),
    ];

    private readonly RulesEngine.RulesEngine engine = new([new Workflow { WorkflowName = "referrals", Rules = table.Select(AsRule) }]);
    private readonly Dictionary<string, uint> bits;

    /// <summary>Its recipients get the bits that the edition gives them.</summary>
    public ReferralWorkflow(Edition edition)
    {
        var recipients = edition.Recipients.ToList();
        bits = table.ToDictionary(row => row.Rule, row => 1U << recipients.IndexOf(row.To));
    }

    /// <summary>To whom.</summary>
    public uint Recipients(ReferralInput input)
    {
        var to = 0U;
        foreach (var result in Results(input))
            if (result.IsSuccess) to |= bits[result.Rule.RuleName];
        return to;
    }

    /// <summary>What the engine itself answers.</summary>
    public List<RuleResultTree> Results(ReferralInput input)
    {
        var pending = engine.ExecuteAllRulesAsync("referrals", new RuleParameter("c", input));
        return pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
    }

    private static Rule AsRule((string Rule, string When, Recipient To) row) => new() { RuleName = row.Rule, Expression = row.When };
}
