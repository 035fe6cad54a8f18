namespace Lapwing.Web.Api;

/// <summary>
/// By which names the server may be asked: that of its public address, or where none is set, those of this machine alone and those under which it listens.
/// A page that another site has led to this machine under a name of its own gets nothing.
/// </summary>
/// <param name="urls">Where the server listens.</param>
/// <param name="settings">What says its public address.</param>
internal sealed class HostNames(string urls, Settings settings)
{
    private readonly HashSet<string> names = new(settings.PublicAddress is { } address ? [address.Host]
        : [.. ((string[])["localhost", "127.0.0.1", "[::1]"]), .. urls.Split(';').Select(url => new Uri(url).Host)], StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a request by any other name.</summary>
    public Task Refuse(HttpContext context, RequestDelegate next) => context.Request.Host.HasValue && names.Contains(context.Request.Host.Host) ? next(context)
        : Problems.Write(context, StatusCodes.Status400BadRequest,
        "this server is not asked by that name; open it at the address that you were given. Whoever runs it says its name as publicAddress in settings.json");
}
