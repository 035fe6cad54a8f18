using Lapwing.Casework.Triage;

namespace Lapwing.Web.Cases;

/// <summary>The forms of a case. Their addresses are numbers, so that nobody learns from one what it is about.</summary>
internal static class DutyForms
{
    public const int ReferralMade = 1, ReferralReceived = 2, ReferralDecided = 3, ReferralFedBack = 4, ReferralChased = 5, Telling = 6, TellingAgreed = 7, LookedAgain = 8, Signing = 9, Step = 10, Story = 11, Person = 12, Less = 13;

    /// <summary>The form that records what meets a duty; none where there is none yet.</summary>
    public static int? For(string duty) => duty switch
    {
        "receive-referral" => ReferralReceived,
        "decide-referral" => ReferralDecided,
        "tell-referrer" => ReferralFedBack,
        "chase-referral" => ReferralChased,
        "decide-telling-parents" or "tell" or "decide-telling-again" => Telling,
        "agree-what-is-said" => TellingAgreed,
        "look-again-told-early" => LookedAgain,
        "sign-override" => Signing,
        _ when duty.StartsWith("refer:", StringComparison.Ordinal) => ReferralMade,
        _ => Kind(duty) is { } kind && Casework.Procedures.Concern.IsStep(kind) ? Step : null,
    };

    /// <summary>A duty in a list, without a name of anybody.</summary>
    public static string Words(string duty) => duty switch
    {
        "receive-referral" => "Receive the referral",
        "decide-referral" => "Decide on the referral",
        "tell-referrer" => "Tell the referrer what was decided",
        "chase-referral" => "Ask what became of the referral",
        "tell" => "Tell a parent or carer",
        "decide-telling-again" => "Decide again whether a parent or carer is told",
        "agree-what-is-said" => "Agree with police or social care what is said",
        "look-again-told-early" => "Look again at evidence and safety: somebody was told early",
        "sign-override" => "Sign, or refuse, that less is done than required",
        _ when duty.StartsWith("refer:", StringComparison.Ordinal) => $"Refer to {Casework.Procedures.Referral.Recipient(duty["refer:".Length..])?.Words}",
        _ => Kind(duty)?.Short ?? duty,
    };

    private static DutyKind? Kind(string duty) => Casework.Guidance.RuleBook.Standard.Newest.Duties.FirstOrDefault(rule => rule.Duty.Name == duty)?.Duty;
}
