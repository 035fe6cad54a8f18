using System.Security.Claims;
using Lapwing.Casework.Stories;
using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>
/// Whoever has a copy of the data folder, as every backup is one, and not the keys, makes nothing of it that opens somebody's work: no ticket, no session, no
/// mark.
/// </summary>
public sealed class CopyOfDataTests : IDisposable
{
    private const string CookieMiddleware = "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware";
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("lapwing-copy-");

    public void Dispose() => copy.Delete(recursive: true);

    [Fact]
    public async Task Nothing_that_is_forged_from_a_copy_opens_anything()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        Assert.Equal("200", await SignedInSite.LedTo(browser, "/work"));
        Copy(site.Data);
        Assert.NotEmpty(copy.EnumerateFiles("*.sealed", SearchOption.AllDirectories));
        foreach (var cookie in (IEnumerable<string>)[Ticket(Forger()), .. await Hashes()])
            foreach (var name in new[] { SessionHandler.Cookie, ".AspNetCore.Cookies" })
            {
                using var thief = site.With(cookie, name);
                Assert.Equal("/sign-in", await SignedInSite.LedTo(thief, "/work"));
            }

        var form = await site.FormOf(DemonstrationPeople.Teacher);
        Assert.Equal(Sent.NotKept, await Kept(site, Mark(Forger(), form)));
        Assert.Null(site.Keeping.Late(SignedInSite.Of(DemonstrationPeople.Teacher), form));
    }

    [Fact]
    public async Task Planted_as_it_was_before_the_same_forgeries_open_the_work_of_somebody_and_keep_words_in_their_name()
    {
        var keys = Path.Combine(copy.FullName, "page-keys");
        await using var before = Before(keys);
        await before.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new(before.Urls.Single()) };
        await http.GetStringAsync(new Uri("/", UriKind.Relative), stop);      // its keys are made
        http.DefaultRequestHeaders.Add("Cookie", $"lapwing-session={Ticket(Forger())}");
        Assert.Equal(DemonstrationPeople.Teacher.Author.Account.ToString("N"), await http.GetStringAsync(new Uri("/", UriKind.Relative), stop));
        var mark = Mark(Forger(), "/work");
        Assert.NotNull(before.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Lapwing.Keeping.v1")
            .ToTimeLimitedDataProtector().Unprotect(mark));
    }

    [Fact]
    public async Task Keys_of_before_that_lie_unsealed_are_made_anew_and_ones_that_are_put_there_are_none()
    {
        await using var site = await SignedInSite.Start();
        var keys = new DirectoryInfo(Path.Combine(site.Data, "page-keys"));
        await site.Restart(() =>
        {
            foreach (var file in keys.EnumerateFiles()) file.Delete();
            Protection(keys.FullName).CreateProtector("any").Protect("any");
            Assert.Single(keys.EnumerateFiles("key-*.xml"));
            Copy(site.Data);
        });
        var form = await site.FormOf(DemonstrationPeople.Teacher);
        Assert.Equal(Sent.NotKept, await Kept(site, Mark(Forger(), form)));
        Assert.Empty(keys.EnumerateFiles("*.xml"));
        foreach (var file in copy.EnumerateFiles("key-*.xml", SearchOption.AllDirectories)) file.CopyTo(Path.Combine(keys.FullName, file.Name));
        foreach (var file in copy.EnumerateFiles("key-*.xml", SearchOption.AllDirectories))
            file.CopyTo(Path.Combine(keys.FullName, "0" + file.Name + ".sealed"));
        Assert.Equal(Sent.NotKept, await Kept(site, Mark(Forger(), form)));
        await site.Restart();
        Assert.Equal(Sent.NotKept, await Kept(site, Mark(Forger(), form)));
        Assert.Equal(Sent.Kept, await Kept(site, site.Keeping.Marks.Mark(SignedInSite.Of(DemonstrationPeople.Teacher), form)));
    }

    [Fact]
    public async Task Sealed_page_keys_outlive_a_restart_and_are_their_owners_alone()
    {
        await using var site = await SignedInSite.Start();
        var form = await site.FormOf(DemonstrationPeople.Teacher);
        var mark = site.Keeping.Marks.Mark(SignedInSite.Of(DemonstrationPeople.Teacher), form);
        await site.Restart(() => File.WriteAllText(Path.Combine(site.Data, "page-keys", $"key-{Guid.Empty:N}.sealed.half"),
            "left by what was ended while it wrote"));
        Assert.Equal(Sent.Kept, await Kept(site, mark));
        var keys = new DirectoryInfo(Path.Combine(site.Data, "page-keys"));
        Assert.Single(keys.EnumerateFiles());
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, keys.EnumerateFiles().Single().UnixFileMode);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
    }

    [Fact]
    public async Task Where_page_keys_are_lost_it_is_said_that_nothing_was_kept()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var session = SignedInSite.ValueOf((await site.SignIn(browser, DemonstrationPeople.Teacher)).Cookie);
        var form = await site.FormOf(DemonstrationPeople.Teacher);
        var page = await browser.GetStringAsync(new Uri(form, UriKind.Relative), stop);
        var sent = new (string, string)[] { (SignedInSite.Token, SignedInSite.TokenOf(page)),
            (PageMarks.Field, SignedInSite.FieldOf(page, PageMarks.Field)), ("story", "She said so") };
        await site.Restart(() => Directory.Delete(Path.Combine(site.Data, "page-keys"), recursive: true));
        using var same = site.With(session);
        using var signedIn = await SignedInSite.Post(same, form, sent);
        using var nobody = site.Browser();
        using var signedOut = await SignedInSite.Post(nobody, form, sent);
        Assert.Equal(("/not-kept", "/not-kept"), (signedIn.Headers.Location?.ToString(), signedOut.Headers.Location?.ToString()));
        Assert.Null(site.Keeping.Find(SignedInSite.Of(DemonstrationPeople.Teacher), form));
        var said = await nobody.GetStringAsync(new Uri("/not-kept", UriKind.Relative), stop);
        Assert.Contains("nothing of it is kept", said, StringComparison.Ordinal);
    }

    private static Task<Sent> Kept(SignedInSite site, string mark) =>
        site.Keeping.Keep(new FormCollection(new() { [PageMarks.Field] = mark, ["story"] = "She said so" }), null);

    private static IDataProtectionProvider Protection(string keys) =>
        DataProtectionProvider.Create(new DirectoryInfo(keys), builder => builder.SetApplicationName("Lapwing"));

    // As whoever has a copy would: the library, pointed at the folder.
    private IDataProtectionProvider Forger() => Protection(Path.Combine(copy.FullName, "page-keys"));

    private static string Ticket(IDataProtectionProvider forger)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, DemonstrationPeople.Teacher.Author.Account.ToString("N"))],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(new(identity), CookieAuthenticationDefaults.AuthenticationScheme);
        return new TicketDataFormat(forger.CreateProtector(CookieMiddleware, CookieAuthenticationDefaults.AuthenticationScheme, "v2")).Protect(ticket);
    }

    private static string Mark(IDataProtectionProvider forger, string path) =>
        forger.CreateProtector("Lapwing.Keeping.v1").ToTimeLimitedDataProtector()
            .Protect($"{DemonstrationPeople.Teacher.Author.Account:N} {path}", PageMarks.Lasts);

    // What stands in the file of every session.
    private async Task<IReadOnlyList<string>> Hashes()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(copy.FullName, "lapwing.db")};Pooling=False");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM sessions";
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<string> hashes = [];
        while (await reader.ReadAsync(stop)) hashes.Add(System.Buffers.Text.Base64Url.EncodeToString(reader.GetFieldValue<byte[]>(0)));
        Assert.NotEmpty(hashes);
        return hashes;
    }

    // Everything but the keys, which lie elsewhere where the data are real.
    private void Copy(string data)
    {
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "keys"))
        {
            var to = Path.Combine(copy.FullName, Path.GetRelativePath(data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }

    // A session as a ticket, sealed by page keys that lie unsealed in the data folder.
    private static WebApplication Before(string keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddDataProtection().SetApplicationName("Lapwing").PersistKeysToFileSystem(new(keys));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.Cookie.Name = "lapwing-session");
        var site = builder.Build();
        site.UseAuthentication();
        site.MapGet("/", (HttpContext context, IDataProtectionProvider protection) =>
        {
            protection.CreateProtector("any").Protect("any");
            return context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody";
        });
        return site;
    }
}
