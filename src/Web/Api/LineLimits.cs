using System.Buffers;
using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace Lapwing.Web.Api;

/// <summary>How much one request of lines may be. It counts once against the limit of requests, so that without an end of its own it would have none.</summary>
internal sealed class LineLimits
{
    /// <summary>The most bytes.</summary>
    public const long Bytes = 64L * 1024 * 1024;

    /// <summary>The most lines; blank ones do not count.</summary>
    public const int Lines = 100_000;

    private static readonly SearchValues<byte> blank = SearchValues.Create(" \t\r\n"u8);
    private long bytesLeft = Bytes;
    private int linesLeft = Lines, ended;
    private bool isSaid;

    /// <summary>The longest that it may take.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromMinutes(10);

    /// <summary>What the last line says.</summary>
    public static string Said { get; } = string.Create(CultureInfo.InvariantCulture,
        $"a request of lines ends after {Bytes / 1024 / 1024} MB, {Lines:N0} lines or {Time.TotalMinutes} minutes; what comes before this line was "
        + $"answered; send the rest in another request");

    /// <summary>The number of the line that was not answered.</summary>
    public int Line => ended + 1;

    /// <summary>How many of these bytes still belong to what may be sent.</summary>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (taken < bytes.Length && linesLeft > 0 && bytesLeft > 0)
        {
            var end = bytes[taken..].IndexOf((byte)'\n') is var at and >= 0 ? taken + at + 1 : bytes.Length;
            end = (int)Math.Min(end, taken + bytesLeft);
            bytesLeft -= end - taken;
            isSaid |= bytes[taken..end].ContainsAnyExcept(blank);
            taken = end;
            if (bytes[taken - 1] != '\n') continue;
            ended++;
            if (isSaid) linesLeft--;
            isSaid = false;
        }

        return taken;
    }
}

/// <summary>How many requests of lines an address may have going on at once.</summary>
/// <param name="most">The number.</param>
internal sealed class LineRequests(int most) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> going = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetConcurrencyLimiter(address, _ => new() { PermitLimit = most, QueueLimit = 0 }));

    /// <summary>Begins one. It ends when what is returned is disposed.</summary>
    public RateLimitLease Begin(HttpContext context) => going.AttemptAcquire(RateLimit.Network(context));

    /// <inheritdoc/>
    public void Dispose() => going.Dispose();
}
