using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Every rule of "Bad input" on every door.</summary>
public sealed partial class ConcernTests(Server server)
{
    private static readonly IReadOnlyList<Refused> refused =
        [.. Scenarios.Bad.Select(bad => new Refused("a scenario", bad.Line, bad.Path)), .. RefusedOrder.All, .. RefusedKinds.All, .. RefusedText.All];

    private static readonly IReadOnlyList<Accepted> accepted = [.. AcceptedCases.All];

    public static TheoryData<string, int, string> RefusedOnDoors => Rows(refused.Select(r => $"{r.Rule}: {r.Path}"));

    public static TheoryData<string, int, string> AcceptedOnDoors => Rows(accepted.Select(a => a.Rule));

    public static TheoryData<string, int, string> ScenariosOnDoors =>
        Rows(Scenarios.All.Select((s, i) => i < Scenarios.Told.Count ? s.Name : $"random {i - Scenarios.Told.Count}"));

    [Theory]
    [MemberData(nameof(RefusedOnDoors))]
    public async Task A_bad_concern_is_refused_and_its_first_fault_named(string door, int index, string rule)
    {
        var bad = refused[index];
        var answered = await EveryDoor.Named(door, server).One(bad.Line);
        Assert.True(answered.Decision is null, $"{rule} was decided: {Encoding.UTF8.GetString(bad.Line)}");
        var path = Names(answered, bad.OrPath) ? bad.OrPath! : bad.Path;
        Assert.True(Names(answered, path), $"{rule}: '{path}' is wrong in {Short(bad.Line)}, and it says {answered.Path}|{answered.Detail}");
        if (answered.Path is null && bad.Rule != "a scenario") Assert.Equal(path.Length == 0 ? null : bad.Id, answered.Id);
        Assert.True(answered.Detail!.Length > path.Length + 10, $"{answered.Detail} says what is allowed");
        Assert.DoesNotContain("System.", answered.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AcceptedOnDoors))]
    public async Task A_concern_at_the_edge_is_decided_like_a_plainer_one(string door, int index, string rule)
    {
        var one = await EveryDoor.Named(door, server).One(Encoding.UTF8.GetBytes(accepted[index].Line));
        var same = await EveryDoor.Named(door, server).One(Encoding.UTF8.GetBytes(accepted[index].SameAs));
        Assert.True(one.Decision is not null, $"{rule}: {one.Detail}");
        Assert.True(same.Decision is not null, $"{rule}: {same.Detail}");
        Assert.True(JsonNode.DeepEquals(one.Decision, same.Decision), $"{rule}: {one.Decision.ToJsonString()}");
        var facts = JsonNode.Parse(accepted[index].Line)!;
        Assert.Equal((string?)facts["id"], (string?)one.Decision["id"]);
        Assert.Equal(facts.AsObject().ContainsKey("id"), one.Decision.AsObject().ContainsKey("id"));
    }

    [Theory]
    [MemberData(nameof(ScenariosOnDoors))]
    public async Task A_scenario_gives_its_whole_decision_on_every_door(string door, int index, string name)
    {
        var scenario = Scenarios.All[index];
        var answered = await EveryDoor.Named(door, server).One(Encoding.UTF8.GetBytes(scenario.Line));
        Assert.True(JsonNode.DeepEquals(scenario.Expected, answered.Decision), $"{name}: {answered.Detail}{answered.Decision?.ToJsonString()}");
    }

    [Fact]
    public async Task Both_doors_say_what_is_wrong_in_the_same_sentence()
    {
        IDoor pipe = new CommandLineDoor(), api = new ApiDoor(server.Http);
        foreach (var bad in refused)
            Assert.Equal((await api.One(bad.Line)).Detail, (await pipe.One(bad.Line)).Detail);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    public async Task A_property_whose_name_is_half_a_surrogate_pair_is_refused_and_named_somehow(string name)
    {
        var line = Encoding.UTF8.GetBytes(Lines.With($"\"{name}\":1"));
        foreach (var door in EveryDoor.Names)
        {
            var answered = await EveryDoor.Named(door, server).One(line);
            Assert.NotNull(answered.Detail);
            if (answered.Path is not null) Assert.NotEqual("", answered.Path);
        }
    }

    // The one error names the property by its path; for the whole it names none.
    private static bool Names(Answered answered, string? path) => path is not null && (answered.Path is null || answered.Path == path)
        && (path.Length == 0 ? !BeginsWithPath().IsMatch(answered.Detail!) : answered.Detail!.StartsWith($"{path}: ", StringComparison.Ordinal));

    private static string Short(byte[] line) => line.Length > 300 ? $"{line.Length} bytes" : Encoding.UTF8.GetString(line);

    private static TheoryData<string, int, string> Rows(IEnumerable<string> cases) =>
        [.. from door in EveryDoor.Names from row in cases.Select((name, index) =>
            (index, name)) select new TheoryDataRow<string, int, string>(door, row.index, Readable(row.name))];

    private static string Readable(string name) => string.Concat((name.Length > 90 ? name[..90] : name).Select(c => char.IsControl(c) ? ' ' : c));

    [GeneratedRegex(@"^\S*: ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeginsWithPath();
}
