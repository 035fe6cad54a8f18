using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

public sealed class ScenarioTests
{
    private static readonly string[] always = ["grooming", "sexual-communication", "coerced-sexual-activity", "directed-abuse", "blackmail-or-payment"];
    private static readonly string[] consults = ["viewed-abusive-images", "extremism"];

    public static TheoryData<string, int> AllScenarios => Rows(Scenarios.All.Count, i => i < Scenarios.Told.Count ? Scenarios.All[i].Name
        : $"random {i - Scenarios.Told.Count}");

    public static TheoryData<string, int> BadLines => Rows(Scenarios.Bad.Count, i => Scenarios.Bad[i].Path is { Length: > 0 } path ? path : "no object");

    public static TheoryData<string> FormNames => [.. Known.Forms];

    [Fact]
    public void All_the_scenarios_are_there() =>
        Assert.Equal((12, 300, 50), (Scenarios.Told.Count, Scenarios.Random.Count, Scenarios.Bad.Count));

    [Theory]
    [MemberData(nameof(AllScenarios))]
    public void A_scenario_gives_its_whole_decision(string name, int index)
    {
        var scenario = Scenarios.All[index];
        var decision = Decide(scenario.Line);
        Assert.True(JsonNode.DeepEquals(scenario.Expected, JsonNode.Parse(decision)),
            $"{name}\nexpected {scenario.Expected.ToJsonString()}\nactual   {decision}");
    }

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_bad_line_gives_the_path_of_what_is_wrong(string name, int index)
    {
        var line = Scenarios.Bad[index];
        var reading = ConcernJson.Read(Encoding.UTF8.GetBytes(line.Line));
        Assert.Null(reading.Concern);
        Assert.NotNull(reading.Bad);
        Assert.True(line.Path == reading.Bad.Path, $"{name}: {line.Path} is wrong, but {reading.Bad.Path} is named");
        Assert.StartsWith(line.Path, reading.Bad.Detail, StringComparison.Ordinal);
        Assert.True(reading.Bad.Detail.Length > line.Path.Length + 10, $"{reading.Bad.Detail} says what is allowed");
    }

    [Theory]
    [MemberData(nameof(FormNames))]
    public void With_one_form_and_every_answer_no_the_form_alone_decides(string form)
    {
        var expected = always.Contains(form) ? "refer-now" : consults.Contains(form) ? "consult-today" : "respond-in-setting";
        var answers = string.Join(',', Known.Answers.Select(a => $"\"{a}\":\"no\""));
        Assert.Equal(expected, OutcomeOf($$$"""{"awareAt":"2026-03-27T16:40Z","forms":["{{{form}}}"],"children":[{"roles":["shown"],"age":15}],"answers":{{{{answers}}}}}"""));
    }

    [Theory]
    [MemberData(nameof(FormNames))]
    public void With_one_form_and_every_answer_not_known_nobody_responds_in_their_setting(string form) =>
        Assert.Equal(always.Contains(form) ? "refer-now" : "consult-today", OutcomeOf($$"""{"awareAt":"2026-03-27T16:40Z","forms":["{{form}}"]}"""));

    internal static string Decide(string json)
    {
        var output = new ArrayBufferWriter<byte>();
        var reading = ConcernJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(reading.Concern is not null, $"{reading.Bad?.Detail}\n{json}");
        DecisionJson.Write(output, RuleBook.Standard.Decide(reading.Concern!));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string? OutcomeOf(string json) => (string?)JsonNode.Parse(Decide(json))!["outcome"];

    private static TheoryData<string, int> Rows(int count, Func<int, string> name)
    {
        var rows = new TheoryData<string, int>();
        for (var i = 0; i < count; i++) rows.Add(name(i), i);
        return rows;
    }
}
