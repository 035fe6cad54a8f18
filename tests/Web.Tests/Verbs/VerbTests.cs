using System.Globalization;
using System.Text;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>What the verbs print.</summary>
public sealed class VerbTests
{
    [Theory]
    [InlineData]
    [InlineData("triage")]
    [InlineData("statement")]
    [InlineData("compare")]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Every_verb_helps(params string[] verb)
    {
        var ran = await Command.Run([.. verb, "--help"]);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Contains("Usage:", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("testhost", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_number()
    {
        var ran = await Command.Run("--version");
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", ran.Output);
    }

    [Theory]
    [InlineData("S2.1.11", "rule under 13")]
    [InlineData("s2.1.11", "question sexual-acts")]
    [InlineData("N3", "duty withhold-information")]
    [InlineData("S2.2", "legal note S2.2")]
    [InlineData("S0.2", "hand-over making-a-referral")]
    public async Task A_statement_is_printed_with_what_cites_it(string id, string citation)
    {
        var ran = await Command.Run("statement", id);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        var words = id.StartsWith('N') ? $"National guidance {id}; " : $"{id.ToUpperInvariant()}, ";
        Assert.StartsWith(words, ran.Output, StringComparison.Ordinal);
        Assert.Contains($"    {citation}\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_does_not_differ_from_itself()
    {
        var ran = await Command.Run("compare", "derby-and-derbyshire-e-safety/1", "derby-and-derbyshire-e-safety/1");
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.StartsWith("No difference", Assert.Single(ran.Output.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_decision_tables_are_those_of_the_documentation()
    {
        var ran = await Command.Run("triage", "--table");
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Approved.Matches(ran.Output, "docs", "decision-tables.md");
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public async Task The_machine_s_culture_changes_nothing(string culture)
    {
        string[][] commands = [["triage", "-"], ["triage", "--explain", "-"], ["triage", "--table"], ["statement", "S2.1.11"], ["statement", "N3"],
            ["triage", "--help"], ["triage"]];
        var input = Encoding.UTF8.GetBytes(string.Join('\n', Scenarios.Told.Select(s => s.Line).Concat(Scenarios.Bad.Select(b => b.Line))
            .Append(new string('x', 70_000))));
        foreach (var command in commands)
        {
            var usual = await In("en-GB", command, input);
            Assert.Equal(usual, await In(culture, command, input));
        }
    }

    private static async Task<Ran> In(string culture, string[] command, byte[] input)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return await Command.Run(new PipeStream(input), command);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
