using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lapwing.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>The program itself, as a process of its own. SIGTERM is sent with kill, so these run on Linux and macOS.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly List<int> started = [];
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("lapwing-data-");

    private const string Left =
        @"^checkpoint-key\.pem checkpoint-public-key\.pem checkpoints key-[0-9a-f]{32}\.sealed keys "
        + @"lapwing\.db( lapwing\.db-shm lapwing\.db-wal)?( newest-checkpoint\.json)? page-keys partnership-key settings\.json$";

    public void Dispose()
    {
        foreach (var id in started) Kill(id);
        started.Clear();
        data.Delete(recursive: true);
    }

    // What a failed test left running; most have ended.
    private static void Kill(int id)
    {
        try
        {
            using var left = Process.GetProcessById(id);
            left.Kill();
        }
        catch (ArgumentException)
        {
        }
    }

    private string InData() => string.Join(' ', data.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(f => f.Name)
        .Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_demonstration_listens_answers_leaves_only_its_settings_keys_and_cases_and_stops_when_told()
    {
        using var program = Start("demo", "--urls", "http://127.0.0.1:0", "--data", data.FullName);
        var url = await Listening(program);
        var rest = program.StandardOutput.ReadToEndAsync(stop);
        var errors = program.StandardError.ReadToEndAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        using var content = new StringContent(Lines.Good("a"), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await http.PostAsync(new Uri("/api/triage", UriKind.Relative), content, stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Find out what to do", await http.GetStringAsync(new Uri("/", UriKind.Relative), stop), StringComparison.Ordinal);
        Assert.Contains("Is a child safe right now?", await http.GetStringAsync(new Uri("/check/1", UriKind.Relative), stop), StringComparison.Ordinal);
        Assert.Matches(Left, InData());
        await Terminate(program);
        Assert.Equal(0, program.ExitCode);
        Assert.Equal("", await errors);
        Assert.DoesNotContain("Exception", await rest, StringComparison.Ordinal);
        Assert.Matches(Left, InData());
    }

    [Fact]
    public async Task A_checkpoint_that_cannot_be_signed_is_told_and_ends_nothing_and_a_closed_terminal_ends_it_well()
    {
        var clock = TimeProvider.System;
        await (await DemonstrationCases.Open(data.FullName, clock)).DisposeAsync();
        using (var database = new SqliteConnection($"Data Source={Path.Combine(data.FullName, "lapwing.db")};Pooling=False"))
        {
            database.Open();
            using var plant = database.CreateCommand();
            plant.CommandText = "CREATE TRIGGER planted BEFORE INSERT ON checkpoints BEGIN SELECT RAISE(ABORT, 'planted: no room'); END";
            plant.ExecuteNonQuery();
        }

        using var program = Start("demo", "--urls", "http://127.0.0.1:0", "--data", data.FullName);
        var url = await Listening(program);
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        string told;
        do told = await program.StandardError.ReadLineAsync(stop).InTime(stop) ?? throw new InvalidOperationException("it ended");
        while (!told.Contains("tried again", StringComparison.Ordinal));
        Assert.Contains("signing a checkpoint failed and is tried again: SQLite Error 19: 'planted: no room'.", told, StringComparison.Ordinal);
        Assert.Contains("Find out what to do", await http.GetStringAsync(new Uri("/", UriKind.Relative), stop), StringComparison.Ordinal);
        await Terminate(program, "-HUP");
        Assert.Equal(0, program.ExitCode);
        Assert.DoesNotContain("   at ", await program.StandardError.ReadToEndAsync(stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    public async Task Page_keys_that_cannot_be_read_are_one_line(string verb)
    {
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "page-keys"), "in the way", stop);
        Assert.StartsWith("lapwing: The page keys in", await Refused(verb, "--urls", "http://127.0.0.1:0", "--data", data.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_room_for_anything_temporary_it_is_one_line_and_nothing_is_made()
    {
        var folder = Path.Combine(data.FullName, "new");
        using var program = Start(start => start.Environment["TMPDIR"] = Path.Combine(data.FullName, "nowhere"), "demo", "--urls",
            "http://127.0.0.1:0", "--data", folder);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(stop), program.StandardError.ReadToEndAsync(stop));
        await program.WaitForExitAsync(stop).InTime(stop);
        Assert.Equal((2, ""), (program.ExitCode, await output));
        Assert.Matches("^lapwing: Nothing temporary can be written to .*nowhere.*in TMPDIR\\.\n$", await error);
        Assert.Empty(data.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Told_to_stop_while_somebody_is_still_sending_it_stops()
    {
        using var program = Start("serve", "--urls", "http://127.0.0.1:0");
        var url = new Uri(await Listening(program));
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, stop);
        await client.Client.SendAsync(System.Text.Encoding.ASCII.GetBytes($"POST /api/triage HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: "
            + "application/x-ndjson\r\nContent-Length: 1000\r\n\r\n{"), stop);
        await Terminate(program);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task Whoever_is_still_sending_when_it_is_told_to_stop_is_granted_two_seconds()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings());
        Assert.Equal(TimeSpan.FromSeconds(2), site.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var error = await Refused("serve", "--urls", $"http://127.0.0.1:{port}");
        Assert.Contains($"{port}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\n  \"requestsPerMinute\": 600,\n  \"nonsense\": 1\n}", "nonsense")]
    [InlineData("{\"RequestsPerMinute\":600}", "requestsPerMinute")]
    [InlineData("{\"requestsPerMinute\":\"600\"}", "requestsPerMinute")]
    [InlineData("{\"requestsPerMinute\":0}", "requestsPerMinute")]
    [InlineData("{\"requestsPerMinute\":1.5}", "requestsPerMinute")]
    [InlineData("{\"requestsPerMinute\":null}", "requestsPerMinute")]
    [InlineData("{\"trustedProxies\":[\"nobody\"]}", "nobody")]
    [InlineData("{\"trustedProxies\":null}", "trustedProxies")]
    [InlineData("{\"publicAddress\":\"lapwing\"}", "publicAddress")]
    [InlineData("{\"publicAddress\":\"https://lapwing.example.org/path\"}", "publicAddress")]
    [InlineData("{\"publicAddress\":\"ftp://lapwing.example.org\"}", "publicAddress")]
    [InlineData("{\"trustedProxies\":[null]}", "trustedProxies")]
    [InlineData("{\"partnership\":{\"numbers\":[{\"for\":\"nobody\"}]}}", "partnership.numbers[0].for")]
    [InlineData("[]", "settings.json")]
    [InlineData("", "settings.json")]
    public async Task Settings_that_are_not_understood_are_one_line_that_says_where(string settings, string where)
    {
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "settings.json"), settings, stop);
        var ran = await Command.Run("serve", "--urls", "http://127.0.0.1:0", "--data", data.FullName).InTime(stop);
        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Contains(where, Assert.Single(ran.Errors), StringComparison.Ordinal);
        Assert.DoesNotMatch("Exception|   at |System\\.", ran.Error);
    }

    [Fact]
    public async Task Settings_that_are_not_understood_stop_the_program_itself()
    {
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "settings.json"), "{\"nonsense\":1}", stop);
        Assert.Contains("nonsense", await Refused("demo", "--urls", "http://127.0.0.1:0", "--data", data.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_one_line()
    {
        Directory.CreateDirectory(Path.Combine(data.FullName, "settings.json"));
        await Refused("demo", "--urls", "http://127.0.0.1:0", "--data", data.FullName);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_one_line()
    {
        var file = Path.Combine(data.FullName, "file");
        await File.WriteAllTextAsync(file, "", stop);
        await Refused("demo", "--urls", "http://127.0.0.1:0", "--data", file);
    }

    [Fact]
    public async Task The_machine_s_language_changes_nothing()
    {
        var outputs = new List<string>();
        foreach (var language in Lines.Each("en_GB.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"))
        {
            using var program = Start(start => start.Environment["LC_ALL"] = language, "triage", "--explain",
                Repository.Path("docs", "examples", "concerns.jsonl"));
            outputs.Add(await program.StandardOutput.ReadToEndAsync(stop));
            await program.WaitForExitAsync(stop).InTime(stop);
            Assert.Equal(0, program.ExitCode);
        }

        Assert.Single(outputs.Distinct());
    }

    private static Process Start(params string[] args) => Start(_ => { }, args);

    private static Process Start(Action<ProcessStartInfo> with, params string[] args)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);      // …/bin/Release/net10.0
        var built = Repository.Path("src", "Web", "bin", build.Parent!.Name, build.Name, "lapwing.dll");
        Assert.True(File.Exists(built), $"{built} is built");
        var start = new ProcessStartInfo("dotnet", [built, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.WorkingDirectory = Path.GetTempPath();
        with(start);
        var program = Process.Start(start)!;
        started.Add(program.Id);
        return program;
    }

    private static async Task<string> Listening(Process program)
    {
        var line = await program.StandardOutput.ReadLineAsync(stop).InTime(stop);
        Assert.Matches(@"^Lapwing is listening on http://127\.0\.0\.1:[1-9]\d*$", line);
        return line!["Lapwing is listening on ".Length..];
    }

    private static async Task Terminate(Process program, string how = "-TERM")
    {
        using var kill = Process.Start("kill", [how, $"{program.Id}"]);
        await program.WaitForExitAsync(stop).InTime(stop);
    }

    private static async Task<string> Refused(params string[] args)
    {
        using var program = Start(args);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(stop), program.StandardError.ReadToEndAsync(stop));
        await program.WaitForExitAsync(stop).InTime(stop);
        Assert.Equal((2, ""), (program.ExitCode, await output));
        Assert.Single((await error).TrimEnd('\n').Split('\n'));
        Assert.StartsWith("lapwing: ", await error, StringComparison.Ordinal);
        Assert.DoesNotMatch("Exception|   at ", await error);
        return await error;
    }
}
