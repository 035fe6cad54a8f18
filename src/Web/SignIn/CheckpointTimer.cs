using Lapwing.Storage;
using Lapwing.Web.Drafts;
using Microsoft.Data.Sqlite;

namespace Lapwing.Web.SignIn;

/// <summary>
/// What is done every ten minutes, never inside a request: a checkpoint is signed if something was recorded or looked at, and one at the end; the
/// time that the program ran is counted; drafts that nobody went on with for long are taken away. What fails is told and tried again a minute later,
/// and keeps nothing else from being done: a disk that is full for a while ends no server.
/// </summary>
internal sealed partial class CheckpointTimer(Checkpoints checkpoints, RunningDays days, DraftKeeper keeping, TimeProvider clock,
    ILogger<CheckpointTimer> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromMinutes(10), again = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try("signing a checkpoint", checkpoints.Make);
        await Try("counting the day", days.Count);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            var isDone = await Try("signing a checkpoint", checkpoints.Make) & await Try("counting the day",
                days.Count) & await Try("taking old drafts away", keeping.Purge);
            timer.Period = isDone ? every : again;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> Try(string what, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)      // whatever it is, the next turn comes
        {
            Failed(log, what, Why(e));
            return false;
        }
    }

    // Nothing that somebody typed: the messages of other exceptions may hold it.
    private static string Why(Exception e) => Fault.OfTheDisk(e)
        ?? (e is LedgerRefusedException or SqliteException or IOException or UnauthorizedAccessException ? e.Message.ReplaceLineEndings(" ")
        : e.GetType().Name);

    [LoggerMessage(LogLevel.Error, "{What} failed and is tried again: {Why}")]
    private static partial void Failed(ILogger logger, string what, string why);
}
