using System.Text;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>Of several things that are wrong, the first in the order of the contract is reported, whatever the order in the document.</summary>
public sealed class BadInputTests
{
    // A good property, a bad one in its place, and the path of what is wrong; in the order of the contract.
    private static readonly (string Good, string Bad, string Path)[] properties =
    [
        ("", "\"childs\":[]", "childs"),
        ("\"id\":\"x\"", "\"id\":7", "id"),
        ("\"awareAt\":\"2026-03-27T16:40Z\"", "\"awareAt\":\"yesterday\"", "awareAt"),
        ("\"forms\":[\"extremism\"]", "\"forms\":[\"extremism\",\"x\"]", "forms[1]"),
        ("\"children\":[]", "\"children\":[{\"roles\":[\"shown\"],\"age\":18}]", "children[0].age"),
        ("\"answers\":{\"adult-made-or-held-images\":\"yes\"}", "\"answers\":{\"adult-made-or-held-images\":\"yes\",\"arrested\":\"maybe\"}",
        "answers.arrested"),
        ("\"arrestedAt\":\"2026-03-27T09:00Z\"", "\"arrestedAt\":null", "arrestedAt"),
    ];

    public static TheoryData<string, string> Pairs => [.. from first in properties from second in properties
        where Place(first.Path) < Place(second.Path) select (first.Path, second.Path)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_first_thing_wrong_is_reported_in_the_order_of_the_contract(string first, string second)
    {
        string[] document = [.. properties.Select(p => p.Path == first || p.Path == second ? p.Bad : p.Good).Where(p => p.Length > 0)];
        Assert.Equal(first, PathOf(document));
        Assert.Equal(first, PathOf(document.Reverse()));
    }

    [Fact]
    public void What_is_wrong_across_properties_comes_last_and_arrest_before_images()
    {
        string[] document = [.. properties.Select(p => p.Good).Where(p => p.Length > 0)];
        Assert.Equal("arrestedAt", PathOf(document));
        Assert.Equal("answers.adult-made-or-held-images", PathOf(document.Where(p => !p.Contains("arrestedAt", StringComparison.Ordinal))));
        Assert.Null(PathOf(document.Where(p => !p.Contains("arrestedAt", StringComparison.Ordinal) && !p.Contains("answers", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("{\"name\":\"x\",\"age\":18}", "children[0].name")]
    [InlineData("{\"age\":18,\"roles\":[]}", "children[0].roles")]
    [InlineData("{\"age\":18,\"age\":18,\"roles\":[]}", "children[0].age")]
    [InlineData("{\"roles\":[\"shown\",7]}", "children[0].roles[1]")]
    [InlineData("7", "children[0]")]
    public void In_a_child_names_come_first_then_roles_then_age(string child, string path) =>
        Assert.Equal(path, PathOf(["\"awareAt\":\"2026-03-27T16:40Z\"", "\"forms\":[\"extremism\"]", $"\"children\":[{child},8]"]));

    private static int Place(string path) => Array.FindIndex(properties, p => p.Path == path);

    private static string? PathOf(IEnumerable<string> document) => ConcernJson.Read(Encoding.UTF8.GetBytes($"{{{string.Join(',', document)}}}")).Bad?.Path;
}
