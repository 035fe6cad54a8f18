using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Lapwing.Web.SignIn;

namespace Lapwing.Web.Api;

/// <summary>
/// How often somebody may ask: whoever is signed in by their account, so that a school behind one address does not stand in its own way, and everybody else by
/// their address. Refused requests get 429 and say when to come back. Help now, hiding a page and what pages are made of are never refused.
/// </summary>
public static class RateLimit
{
    private static readonly string[] neverLimited = ["/HelpNow/", "/SignIn/Hide", "/SignIn/Blank"];

    /// <summary>Whether a page is shown however often it is asked for.</summary>
    public static bool IsNeverLimited(string page) => neverLimited.Any(one => page.StartsWith(one, StringComparison.Ordinal));

    /// <summary>A fixed window of a minute for each account and each address.</summary>
    public static void AddRateLimit(this IServiceCollection services, Settings settings, Running running) =>
        services.AddSingleton(new LineRequests(running.LineRequests)).AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, object>(context => RateLimitPartition.GetFixedWindowLimiter(
            Signing.Viewer(context) is { } viewer ? viewer.Account : (object)Network(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RequestsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        limiter.OnRejected = (refused, _) =>      // the status page says the rest
        {
            var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            refused.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    /// <summary>The caller's address; of IPv6 its network, since whoever has one address has the 2^64 around it.</summary>
    public static IPAddress Network(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Network(context.Connection.RemoteIpAddress ?? IPAddress.None);
    }

    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
