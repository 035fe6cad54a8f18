using Lapwing.Casework.Procedures;

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
        _ => Concern.Kind(duty) is { } kind && Concern.IsStep(kind) ? Step : null,
    };
}
