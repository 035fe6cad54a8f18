using System.Text;
using System.Text.Json.Nodes;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Every rule of "Files" on every door.</summary>
public sealed class FileTests(Server server)
{
    private static readonly IReadOnlyList<FileCase> cases = [.. LineFiles.All, .. ArrayFiles.All];

    public static TheoryData<string, int, string> FilesOnDoors =>
        [.. from door in EveryDoor.Names from i in Enumerable.Range(0, cases.Count) select new TheoryDataRow<string, int, string>(door, i, cases[i].Rule)];

    public static TheoryData<string, bool> ScenarioFiles =>
        [.. from door in EveryDoor.Names from array in Lines.Each(false, true) select new TheoryDataRow<string, bool>(door, array)];

    [Theory]
    [MemberData(nameof(FilesOnDoors))]
    public async Task A_file_is_answered_line_by_line(string door, int index, string rule)
    {
        var file = await EveryDoor.Named(door, server).Many(cases[index].Bytes);
        if (cases[index].Answers is not { } expected)
        {
            Assert.True(file.Broken is not null,
                $"{rule} was answered: {Encoding.UTF8.GetString(cases[index].Bytes[..Math.Min(200, cases[index].Bytes.Length)])}");
            Assert.Empty(file.Lines);
            return;
        }

        Assert.True(file.Broken is null, $"{rule}: {file.Broken}");
        Assert.Equal(expected.Select(e => (e.Id, e.Line)), file.Lines.Select(l => ((string?)l["id"], (long?)l["line"])));
        foreach (var (answer, line) in expected.Zip(file.Lines))
        {
            Assert.Equal(answer.Line is not null, line.ContainsKey("error"));
            if (answer.Path.Length > 0) Assert.StartsWith($"{answer.Path}: ", (string)line["error"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(ScenarioFiles))]
    public async Task A_file_of_all_scenarios_gives_all_decisions_in_order(string door, bool array)
    {
        var lines = Scenarios.All.Select(s => s.Line);
        var text = array ? $"[{string.Join(",\n", lines)}]" : string.Concat(lines.Select(l => $"{l}\n"));
        var file = await EveryDoor.Named(door, server).Many(Encoding.UTF8.GetBytes(text));
        Assert.Equal(Scenarios.All.Count, file.Lines.Count);
        foreach (var (scenario, decision) in Scenarios.All.Zip(file.Lines))
            Assert.True(JsonNode.DeepEquals(scenario.Expected, decision), $"{scenario}: {decision.ToJsonString()}");
    }

    [Theory]
    [MemberData(nameof(ScenarioFiles))]
    public async Task Bad_lines_among_good_ones_keep_their_places(string door, bool array)
    {
        // An array is JSON to its last byte: only what is JSON can be bad in it.
        var bad = Scenarios.Bad.Where(b => !array || IsJson(b.Line)).ToArray();
        var lines = bad.SelectMany(b => new[] { Lines.Good("good"), b.Line });
        var file = await EveryDoor.Named(door, server).Many(Encoding.UTF8.GetBytes(array ? $"[{string.Join(',', lines)}]" : string.Join('\n', lines)));
        Assert.Equal(2 * bad.Length, file.Lines.Count);
        for (var i = 0; i < bad.Length; i++)
        {
            Assert.Equal("refer-now", (string?)file.Lines[2 * i]["outcome"]);
            Assert.Equal(2 * (i + 1), (int?)file.Lines[(2 * i) + 1]["line"]);
            Assert.StartsWith(bad[i].Path, (string)file.Lines[(2 * i) + 1]["error"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_door_gives_the_same_bytes()
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Scenarios.All.Select(s => s.Line).Concat(Scenarios.Bad.Select(b => b.Line))));
        using var file = new TemporaryFile(text);
        var fromFile = (await Command.Run("triage", file.Path)).Output;
        Assert.Equal(fromFile, (await Command.Run(new PipeStream(text), "triage", "-")).Output);
        using var content = new ByteArrayContent(text);
        content.Headers.ContentType = new("application/x-ndjson");
        using var response = await server.Http.PostAsync(new Uri("/api/triage", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(fromFile, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonNode.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
