using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Concern = Lapwing.Casework.Procedures.Concern;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>The forms of a case. Their addresses are numbers, so that nobody learns from one what it is about.</summary>
internal static class DutyForms
{
    public const int ReferralMade = 1, ReferralReceived = 2, ReferralDecided = 3, ReferralFedBack = 4, ReferralChased = 5, Telling = 6,
        TellingAgreed = 7, LookedAgain = 8, Signing = 9, Step = 10, Story = 11, Person = 12, Less = 13, Name = 14, Link = 15, Group = 16, Knew = 17,
        ShutOut = 18, Confirmed = 19;

    /// <summary>The form that records a kind of thing, and puts it right; none for a report and its facts, which change, and for a correction.</summary>
    public static int? Of(Content content) => content switch
    {
        Referral.Made => ReferralMade,
        Referral.KnewAlready => Knew,
        Referral.Received => ReferralReceived,
        Referral.Decided => ReferralDecided,
        Referral.FedBack => ReferralFedBack,
        Referral.Chased => ReferralChased,
        TellingParents.ParentTold or TellingParents.ToBeTold or TellingParents.Withheld => Telling,
        TellingParents.Agreed => TellingAgreed,
        TellingParents.Confirmed => Confirmed,
        TellingParents.LookedAgain => LookedAgain,
        Concern.LessSigned => Signing,
        Concern.LessAsked => Less,
        Concern.StepTaken => Step,
        Concern.StoryWritten => Story,
        People.Added => Person,
        People.Named => Name,
        People.Linked => Link,
        People.GroupAdded => Group,
        _ => null,
    };

    /// <summary>The form that puts an entry right; none where it is no form's, and where another team recorded it: they put it right.</summary>
    public static int? ToCorrect(Entry entry, Viewer viewer) => entry.Act.By.Team == viewer.Team ? Of(entry.Content) : null;

    /// <summary>Whether somebody has to be called for it: the page that says who and on which number comes before the form.</summary>
    public static bool IsCall(string duty) => duty.StartsWith("refer:", StringComparison.Ordinal);

    /// <summary>Whether somebody is of the service that a duty asks to be called: they can say that it knows already.</summary>
    public static bool KnowsAlready(string duty, Viewer viewer) => IsCall(duty) && Referral.Recipient(duty["refer:".Length..]) is { } to
        && DecisionWords.Each(to).Any(each => Referral.AgencyOf(each.Name) == viewer.Agency);

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
        _ when IsCall(duty) => ReferralMade,
        _ => Concern.Kind(duty) is { } kind && Concern.IsStep(kind) ? Step : null,
    };
}
