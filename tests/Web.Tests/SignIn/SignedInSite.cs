using System.Net;
using Lapwing.Casework.Access;
using Lapwing.Storage;
using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>The demonstration with a folder and a clock of a test's own, and browsers that hold cookies and follow nothing by themselves.</summary>
internal sealed class SignedInSite : IAsyncDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-signed-in-");
    private DemonstrationCases cases = null!;
    private WebApplication site = null!;

    public FixedClock Clock { get; } = new(new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));

    public string Data => folder.FullName;

    public Uri Url => new(site.Urls.Single());

    public DemonstrationCases Cases => cases;

    public Arrivals Arrivals => site.Services.GetRequiredService<Arrivals>();

    public DraftStore Drafts => site.Services.GetRequiredService<DraftStore>();

    public DraftKeeper Keeping => site.Services.GetRequiredService<DraftKeeper>();

    public static async Task<SignedInSite> Start(int requestsPerMinute = int.MaxValue)
    {
        var started = new SignedInSite();
        await started.Begin(requestsPerMinute);
        return started;
    }

    /// <summary>Stops it, changes what lies in its folder, and starts it again.</summary>
    public async Task Restart(Action? meanwhile = null)
    {
        await End();
        meanwhile?.Invoke();
        await Begin();
    }

    /// <summary>A browser; it sends what cookies it holds, or those that it is given.</summary>
    public HttpClient Browser(CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = Url };

    /// <summary>Signs somebody in; gives the session's cookie and where they arrived.</summary>
    public async Task<(string Cookie, string? At)> SignIn(HttpClient browser, Person person)
    {
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative), stop);
        using var answer = await Post(browser, "/sign-in", ("account", person.Author.Account.ToString("N")), (Token, TokenOf(page)));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith(SessionHandler.Cookie, StringComparison.Ordinal));
        return (cookie, answer.Headers.Location?.ToString());
    }

    public const string Token = "__RequestVerificationToken";

    /// <summary>The value of a cookie that was set.</summary>
    public static string ValueOf(string cookie) => cookie.Split('=', 2)[1].Split(';')[0];

    public static string TokenOf(string page) => FieldOf(page, Token);

    /// <summary>What stands in a hidden field of a page.</summary>
    public static string FieldOf(string page, string name) =>
        WebUtility.HtmlDecode(page.Split($"name=\"{name}\"")[1].Split("value=\"")[1].Split('"')[0]);

    public static async Task<HttpResponseMessage> Post(HttpClient browser, string address, params IEnumerable<(string Field, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form, stop);
    }

    public static async Task<string?> LedTo(HttpClient browser, string address, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await browser.SendAsync(request, stop);
        return answer.StatusCode == HttpStatusCode.Found ? answer.Headers.Location?.ToString() : $"{(int)answer.StatusCode}";
    }

    /// <summary>A browser with a cookie that somebody stole.</summary>
    public HttpClient With(string value, string name = SessionHandler.Cookie)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };
        browser.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        return browser;
    }

    public static Viewer Of(Person person) => new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);

    /// <summary>Does something to the database behind its back, as a failing disk or somebody with the file might.</summary>
    public async Task Break(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "lapwing.db")};Pooling=False");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The address of a form of a case that a person may write on, and that another does not see.</summary>
    public async Task<string> FormOf(Person person, Person? unseenBy = null)
    {
        async Task<IReadOnlyList<CaseItem>> Cases(Person of) =>
            (await site.Services.GetRequiredService<CaseStore>().Work(Of(of), new(new(null), 0, 1000), stop)).Cases;
        var seen = unseenBy is null ? [] : (await Cases(unseenBy)).Select(item => item.Case).ToHashSet();
        return $"/work/{(await Cases(person)).First(item => !seen.Contains(item.Case)).Case}/form/11";
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        folder.Delete(recursive: true);
    }

    private async Task Begin(int requestsPerMinute = int.MaxValue)
    {
        cases = await DemonstrationCases.Open(folder.FullName, Clock);
        var running = new Running { Clock = Clock, IsDemonstration = true, Data = folder.FullName, Cases = cases };
        site = Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = requestsPerMinute }, running);
        await site.StartAsync(stop);
    }

    private async Task End()
    {
        await site.DisposeAsync();
        await cases.DisposeAsync();
    }
}
