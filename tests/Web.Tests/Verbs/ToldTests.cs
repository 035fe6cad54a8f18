using System.Globalization;
using System.Text;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>The twelve told concerns, each a page that a safeguarding lead can read: what happened, what is known, what the procedure requires.</summary>
public sealed class ToldTests
{
    private const int Width = 100;
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    public static TheoryData<string> Names => [.. Scenarios.Told.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_told_concern_is_explained_as_approved(string name)
    {
        var told = Scenarios.Told.Single(s => s.Name == name);
        var ran = await Command.Run(new PipeStream(Encoding.UTF8.GetBytes(told.Line)), "triage", "--explain", "-");
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Approved.Matches($"WHAT HAPPENED\n\n{Wrapped("", told.Story)}\nWHAT IS KNOWN\n\n{Known(told.Concern)}\nWHAT IT SAYS\n\n{ran.Output}", "tests",
            "Web.Tests", "Told", $"{name}.txt");
    }

    private static string Known(Concern concern)
    {
        var text = new StringBuilder();
        text.Append($"Aware on {Day(concern.AwareOn)}, {London.TimeOf(concern.AwareAt).ToString("HH:mm", english)} London time.\n");
        if (concern.ArrestedOn is { } arrested) text.Append($"Arrested on {Day(arrested)}.\n");
        foreach (var form in Forms.All.Where(f => concern.Facts[f] == Answer.Yes)) text.Append(Wrapped("- ", $"Form of harm: {form.Words}"));
        foreach (var child in concern.Children)
            text.Append($"- A child: {string.Join(", ", Roles(child))}; {(child.Age is { } age ? $"aged {age}" : "age not known")}\n");
        foreach (var group in Questions.All.GroupBy(q => concern.Facts[q]).OrderBy(g => g.Key switch { Answer.Yes => 0, Answer.No => 1, _ => 2 }))
        {
            text.Append($"{group.Key switch { Answer.Yes => "Yes", Answer.No => "No", _ => "Not known" }}:\n");
            foreach (var question in group) text.Append(Wrapped("- ", question.Ask));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Roles(Child child) => ChildFacts.RoleNames.Where((_, bit) => ((int)child.Roles >> bit & 1) != 0);

    private static string Day(DateOnly day) => DecisionWords.Day(day);

    private static string Wrapped(string start, string words)
    {
        var text = new StringBuilder(start);
        var column = start.Length;
        foreach (var word in words.Split(' '))
        {
            var breaks = column + word.Length + 1 > Width;
            text.Append(breaks ? $"\n{new string(' ', start.Length)}" : column > start.Length ? " " : "").Append(word);
            column = (breaks ? start.Length : column) + word.Length + 1;
        }

        return text.Append('\n').ToString();
    }
}
