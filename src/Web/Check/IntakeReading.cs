using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;

namespace Lapwing.Web.Check;

/// <summary>What is amiss with a page.</summary>
/// <param name="Page">The number of the page.</param>
/// <param name="Error">The field and what to do.</param>
public readonly record struct Amiss(int Page, FieldError Error);

/// <summary>What the typed text amounts to: the facts, and what is amiss. Names of fields are the names of the questions.</summary>
public sealed class IntakeReading
{
    private const string Aware = "aware";
    private readonly Typed typed;
    private readonly DateOnly today;
    private readonly List<Amiss> amiss = [];

    private IntakeReading(Typed typed, DateOnly today)
    {
        (this.typed, this.today) = (typed, today);
        var forms = FormsOfHarm();
        var answers = Answers(out var asked);
        var children = Children();
        var arrested = Arrested(answers);
        Words();
        AddedIndecentImages = (answers.Yes & Questions.AdultMadeOrHeldImages.Mask) != 0 && forms != 0 && (forms & Forms.Sexual.Mentions) == 0;
        if (AddedIndecentImages) forms |= Forms.IndecentImages.Mask;
        SoFar = new(new(null, AwareAt(), forms, children, answers, arrested), asked, typed[Fields.ChildrenAsked] is not null);
    }

    /// <summary>What has been told.</summary>
    public SoFar SoFar { get; }

    /// <summary>Everything that is amiss, on any page.</summary>
    public IReadOnlyList<Amiss> Amiss => amiss;

    /// <summary>Whether indecent images of children were added as a form of harm, because an adult is said to have some and no chosen form says so.</summary>
    public bool AddedIndecentImages { get; }

    /// <summary>Reads what was typed.</summary>
    public static IntakeReading Of(Typed typed, DateOnly today) => new(typed, today);

    /// <summary>What is amiss on a page, with what was not answered of what it asks.</summary>
    public IReadOnlyList<FieldError> On(int page, IEnumerable<Question> asks) =>
    [
        .. asks.Where(q => (SoFar.Asked & q.Mask) == 0).Select(q => new FieldError(q.Name, $"Select yes, no or not known yet for whether {q.Whether}")),
        .. amiss.Where(a => a.Page == page).Select(a => a.Error),
    ];

    private DateTimeOffset AwareAt()
    {
        DateOnly? day = null;
        switch (typed[Aware])
        {
            case "today": day = SaidOn; break;
            case "yesterday": day = SaidOn.AddDays(-1); break;
            case "earlier":
                (day, var wrong) = Dates.Day(typed[$"{Aware}-day"], typed[$"{Aware}-month"], typed[$"{Aware}-year"], "The day on which you first knew", today);
                if (wrong is not null) Add(1, Fields.AwareDay, wrong);
                else if (day is null) Add(1, Fields.AwareDay, $"Enter the day on which you first knew, such as 27 3 {today.Year}");
                break;
            default: Add(1, Aware, "Select when you first knew"); break;
        }

        var (time, notTime) = Dates.Time(typed[Fields.AwareTime], day ?? today);
        if (notTime is not null) Add(1, Fields.AwareTime, notTime);
        return London.InstantOf(day ?? today, time ?? new(12, 0));
    }

    // "Today" is the day on which the page was shown, though it be sent after midnight.
    private DateOnly SaidOn => Fields.DaySaid(typed) ?? today;

    private ulong FormsOfHarm()
    {
        var chosen = typed.Chosen(Fields.Forms);
        var forms = Forms.All.Where(form => chosen.Contains(form.Name)).Aggregate(0UL, (all, form) => all | form.Mask);
        if (forms == 0) Add(Intake.FormsOfHarm, Fields.Forms, "Select what you are worried about");
        return forms;
    }

    private Facts Answers(out ulong asked)
    {
        var facts = default(Facts);
        asked = 0;
        foreach (var question in Questions.All)
        {
            Answer? answer = typed[question.Name] switch { "yes" => Answer.Yes, "no" => Answer.No, "not-known" => Answer.NotKnown, _ => null };
            if (answer is null) continue;
            asked |= question.Mask;
            facts = facts.With(question, answer.Value);
        }

        return facts;
    }

    private List<Child> Children()
    {
        var children = new List<Child>();
        for (var i = 1; i <= Fields.ChildrenTyped(typed); i++)
        {
            var row = ChildRow.At(typed, i);
            var called = ChildRow.Called(row, i);
            var roles = ChildWords.Parts.Where(part => row.Parts.Contains(part.Name)).Aggregate(Involvements.None, (all, part) => all | part.Role);
            var count = row.IsSeveral ? Several(row, i, called) : 1;
            var (age, isAge, whose) = (Number(row.Age, 17), !string.IsNullOrWhiteSpace(row.Age), row.IsSeveral ? "age of the youngest" : "age");
            if (roles == Involvements.None && (isAge || (row.IsSeveral && !row.IsEmpty)))
                Add(Intake.Children, Fields.ChildPart(i), $"{called}: select what part they had");
            if (isAge && age is null) Add(Intake.Children, Fields.ChildAge(i), $"{called}: {whose} must be 0 to 17. Record anyone older as an adult");
            if (roles != Involvements.None) children.Add(new(roles, age, count));
        }

        return children;
    }

    // How many they are; of a group that is in the case already it is recorded there.
    private int? Several(ChildRow row, int place, string called)
    {
        var count = Number(row.Count, Fields.MostChildren);
        if (row.Person is null && !row.IsEmpty && count is null or < 2)
            Add(Intake.Children, Fields.ChildCount(place), string.IsNullOrWhiteSpace(row.Count) ? $"{called}: enter how many children they are, about"
                : $"{called}: how many must be 2 to {Fields.MostChildren}. Enter one child on their own, and more than that as two groups");
        return count == 1 ? null : count;
    }

    private static int? Number(string? text, int most) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    // Nothing is cut: what is longer than a record may be stays as it was typed, and is refused.
    private void Words()
    {
        foreach (var field in Fields.Call.Where(field => typed[Fields.Kept] is null && typed[field]?.Length > Fields.MostOfCall))
            Add(Intake.Story, field, $"This must be {Fields.MostOfCall} characters or fewer; it has {typed[field]!.Length:N0}. Nothing that you typed is lost");
        foreach (var field in Fields.Words.Where(field => typed[field]?.Length > Typed.MostCharactersOfWords))
            Add(field is Fields.Why or Fields.ToldWords ? Intake.Check : Intake.Story, field, Typed.TooLong(typed[field]!.Length));
    }

    private DateTimeOffset? Arrested(Facts answers)
    {
        if ((answers.Yes & Questions.Arrested.Mask) == 0) return null;
        var (day, wrong) = Dates.Day(typed[$"{Fields.Arrested}-day"], typed[$"{Fields.Arrested}-month"], typed[$"{Fields.Arrested}-year"],
            "The day of the arrest", today);
        if (wrong is not null) Add(Fields.ArrestPage, Fields.ArrestedDay, wrong);
        return day is { } known ? London.InstantOf(known, new(12, 0)) : null;
    }

    private void Add(int page, string field, string message) => amiss.Add(new(page, new(field, message)));
}
