using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Lapwing.Bench.Api;

/// <summary>The least that an endpoint can do with a concern: read the body, parse it strictly, and send the same bytes back.</summary>
internal static class BareEndpoint
{
    public const string Mode = "bare";

    public static async Task<int> Run(string url)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var site = builder.Build();
        site.MapPost("/", (RequestDelegate)Echo);
        await site.StartAsync();
        Console.WriteLine($"listening on {site.Urls.First()}");
        await site.WaitForShutdownAsync();
        return 0;
    }

    private static async Task Echo(HttpContext context)
    {
        var body = context.Request.BodyReader;
        ReadResult read;
        while (!(read = await body.ReadAsync(context.RequestAborted)).IsCompleted) body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        using (JsonDocument.Parse(read.Buffer))
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = read.Buffer.Length;
            foreach (var bytes in read.Buffer) context.Response.BodyWriter.Write(bytes.Span);
        }

        body.AdvanceTo(read.Buffer.End);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
