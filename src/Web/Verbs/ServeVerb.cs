using System.CommandLine;
using System.Runtime.InteropServices;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Logs;
using Lapwing.Web.SignIn;

namespace Lapwing.Web.Verbs;

/// <summary><c>serve</c> and <c>demo</c>: the server.</summary>
public static class ServeVerb
{
    private const string UsualUrl = "http://localhost:5270", Kept = "--checkpoints", Restored = "--restored";

    /// <summary>Serves the API.</summary>
    public static Command Serve(TextWriter output, TextWriter error) =>
        Serving(new Command("serve", "Serve the pages and the HTTP API. This is what happens without a verb too."), isDemo: false, output, error);

    /// <summary>Serves the API and says what can be tried.</summary>
    public static Command Demo(TextWriter output, TextWriter error) =>
        Serving(new Command("demo", "Serve the pages and the HTTP API, say so on every page, and say what can be tried, with fictional cases and "
        + "people to sign in as."), isDemo: true, output, error);

    /// <summary>Makes a command serve.</summary>
    public static T Serving<T>(T command, bool isDemo, TextWriter output, TextWriter error) where T : Command
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen; several are separated by semicolons.", DefaultValueFactory = _ => UsualUrl };
        var data = new Option<string?>("--data")
        {
            Description =
            "A folder with settings.json; for the demonstration also its cases, which without it are gone at the end."
        };
        urls.Validators.Add(result =>
        {
            foreach (var url in result.GetValueOrDefault<string>().Split(';'))
                if (!IsAddress(url))
                    result.AddError($"--urls takes addresses such as {UsualUrl} or, for every network, http://0.0.0.0:5270, and '{url}' is none. A "
                        + "proxy in front adds https.");
        });
        data.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } folder && (folder.Length == 0 || File.Exists(folder)))
                result.AddError($"--data names a folder, and '{folder}' is none.");
        });
        command.Options.Add(urls);
        command.Options.Add(data);
        if (isDemo) AddKeeping(command);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(urls)!, parsed.GetValue(data), isDemo, isDemo ? OpeningIn(parsed) : new(), output,
            error, cancel));
        return command;
    }

    /// <summary>Adds where the newest checkpoint is kept, and the reason for which an older ledger is put back.</summary>
    public static void AddKeeping(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(new Option<string?>(Kept)
        {
            Description =
            "A folder, better on another disk, in which the newest checkpoint is kept and compared at each start. Without it: checkpoints, in the "
            + "folder of the keys."
        });
        command.Options.Add(new Option<string?>(Restored)
        {
            Description =
            "Why an older database was put back, in a line that names nobody: it stands in the access log. Without it such a database is refused."
        });
    }

    /// <summary>What was said of both.</summary>
    public static Opening OpeningIn(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return new() { Checkpoints = parsed.GetValue<string?>(Kept), Restored = parsed.GetValue<string?>(Restored) };
    }

    private static string WhatCanBeTried(string url) => $$$"""

        Lapwing says what a safeguarding procedure requires, of whom, by when and why.

        In a browser
          {{{url}}}/                      find out what to do, without an account: nothing that is entered is kept
          {{{url}}}/sign-in               some twenty fictional cases, as one of these fictional people, without a password:
        {{{string.Join('\n', DemonstrationPeople.All.Select(Offered))}}}
          {{{url}}}/try                   twelve examples, any fact to be changed
          {{{url}}}/manual                every statement of the procedure, and what cites it

        In a second terminal: one concern
          curl {{{url}}}/api/triage -H 'Content-Type: application/json' \
            -d '{"awareAt":"2026-03-27T15:10:00Z","forms":["youth-produced-imagery"],"answers":{"adult-involved":"yes"}}'

        On the command line, without the server
          ./dev lapwing triage --explain docs/examples/concerns.jsonl
          ./dev lapwing statement S2.1.11
          ./dev lapwing triage --table

        To stop: Ctrl+C

        """;

    private static string Offered(Casework.Access.Person person)
    {
        var here = person == DemonstrationPeople.StartHere ? "start here: " : "";
        return $"    {here}{person.Name}, {person.Job}, {person.Team}. {DemonstrationPeople.WhatTheySee(person)}";
    }

    /// <summary>What becomes of what is entered in the demonstration, said before anybody enters anything.</summary>
    public static string WhatIsKept(string? data) => data is null
        ? "Nothing is kept: all that you enter is gone when it stops. To keep it: ./dev demo --data FOLDER"
        : $"What you enter is kept in {PlainText.Of(Path.GetFullPath(data))}";

    // A host of any other name would make the server listen on every network without a word.
    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttp && parsed.PathAndQuery == "/" && parsed.UserInfo.Length == 0
        && ((parsed.Host == "localhost" && parsed.Port != 0) || parsed.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6);

    // A closed terminal or connection ends it as well as it ends when it is told to.
    private static void End(PosixSignalContext signal, WebApplication site)
    {
        signal.Cancel = true;
        site.Lifetime.StopApplication();
    }

    private static async Task<int> Run(string urls, string? data, bool isDemo, Opening opening, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        try
        {
            StartChecks.TemporarySpace();
            using var passing = isDemo && data is null ? new PassingFolder() : null;
            var kept = WhatIsKept(data);
            data ??= passing?.Path;
            if (data is not null) PrivateFolder.Make(data);
            if (data is not null && isDemo) Settings.WriteExample(data);
            var settings = Settings.Read(data);
            if (data is not null) PageKeys.Try(data);
            await using var cases = isDemo ? await DemonstrationCases.Open(data!, TimeProvider.System, opening) : null;
            await using var site = Site.Build(urls, settings, new() { IsDemonstration = isDemo, Data = data, Cases = cases });
            foreach (var told in cases?.Told ?? []) await error.WriteLineAsync($"lapwing: {told}");
            using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => End(signal, site));
            await site.StartAsync(cancel);
            if (cases?.Ledger.BroughtForward is { } done) await output.WriteLineAsync(MigrateVerb.Said(done));
            if (cases?.DecidedAnew is { } anew) await output.WriteLineAsync(MigrateVerb.Said(anew));
            foreach (var url in site.Urls) await output.WriteLineAsync($"Lapwing is listening on {url}");
            if (isDemo) await output.WriteLineAsync(kept);
            if (isDemo) await output.WriteAsync(WhatCanBeTried(site.Urls.First()));
            await output.FlushAsync(cancel);
            await site.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (Exception e) when (e is UnusableException or LedgerRefusedException or IOException or UnauthorizedAccessException
            or System.Net.Sockets.SocketException)
        {
            await error.WriteLineAsync($"lapwing: {PlainText.Of(e.Message)}");
            return CommandLine.Unusable;
        }
    }
}
