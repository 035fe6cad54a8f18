using System.Text.Json;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.GovUk.Tests;

/// <summary>
/// Every published example of the design system is what our helpers write, or stands in left-out.txt with the reason; so does every component
/// that has no helper. Nothing stands there that need not.
/// </summary>
public sealed class FixtureTests
{
    private static readonly string folder = Repository.Path("tests", "GovUk.Tests", "Fixtures");

    private static readonly string[] helped = [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Every_fixture_is_matched_or_left_out_for_a_reason()
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var component in helped)
        {
            foreach (var (name, options, html) in Fixtures(component)) all.Add($"{component} / {name}", await DifferenceAsync(component, options, html));
        }

        foreach (var component in File.ReadLines(Path.Combine(folder, "components.txt")).Except(helped, StringComparer.Ordinal))
            all.Add(component, "has no helper");
        Assert.True(all.Count > 400, "the fixtures are there");
        if (string.Join('\n', Faults(all, File.ReadLines(Repository.Path("tests", "GovUk.Tests", "left-out.txt")))) is { Length: > 0 } faults)
            Assert.Fail(faults);
    }

    [Fact]
    public void Planted_a_list_that_is_not_honest_is_caught()
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["tag / default"] = null, ["tag / grey"] = "a class is missing" };
        Assert.Empty(Faults(all, ["tag / grey: no greys here"]));
        Assert.Equal(["tag / grey: a class is missing"], Faults(all, []));
        Assert.Equal(["tag / default: need not be left out"], Faults(all, ["tag / default: no need", "tag / grey: no greys here"]));
        Assert.Equal(["tag / gray: does not exist"], Faults(all, ["tag / gray: misspelt", "tag / grey: no greys here"]));
        Assert.Equal(["tag / grey: says no reason"], Faults(all, ["tag / grey: "]));
    }

    private static IEnumerable<string> Faults(Dictionary<string, string?> differences, IEnumerable<string> lines)
    {
        var leftOut = lines.Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts.Length == 2 ? parts[1] : "", StringComparer.Ordinal);
        foreach (var (key, reason) in leftOut)
        {
            if (!differences.TryGetValue(key, out var difference)) yield return $"{key}: does not exist";
            else if (difference is null) yield return $"{key}: need not be left out";
            else if (string.IsNullOrWhiteSpace(reason)) yield return $"{key}: says no reason";
        }

        foreach (var (key, difference) in differences)
            if (difference is not null && !leftOut.ContainsKey(key)) yield return $"{key}: {difference}";
    }

    private static async Task<string?> DifferenceAsync(string component, Options options, string html)
    {
        try
        {
            return Dom.Difference(html, await Translation.Of(component, options).HtmlAsync());
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }

    private static IEnumerable<(string Name, Options Options, string Html)> Fixtures(string component)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, component + ".json")));
        foreach (var fixture in document.RootElement.EnumerateArray())
            yield return (fixture.GetProperty("name").GetString()!, new Options(fixture.GetProperty("options")), fixture.GetProperty("html").GetString()!);
    }
}
