using Lapwing.Casework.Calendar;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Concern = Lapwing.Casework.Triage.Concern;

namespace Lapwing.Web.Simulation;

/// <summary>What whoever reports answers: the questions that the intake asks them, page by page, until it has enough.</summary>
internal static class Answers
{
    private static readonly Dictionary<Question, double> often = new()
    {
        [ImmediateDanger] = 0.007,
        [SelfHarm] = 0.03,
        [SignificantHarmSuspected] = 0.04,
        [AdultInvolved] = 0.03,
        [CoercedBlackmailedOrGroomed] = 0.05,
        [CapacityConcern] = 0.03,
        [UnusualOrViolentActs] = 0.01,
        [SexualActs] = 0.03,
        [ImmediateRiskFromSharing] = 0.04,
        [OfflineMeetingArranged] = 0.02,
        [AdultMadeOrHeldImages] = 0.01,
        [LivesWithChildren] = 0.14,
        [UnsupervisedContact] = 0.06,
        [ContactPersonal] = 0.12,
        [ContactWorkOrVoluntary] = 0.05,
        [PositionOfTrust] = 0.04,
        [ChildcareHousehold] = 0.01,
        [ImagesOfKnownChildren] = 0.03,
        [Arrested] = 0.03,
        [PotentialVictimsInHousehold] = 0.12,
        [BullyingSevere] = 0.22,
        [CrimeSuspected] = 0.1,
        [TerroristMaterial] = 0.25,
        [ObsessiveUse] = 0.4,
    };

    private static readonly Form[] byAdults = [Grooming, SexualCommunication, IndecentImages, DirectedAbuse];
    private static readonly Form[] bySomebodyPressing = [Grooming, BlackmailOrPayment, CoercedSexualActivity, DirectedAbuse];

    /// <summary>Whether an adult is behind it, as a rule.</summary>
    public static bool IsByAdult(Form form) => byAdults.Contains(form);

    /// <summary>The facts of a report.</summary>
    /// <param name="chance">By what chance.</param>
    /// <param name="aware">When whoever reports became aware.</param>
    /// <param name="forms">The forms of harm.</param>
    /// <param name="children">The children, with their parts and ages.</param>
    public static ConcernFacts Of(Chance chance, DateTimeOffset aware, IReadOnlyList<Form> forms, IReadOnlyList<ChildTold> children)
    {
        var edition = RuleBook.Standard.On(London.DayOf(aware));
        var mask = forms.Aggregate(0UL, (all, form) => all | form.Mask);
        IReadOnlyList<Child> listed = [.. children.Select(child => new Child(
            child.Roles.Aggregate(default(Involvement), (all, role) => all | ChildFacts.RoleCalled(role)), child.Age))];
        Facts answers = default;
        var (asked, goesOn) = (0UL, chance.Is(0.5));
        SoFar SoFar(int page) => new(new Concern(null, aware, mask, page > Intake.Children ? listed : [], answers, null), asked, page > Intake.Children);
        foreach (var page in Intake.Pages)
        {
            if (page.Number is Intake.FormsOfHarm or Intake.Children) continue;
            var soFar = page.Number == 1 ? new SoFar(new Concern(null, aware, 0, [], answers, null), 0, false) : SoFar(page.Number);
            if (page.Number > 1 && !goesOn && Intake.IsEnough(soFar, edition)) break;
            foreach (var question in page.Number == 1 ? page.Questions : [.. Intake.Asks(page, soFar, edition)])
                (asked, answers) = (asked | question.Mask, answers.With(question, To(question, chance, forms)));
        }

        IReadOnlyList<string> With(Answer answer) =>
            [.. Questions.All.Where(one => (asked & one.Mask) != 0 && answers[one] == answer).Select(one => one.Name)];
        return new(aware, [.. forms.Select(form => form.Name)], With(Answer.Yes), With(Answer.No),
            With(Answer.NotKnown), children,
            answers[Arrested] == Answer.Yes ? aware.AddMinutes(-chance.From(20, 400)) : null);
    }

    private static Answer To(Question question, Chance chance, IReadOnlyList<Form> forms)
    {
        if (chance.Is(Often(question, forms))) return Answer.Yes;
        return chance.Is(question.Find == Find.Agencies ? 0.45 : question.Find == Find.OnlyIfTold ? 0.2 : 0.08) ? Answer.NotKnown
            : Answer.No;
    }

    private static double Often(Question question, IReadOnlyList<Form> forms)
    {
        if (question == AdultInvolved && forms.Any(byAdults.Contains)) return 0.97;
        if (question == AdultInvolved && forms.Contains(BlackmailOrPayment)) return 0.4;
        if (question == AdultMadeOrHeldImages && forms.Contains(IndecentImages)) return 0.95;
        if (question == CoercedBlackmailedOrGroomed && forms.Any(bySomebodyPressing.Contains)) return 0.85;
        if (question == OfflineMeetingArranged && forms.Contains(Grooming)) return 0.08;
        return often[question];
    }
}
