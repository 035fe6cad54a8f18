using System.CommandLine;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Verbs;

/// <summary><c>compare A B</c>: exactly how two editions differ, in plain sentences.</summary>
public static class CompareVerb
{
    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error)
    {
        var known = string.Join(", ", RuleBook.Standard.Editions.Select(e => e.Name));
        var first = new Argument<string>("A") { Description = $"An edition: {known}." }.RefusingDashes();
        var second = new Argument<string>("B") { Description = "Another." }.RefusingDashes();
        var command = new Command("compare", "Print exactly how two editions of the procedure differ: the least facts that require something under "
            + "one and not the other.") { first, second };
        command.SetAction(parsed =>
        {
            var editions = new List<Edition>();
            foreach (var name in new[] { parsed.GetValue(first)!, parsed.GetValue(second)! })
            {
                if (RuleBook.Standard.Editions.FirstOrDefault(e => e.Name == name) is { } edition) editions.Add(edition);
                else
                {
                    error.WriteLine($"lapwing: there is no edition {name}. There is: {known}.");
                    return CommandLine.Unusable;
                }
            }

            Write(output, EditionComparison.Between(editions[0], editions[1]));
            return 0;
        });
        return command;
    }

    /// <summary>Writes differences, those about the same thing together.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Difference> differences)
    {
        if (differences.Count == 0)
            output.WriteLine("No difference: on every combination of facts both require the same, by the same day, for the same reasons.");
        else output.WriteLine("The least facts that make a difference; every other fact is no.");
        foreach (var about in differences.GroupBy(d => d.About))
        {
            output.WriteLine(about.Key);
            foreach (var difference in about) output.WriteLine($"    {difference.Sentence}");
        }
    }
}
