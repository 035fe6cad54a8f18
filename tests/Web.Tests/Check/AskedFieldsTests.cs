using System.Text.RegularExpressions;
using Lapwing.Testing;
using Lapwing.Web.Check;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>What a page of a report asks is kept when its session ended; a field that it asks and the list of its fields does not know would be lost.</summary>
public sealed partial class AskedFieldsTests
{
    [Fact]
    public void A_report_keeps_what_it_asks_and_nothing_else()
    {
        var names = typeof(Fields).GetFields().Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .ToDictionary(field => field.Name, field => (string)field.GetValue(null)!);
        var asked = Directory.EnumerateFiles(Repository.Path("src/Web/Pages/Shared"), "*.cshtml").SelectMany(file => ByFields().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value).Where(names.ContainsKey).Distinct().ToList();
        Assert.Contains(nameof(Fields.LeadMaySee), asked);
        Assert.All(asked, name => Assert.True(Fields.Has(names[name]), $"a page asks {name}, which is not kept"));
        Assert.All(["child-1-part", "child-200-age", "child-3-person", "adult-involved", "aware-month", "story"], field => Assert.True(Fields.Has(field)));
        Assert.All(["child-0-part", "child-201-age", "child-1-name", "x[", "whose"], field => Assert.False(Fields.Has(field)));
    }

    [GeneratedRegex("name=\"@(Lapwing\\.Web\\.Check\\.)?Fields\\.(?<name>[A-Za-z]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByFields();
}
