using Lapwing.Casework.Calendar;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>A line of what was told.</summary>
/// <param name="Key">The question, in short.</param>
/// <param name="Value">The answer.</param>
/// <param name="Page">The page that changes it.</param>
/// <param name="IsUsed">Whether it still counts.</param>
public sealed record SummaryLine(string Key, string Value, int Page, bool IsUsed = true);

/// <summary>What was told, to be read once more before the decision.</summary>
public sealed class Summary(Step step)
{
    private readonly SoFar soFar = step.Told.SoFar;

    /// <summary>Asked, answered "not known yet", and still able to change something.</summary>
    public IReadOnlyList<SummaryLine> NotKnown { get; } = [.. OpenAsked(step).Select(q => new SummaryLine(q.Ask, "Not known yet", Intake.PageOf(q).Number))];

    /// <summary>How many open questions nobody was asked.</summary>
    public int Unasked => System.Numerics.BitOperations.PopCount(Intake.Unasked(soFar, step.Edition)) + (soFar.ChildrenAsked ? 0 : 1);

    /// <summary>Whether somebody has to be called whatever is answered yet.</summary>
    public bool IsEnough => Intake.IsEnough(soFar, step.Edition);

    /// <summary>Whether whoever is certain to be called is to be called the same day.</summary>
    public bool IsToday => Decision.For(soFar.Concern, step.Edition, WorkingDays.EnglandAndWales).Referrals.Any(r => r.Due <= soFar.Concern.AwareOn);

    /// <summary>Whether the form of harm is "something else" and nothing besides.</summary>
    public bool IsSomethingElseAlone => (soFar.Concern.Facts.Yes & Forms.AllMask) == Forms.SomethingElse.Mask;

    /// <summary>Everything else that was told, page by page.</summary>
    public IEnumerable<SummaryLine> Lines()
    {
        yield return new("What you are worried about", string.Join("; ", FormsOfHarm()), Intake.FormsOfHarm);
        yield return new(step.Typed[Fields.Kept] == Fields.AsChange ? "When you knew of the change" : "When you first knew",
            $"{DecisionWords.Day(soFar.Concern.AwareOn)}{AwareTime()}", 1);
        var notKnown = NotKnown.Select(line => line.Key).ToHashSet();
        foreach (var page in Intake.Pages)
        {
            if (page.Number == Intake.Children && soFar.ChildrenAsked)
                yield return new("Children",
                    soFar.Concern.Children.Count == 0 ? "None known yet" : string.Join("; ", soFar.Concern.Children.Select(Child)), Intake.Children);
            foreach (var question in page.Questions.Where(q => (soFar.Asked & q.Mask) != 0 && !notKnown.Contains(q.Ask)))
                yield return new(question.Ask, Answered(question), page.Number, Intake.Applies(question, soFar, step.Edition));
        }

        if (step.Typed[Fields.Kept] == Fields.AsReport)
            yield return new("What happened, in words",
                Fields.Story.Any(field => step.Typed[field] is not null) ? "Written" : "Not written yet. It can wait until after the call", Intake.Story);
    }

    private static IEnumerable<Question> OpenAsked(Step step)
    {
        var (soFar, open) = (step.Told.SoFar, step.Edition.OpenQuestions(step.Told.SoFar.Concern.Facts));
        var asked = soFar.Asked | (soFar.ChildrenAsked ? ChildFacts.AgesMask : 0);
        return Facts.Bits(open & asked).Select(Vocabulary.QuestionAt);
    }

    private IEnumerable<string> FormsOfHarm() => Forms.All.Where(form => (soFar.Concern.Facts.Yes & form.Mask) != 0)
        .Select(form => form.Words + (step.Told.AddedIndecentImages && form == Forms.IndecentImages
        ? " (added, because you said that an adult has some)" : ""));

    private string AwareTime() => step.Typed[Fields.AwareTime] is null ? ""
        : $", {London.TimeOf(soFar.Concern.AwareAt):h:mmtt}".ToLowerInvariant()
        + Dates.Twice(soFar.Concern.AwareOn, TimeOnly.FromDateTime(London.TimeOf(soFar.Concern.AwareAt)));

    private string Answered(Question question) => soFar.Concern.Facts[question] switch
    {
        Answer.Yes when question == Questions.Arrested && soFar.Concern.ArrestedOn is { } day => $"Yes, on {DecisionWords.Day(day)}",
        Answer.Yes => "Yes",
        Answer.No => "No",
        _ => "Not known yet. It would change nothing now",
    };

    private static string Child(Child child) => $"{ChildWords.Who(child)}: {string.Join(", ", ChildWords.PartsOf(child))}";
}
