using System.Security.Cryptography;
using Lapwing.Bench.Ledger;
using Lapwing.Bench.Web;
using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Lapwing.Storage;

namespace Lapwing.Bench.Cases;

/// <summary>
/// An endpoint that does with a report all that Lapwing does but its pages: decides it, seals, chains and appends it as a new case, derives who is
/// in and what is due, and writes down who looked; it answers once all of it is on disk.
/// </summary>
internal static class AppendServer
{
    public const string Mode = "append-report";

    public static async Task<int> Run(string url)
    {
        await using var ledger = new TemporaryLedger();
        var by = DemonstrationPeople.Teacher.Author;
        var viewer = new Viewer(by.Account, by.Role, by.Agency, by.Team);
        async Task Answer(HttpContext context)
        {
            var now = TimeProvider.System.GetUtcNow();
            var report = Written.Report(new Guid(RandomNumberGenerator.GetBytes(16)), now);
            var look = AccessLogEntry.By(viewer, now, report.Case, Relation.Author, "report", Outcome.Opened);
            var appended = ledger.Store.Append(report);
            await ledger.Ledger.Commit.Write((connection, _) => look.Insert(connection, ledger.Ledger.Partnership));
            context.Response.StatusCode = await appended == Appended.Done ? StatusCodes.Status204NoContent : StatusCodes.Status500InternalServerError;
        }

        return await BarePage.Serve(url, _ => { }, site => site.MapPost("/", (RequestDelegate)Answer));
    }
}
