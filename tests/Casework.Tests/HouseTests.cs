using System.Text.RegularExpressions;
using Lapwing.Casework.Rules;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests;

/// <summary>The rules of the house that no compiler keeps.</summary>
public sealed partial class HouseTests
{
    private const int MostLines = 250;

    // What stands in a raw literal is text of its own, such as a sample that is compared byte by byte.
    private const int LongestLine = 160;

    // Put together here, so that this file does not find itself.
    private static readonly string[] banned = ["TO" + "DO", "FIX" + "ME", "Not" + "ImplementedException", "#pragma " + "warning disable", "Skip" + " ="];

    // A wait with a bound of its own, or one that judges how long something took: each fails on a machine that is busy enough. Patience holds the one bound.
    private static readonly string[] hasty = ["WaitAsync" + "(", "Timeout = " + "TimeSpan", "Timeout = " + "1", "Elapsed" + " <",
        "Wait(Time" + "Span", "DefaultTimeout" + "(", "DefaultNavigationTimeout" + "("];

    private static readonly string[] folders = ["src", "tests", "bench"];

    private static readonly string[] files = Named("*.cs");

    private static readonly string[] pages = Named("*.cshtml");

    [Fact]
    public void Files_are_small_and_leave_nothing_undone() =>
        Assert.Empty(files.SelectMany(file => Breaches(Path.GetRelativePath(Repository.Root, file), File.ReadAllLines(file))));

    [Fact]
    public void A_class_is_small_over_all_its_files() => Assert.Empty(TooLarge(files.Select(file =>
        (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))));

    [Fact]
    public void Planted_a_class_in_two_files_is_counted_whole()
    {
        var half = string.Join('\n', Enumerable.Repeat("", MostLines / 2).Prepend("public sealed partial class Halved"));
        Assert.Equal(["Halved has 252 lines"], TooLarge([("src/A/a.cs", half), ("src/A/b.cs", half)]));
        Assert.Empty(TooLarge([("src/A/a.cs", half), ("src/B/b.cs", half)]));
    }

    [Fact]
    public void What_a_page_does_stands_beside_it()
    {
        Assert.DoesNotContain(files, file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal) && !File.Exists(file[..^3]));
        var models = pages.Select(page => (Page: page, Model: Model().Match(File.ReadAllText(page)).Groups["name"].Value)).Where(one => one.Model.Length > 0);
        Assert.All(models, one => Assert.Contains($"class {one.Model}", File.ReadAllText($"{one.Page}.cs"), StringComparison.Ordinal));
        Assert.True(models.Count() > 20);
    }

    [Fact]
    public void A_line_says_one_thing() => Assert.Empty(files.Concat(pages)
        .SelectMany(file => TooLong(Path.GetRelativePath(Repository.Root, file), File.ReadAllLines(file))));

    [Fact]
    public void Planted_a_long_line_is_caught()
    {
        var (most, more) = (new string('é', LongestLine), new string('é', LongestLine + 1));
        Assert.Equal(["x.cs(2) has 161 signs"], TooLong("x.cs", ["", more]));
        Assert.Empty(TooLong("x.cs", [most, "x(\"\"\"", more, "\"\"\");", most]));
        Assert.Equal(["x.cs(3) has 161 signs"], TooLong("x.cs", ["x(\"\"\"one\"\"\");", "", more]));
        Assert.Contains(pages, page => page.EndsWith("_Layout.cshtml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_files_looked_at_are_those_of_the_project()
    {
        Assert.Contains(files, file => file.EndsWith("HouseTests.cs", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("Edition.cs", StringComparison.Ordinal));
        Assert.True(files.Length > 40);
    }

    [Fact]
    public void Planted_a_long_file_is_caught()
    {
        Assert.Equal(["x.cs has 251 lines"], Breaches("x.cs", new string[MostLines + 1].Select(_ => "")));
        Assert.Empty(Breaches("x.cs", new string[MostLines].Select(_ => "")));
    }

    [Fact]
    public void Planted_every_banned_word_is_caught() => Assert.All(banned, word =>
        Assert.Equal([$"x.cs(2) says {word}"], Breaches("x.cs", ["", $"a {word} b"])));

    [Fact]
    public void Tests_wait_for_states_and_judge_no_time() =>
        Assert.Empty(files.Where(IsTest).SelectMany(file => Hasty(Path.GetFileName(file), File.ReadAllLines(file))));

    [Fact]
    public void Planted_every_hasty_wait_is_caught()
    {
        Assert.All(hasty, word => Assert.Equal([$"x.cs(2) waits with a bound of its own: {word}"], Hasty("x.cs", ["", $"a.{word}b)"])));
        Assert.Empty(Hasty("x.cs", [$"context.Set{hasty[^2]}Patience.Milliseconds)"]));
        Assert.True(files.Count(IsTest) > 100);
    }

    [Fact]
    public void What_is_said_to_have_been_tried_is_there_to_be_tried_again()
    {
        foreach (var page in new[] { "reliability.md", "threats.md" }) Assert.Empty(Missing(File.ReadAllLines(Repository.Path("docs", page))));
        Assert.Equal(["NowhereTests"], Missing(["| `HouseTests`, `NowhereTests` | what |", "`ElsewhereTests` in a sentence"]));
    }

    [Fact]
    public void Casework_references_nothing_outside_the_base_library()
    {
        Assert.All(typeof(RuleBook).Assembly.GetReferencedAssemblies(), reference => Assert.True(IsBaseLibrary(reference.Name!), reference.Name));
        Assert.DoesNotContain("Reference Include", File.ReadAllText(Repository.Path("src", "Casework", "Casework.csproj")), StringComparison.Ordinal);
        Assert.Contains(typeof(HouseTests).Assembly.GetReferencedAssemblies(), reference => !IsBaseLibrary(reference.Name!));
    }

    private static string[] Named(string pattern) => [.. folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), pattern, SearchOption.AllDirectories))
        .Where(file => !Built().IsMatch(Path.GetRelativePath(Repository.Root, file)))
        .Order(StringComparer.Ordinal)];

    // A class of one name in one project, where it stands in several files.
    private static IEnumerable<string> TooLarge(IEnumerable<(string Name, string Text)> all) => all
        .SelectMany(file =>
        PartialClass().Matches(file.Text).Select(found => (Class: found.Groups["name"].Value, Project: Project(file.Name), file.Text)).Distinct())
        .GroupBy(one => (one.Class, one.Project)).Select(same => (same.Key.Class, Lines: same.Sum(one => one.Text.Split('\n').Length)))
        .Where(same => same.Lines > MostLines).Select(same => $"{same.Class} has {same.Lines} lines");

    private static string Project(string name) => string.Join('/', name.Split('/', '\\')[..2]);

    private static IEnumerable<string> TooLong(string name, IReadOnlyList<string> lines)
    {
        var isText = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var marks = lines[i].Split("\"\"\"").Length - 1;
            if (!isText && marks == 0 && lines[i].Length > LongestLine) yield return $"{name}({i + 1}) has {lines[i].Length} signs";
            isText ^= marks % 2 == 1;
        }
    }

    private static bool IsBaseLibrary(string assembly) => BaseLibrary().IsMatch(assembly);

    // The planted faults have to skip a test, so that the counter of the tests can be seen to count it.
    private static bool IsPlanted(string name, string word) => word == banned[^1] && Path.GetFileName(name) == "PlantedFaults.cs";

    private static bool IsTest(string file) =>
        Path.GetRelativePath(Repository.Path("tests"), file) is var name && !name.StartsWith("..", StringComparison.Ordinal)
        && Path.GetFileName(name) != "Patience.cs";

    // The first column of its tables names classes of tests, which ./dev attack runs.
    private static IEnumerable<string> Missing(IEnumerable<string> page) =>
        page.Where(line => line.StartsWith('|')).SelectMany(line => Class().Matches(line).Select(name => name.Value))
        .Where(name => !files.Where(IsTest).Any(file => File.ReadAllText(file).Contains($"class {name}", StringComparison.Ordinal)));

    private static IEnumerable<string> Hasty(string name, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            foreach (var word in hasty.Where(word =>
                lines[i].Contains(word, StringComparison.Ordinal) && !lines[i].Contains("Patience.", StringComparison.Ordinal)))
                yield return $"{name}({i + 1}) waits with a bound of its own: {word}";
    }

    private static IEnumerable<string> Breaches(string name, IEnumerable<string> text)
    {
        var lines = text.ToList();
        if (lines.Count > MostLines) yield return $"{name} has {lines.Count} lines";
        for (var i = 0; i < lines.Count; i++)
            foreach (var word in banned.Where(word => lines[i].Contains(word, StringComparison.Ordinal) && !IsPlanted(name, word)))
                yield return $"{name}({i + 1}) says {word}";
    }

    [GeneratedRegex(@"\bpartial (class|record|struct) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartialClass();

    [GeneratedRegex(@"^@page.*\n@model (?<name>\w+Model)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Model();

    [GeneratedRegex("[A-Za-z]+Tests", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Class();

    [GeneratedRegex(@"(^|[/\\])(bin|obj|node_modules)[/\\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Built();

    [GeneratedRegex(@"^System(\.|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BaseLibrary();
}
