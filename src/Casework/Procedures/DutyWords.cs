namespace Lapwing.Casework.Procedures;

/// <summary>What a duty asks, by its name and without a name of anybody: the same in a list of work and in a case.</summary>
public static class DutyWords
{
    private const string Refer = "refer:";

    /// <summary>As an instruction; the name itself where there is no such duty.</summary>
    public static string Of(string duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty switch
        {
            "receive-referral" => "Receive the referral",
            "decide-referral" => "Decide on the referral",
            "tell-referrer" => "Tell the referrer what was decided",
            "chase-referral" => "Ask what became of the referral",
            "tell" => "Tell a parent or carer",
            "decide-telling-again" => "Decide again whether a parent or carer is told",
            "agree-what-is-said" => "Agree with police or social care what is said to whom, and what is left in place",
            "look-again-told-early" => "Look again, today, at the evidence and at each child's safety: somebody was told early",
            "sign-override" => "Sign, or refuse, that less is done than required",
            _ when duty.StartsWith(Refer, StringComparison.Ordinal) => $"Refer to {Referral.Recipient(duty[Refer.Length..])?.Words ?? duty[Refer.Length..]}",
            _ => Concern.Kind(duty)?.Short ?? duty,
        };
    }
}
