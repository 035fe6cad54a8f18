using System.Text.RegularExpressions;
using Lapwing.Testing;
using Lapwing.Web.Cases;
using Lapwing.Web.Check;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>What a page asks is kept when it is hidden or its session ended; a field that a page asks and the list of its fields does not know would be lost.</summary>
public sealed partial class AskedFieldsTests
{
    // Fields of a day or a time, which are several; and forms of a page that keep nothing: going back, a day of the history, hiding names.
    private static readonly string[] others = ["happened", "on", "until", "as-at", "back", "names"];

    public static TheoryData<string, string> Forms => Named("Cases");

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_of_a_case_keeps_what_it_asks(string page, string field) => Assert.True(FormFields.Has(field), $"{page} asks {field}, which is not kept");

    [Fact]
    public void A_report_keeps_what_it_asks()
    {
        var asked = typeof(Fields).GetFields().Where(field => field.IsLiteral && field.FieldType == typeof(string)).ToDictionary(field => field.Name, field => (string)field.GetValue(null)!);
        Assert.All(NamedByFields().Where(name => asked.ContainsKey(name)), name => Assert.True(Fields.Has(asked[name]), $"a page asks {name}, which is not kept"));
        Assert.All(["child-1-part", "child-200-age", "child-3-person", "adult-involved", "aware-month", "story"], field => Assert.True(Fields.Has(field)));
        Assert.All(["child-0-part", "child-201-age", "child-1-name", "x[", "whose"], field => Assert.False(Fields.Has(field)));
    }

    private static TheoryData<string, string> Named(string folder)
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Repository.Path($"src/Web/Pages/{folder}"), "*.cshtml", SearchOption.AllDirectories))
            foreach (var name in Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct().Except(others))
                data.Add(Path.GetFileName(file), name);
        return data;
    }

    private static IEnumerable<string> NamedByFields() => Directory.EnumerateFiles(Repository.Path("src/Web/Pages/Shared"), "*.cshtml")
        .SelectMany(file => ByFields().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).Distinct();

    [GeneratedRegex("<(?:govuk-[a-z-]+|input|select|textarea)\\s[^>]*?name=\"(?<name>[a-z][a-z-]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex("name=\"@(Lapwing\\.Web\\.Check\\.)?Fields\\.(?<name>[A-Za-z]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByFields();
}
