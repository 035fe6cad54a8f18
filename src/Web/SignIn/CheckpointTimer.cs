using Lapwing.Storage;
using Lapwing.Web.Reports;

namespace Lapwing.Web.SignIn;

/// <summary>
/// Signs a checkpoint every ten minutes in which something was recorded or looked at, and one at the end: never inside a request. Then takes away the drafts that nobody
/// went on with for long.
/// </summary>
internal sealed class CheckpointTimer(Checkpoints checkpoints, Keeping keeping, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await checkpoints.Make();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            await checkpoints.Make();
            await keeping.Purge();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
