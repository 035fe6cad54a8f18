using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Cases;

/// <summary>The facts of a concern, to be read by somebody who was not there.</summary>
internal static class FactsWords
{
    /// <summary>What it is about, what is known and what is not, and the children.</summary>
    public static IEnumerable<(string Key, IReadOnlyList<string> Values)> Of(Casework.Procedures.ConcernFacts told, CaseFile file)
    {
        yield return ("What it is about", [.. Forms.All.Where(form => told.Forms.Contains(form.Name)).Select(form => form.Words)]);
        foreach (var (key, names) in new[] { ("Yes", told.Yes), ("No", told.No), ("Not known yet", told.NotKnown) })
        {
            if (names.Count > 0) yield return (key, [.. Asked(names)]);
        }

        if (told.Children.Count > 0) yield return ("Children", [.. told.Children.Select(child => Child(child, file))]);
    }

    /// <summary>What is known and what is not, as clauses.</summary>
    public static IEnumerable<(string Key, IReadOnlyList<string> Values)> InClauses(Casework.Procedures.ConcernFacts told, RuleBook rules)
    {
        var (concern, edition) = (told.Concern(), rules.On(told.AwareOn));
        var known = Questions.All.Where(question => told.Yes.Contains(question.Name) && Intake.Applies(question, concern, edition))
            .Select(question => question.Sentence).ToList();
        var open = Questions.All.Where(question => told.NotKnown.Contains(question.Name)).Select(question => $"whether {question.Whether}").ToList();
        if (known.Count > 0) yield return ("Known", known);
        if (open.Count > 0) yield return ("Not known", open);
    }

    /// <summary>The answers that differ from those before.</summary>
    public static IEnumerable<string> Changed(Casework.Procedures.ConcernFacts before, Casework.Procedures.ConcernFacts now)
    {
        foreach (var form in Forms.All.Where(form => before.Forms.Contains(form.Name) != now.Forms.Contains(form.Name)))
            yield return $"{form.Words}: {(now.Forms.Contains(form.Name) ? "chosen now" : "chosen no more")}";
        foreach (var question in Questions.All.Where(question => Answer(before, question) != Answer(now, question)))
            yield return $"{question.Ask} {Answer(before, question)} before, {Answer(now, question)} now";
    }

    private static IEnumerable<string> Asked(IEnumerable<string> names) =>
        Questions.All.Where(question => names.Contains(question.Name)).Select(question => question.Ask);

    private static string Answer(Casework.Procedures.ConcernFacts told, Question question) =>
        told.Yes.Contains(question.Name) ? "yes" : told.No.Contains(question.Name) ? "no" : told.NotKnown.Contains(question.Name) ? "not known" : "not asked";

    private static string Child(ChildTold child, CaseFile file)
    {
        var who = People.All(file).FirstOrDefault(one => one.Id == child.Person) is { } known ? (known with { Age = child.Age }).NameAndAge
            : $"{People.NameOf(file, child.Person)}{(child.Age is { } age ? $", {age}" : "")}";
        return $"{who}: {string.Join(", ", child.Roles.Select(role => PartWords.Of(PartWords.Of(role))))}";
    }
}
