using System.Collections.Frozen;
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
        ShutOut = 18, Confirmed = 19, Lead = 20, Worker = 21, WorkerLeft = 22;

    private static readonly FrozenDictionary<Type, int> forms = new Dictionary<Type, int>
    {
        [typeof(Referral.Made)] = ReferralMade,
        [typeof(Referral.KnewAlready)] = Knew,
        [typeof(Referral.Received)] = ReferralReceived,
        [typeof(Referral.Decided)] = ReferralDecided,
        [typeof(Referral.FedBack)] = ReferralFedBack,
        [typeof(Referral.Chased)] = ReferralChased,
        [typeof(TellingParents.ParentTold)] = Telling,
        [typeof(TellingParents.ToBeTold)] = Telling,
        [typeof(TellingParents.Withheld)] = Telling,
        [typeof(TellingParents.Agreed)] = TellingAgreed,
        [typeof(TellingParents.Confirmed)] = Confirmed,
        [typeof(TellingParents.LookedAgain)] = LookedAgain,
        [typeof(Concern.LessSigned)] = Signing,
        [typeof(Concern.LessAsked)] = Less,
        [typeof(Concern.StepTaken)] = Step,
        [typeof(Concern.StoryWritten)] = Story,
        [typeof(People.Added)] = Person,
        [typeof(People.Named)] = Name,
        [typeof(People.Linked)] = Link,
        [typeof(People.GroupAdded)] = Group,
        [typeof(Concern.LeadShutOut)] = ShutOut,
        [typeof(CaseLead.LeadNamed)] = Lead,
        [typeof(CaseLead.WorkerNamed)] = Worker,
        [typeof(CaseLead.WorkerLeft)] = WorkerLeft,
    }.ToFrozenDictionary();

    /// <summary>The form that records a kind of thing, and puts it right; none for a report and its facts, which change, and for a correction.</summary>
    public static int? Of(Content content) => forms.TryGetValue(content.GetType(), out var form)
        && content is not (Concern.LeadShutOut or CaseLead.LeadNamed or CaseLead.WorkerNamed or CaseLead.WorkerLeft) ? form : null;

    /// <summary>Where a form writes; none where there is no such form.</summary>
    public static Place? PlaceOf(int form) => KindOf(form)?.Place;

    /// <summary>Whether a team to which it was referred records it while nobody of them leads.</summary>
    public static bool IsForReceivers(int form) => KindOf(form) is { IsForReceivers: true };

    private static Recordable? KindOf(int form) => Catalogue.Records.FirstOrDefault(kind => forms.TryGetValue(kind.Type, out var its) && its == form);

    /// <summary>The form that puts an entry right; none where it is no form's, and where another team recorded it: they put it right.</summary>
    public static int? ToCorrect(Entry entry, Viewer viewer) => entry.Act.By.Team == viewer.Team ? Of(entry.Content) : null;

    /// <summary>Whether somebody is of the service that a duty asks to be called: they can say that it knows already.</summary>
    public static bool KnowsAlready(DutyKind duty, Viewer viewer) => Referral.Called(duty) is { } to
        && DecisionWords.Each(to).Any(each => Referral.AgencyOf(each.Name) == viewer.Agency);
}
