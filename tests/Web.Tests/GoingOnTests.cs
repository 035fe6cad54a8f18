using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Lapwing.Casework.Stories;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>
/// The server on a disk that fills up, and with something in its ledger that does not open: who is at it loses no word, and everybody else goes on.
/// </summary>
public sealed partial class GoingOnTests : IAsyncDisposable
{
    private const string Words = "She said \"that\" & more, at 8 o'clock";
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-going-on-");
    private DemonstrationCases? cases;
    private WebApplication? site;

    private string Disk => Path.Combine(root.FullName, "disk");

    public async ValueTask DisposeAsync()
    {
        if (site is not null) await site.DisposeAsync();
        if (cases is not null) await cases.DisposeAsync();
        if (Directory.Exists(Disk)) Ran("umount", Disk);
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task On_a_full_disk_it_is_503_with_the_words_in_the_page_and_sent_again_they_are_recorded_once_there_is_room()
    {
        Directory.CreateDirectory(Disk);
        Assert.SkipUnless(Ran("mount", "-t", "tmpfs", "-o", "size=24m", "none", Disk), "a small disk can be made by root alone, where mounting is allowed");
        await Start(Path.Combine(Disk, "data"));
        using var http = await SignedIn();
        using var begun = await http.PostAsync(new Uri("/reports", UriKind.Relative), new FormUrlEncodedContent([Token(await Get(http, "/work"))]), stop);
        var address = begun.RequestMessage!.RequestUri!.AbsolutePath[..^1] + "10";
        var form = await Get(http, address);
        var ballast = Path.Combine(Disk, "ballast");
        Fill(ballast);
        KeyValuePair<string, string>[] fields = [Token(form), new("page", "10"), new("story", Words), new("go", "later")];
        var refused = await Refused(http, address, fields);
        Assert.Contains("What you typed is still in this page", refused, StringComparison.Ordinal);
        var again = Hidden().Matches(refused).Select(field => new KeyValuePair<string, string>(WebUtility.HtmlDecode(field.Groups["name"].Value),
            WebUtility.HtmlDecode(field.Groups["value"].Value))).ToList();
        Assert.Equal(fields, again);
        Assert.Contains($"action=\"{address}\"", refused, StringComparison.Ordinal);
        using (var read = await http.GetAsync(new Uri("/work", UriKind.Relative), stop)) Assert.Equal(HttpStatusCode.ServiceUnavailable, read.StatusCode);
        File.Delete(ballast);
        using var sent = await http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(again), stop);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains(WebUtility.HtmlEncode(Words)[..8], await Get(http, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_does_not_open_is_named_on_the_page_of_whoever_wrote_it_which_goes_on()
    {
        await Start(Path.Combine(root.FullName, "data"));
        using var http = await SignedIn();
        using var begun = await http.PostAsync(new Uri("/reports", UriKind.Relative), new FormUrlEncodedContent([Token(await Get(http, "/work"))]), stop);
        var address = begun.RequestMessage!.RequestUri!.AbsolutePath;
        using (var sent = await http.PostAsync(new Uri(address, UriKind.Relative),
            new FormUrlEncodedContent([Token(await Get(http, address)), new("page", "1"), new("forms", "grooming"), new("go", "later")]),
            stop)) Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Tamper("UPDATE drafts SET sealed = zeroblob(80)");
        Assert.Contains("does not open. It is left as it is.", await Get(http, "/work"), StringComparison.Ordinal);
        using var read = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
        Assert.Equal(HttpStatusCode.InternalServerError, read.StatusCode);
        Assert.Contains("This does not open", await read.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_lists_that_cannot_be_read_is_said_on_the_page_which_goes_on()
    {
        await Start(Path.Combine(root.FullName, "data"));
        using var http = await SignedIn();
        Assert.DoesNotContain("cannot be read", await Get(http, "/work"), StringComparison.Ordinal);
        Tamper("UPDATE work_lists SET sealed = zeroblob(80) WHERE case_id IN (SELECT case_id FROM memberships WHERE relation = 'author' LIMIT 60)");
        Assert.Contains("of these lists cannot be read, so something may be missing from this page.", await Get(http, "/work"), StringComparison.Ordinal);
    }

    private async Task Start(string data)
    {
        cases = await DemonstrationCases.Open(data, new FixedClock(now));
        site = Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = int.MaxValue },
            new() { Clock = new FixedClock(now), IsDemonstration = true, Cases = cases });
        await site.StartAsync(stop);
    }

    private async Task<HttpClient> SignedIn()
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = new(site!.Urls.Single()) };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        using var signed = await http.PostAsync(new Uri("/sign-in", UriKind.Relative),
            new FormUrlEncodedContent([Token(await Get(http, "/sign-in")), new("account", DemonstrationPeople.Teacher.Author.Account.ToString("N"))]), stop);
        Assert.EndsWith("/work", signed.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        return http;
    }

    private static async Task<string> Get(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    // The log of the database has room for a little more before it must grow: so once more, until it is told. What was saved leads to a page, and
    // that one may be the first for which there is no room: it was sent nothing.
    private static async Task<string> Refused(HttpClient http, string address, KeyValuePair<string, string>[] fields)
    {
        for (var i = 0; i < 3000; i++)
        {
            using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields), stop);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || answer.RequestMessage!.Method != HttpMethod.Post) continue;
            Assert.Equal(60, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
            return await answer.Content.ReadAsStringAsync(stop);
        }

        throw new InvalidOperationException("the disk is never full");
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) stream.Write(new byte[4096]);
        }
        catch (IOException)      // full
        {
        }
    }

    private void Tamper(string sql)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(root.FullName, "data", "lapwing.db")};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static KeyValuePair<string, string> Token(string page) => new("__RequestVerificationToken", TokenIn().Match(page).Groups["token"].Value);

    private static bool Ran(string command, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenIn();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}
