using Lapwing.Storage;

namespace Lapwing.Web.SignIn;

/// <summary>Signs a checkpoint every ten minutes in which something was recorded or looked at, and one at the end: never inside a request.</summary>
internal sealed class CheckpointTimer(Checkpoints checkpoints, TimeProvider clock) : BackgroundService
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
        await checkpoints.Make();
        while (await timer.WaitForNextTickAsync(stoppingToken)) await checkpoints.Make();
    }
}
