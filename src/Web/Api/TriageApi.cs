using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Http.Features;

namespace Lapwing.Web.Api;

/// <summary><c>POST /api/triage</c>: facts in, decision out. Nothing is stored, and nothing of the body is logged.</summary>
public static class TriageApi
{
    /// <summary>The most bytes of one array in a body of lines: it has to be kept until it is known to be whole. Lines are not limited.</summary>
    public const int MaxArray = 1024 * 1024;

    private const int Part = 4096;

    /// <summary>One concern as JSON.</summary>
    public const string Json = "application/json";

    /// <summary>Many concerns, one a line.</summary>
    public const string Lines = "application/x-ndjson";

    /// <summary>Maps the endpoint.</summary>
    public static void MapTriage(this IEndpointRouteBuilder routes) => routes.MapPost("/api/triage", (Delegate)Triage)
        .WithName("triage").WithTags("Triage").WithSummary("Decide what the procedure requires on these facts");

    private static Task Triage(HttpContext context)
    {
        if (SentForms.IsUtf8(context.Request, Json)) return One(context);
        if (SentForms.IsUtf8(context.Request, Lines)) return Many(context);
        return Problems.Write(context, StatusCodes.Status415UnsupportedMediaType,
            $"send {Json} for one concern, or {Lines} for many, one a line; in UTF-8 and not compressed");
    }

    private static async Task One(HttpContext context)
    {
        var body = context.Request.BodyReader;
        ReadResult read;
        while (true)
        {
            read = await body.ReadAsync(CancellationToken.None);
            if (read.Buffer.Length > ConcernJson.MaxBytes || context.Request.ContentLength > ConcernJson.MaxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                await Problems.Write(context, StatusCodes.Status413PayloadTooLarge, ConcernJson.TooLong.Detail);
                return;
            }

            if (read.IsCompleted) break;
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        var whole = read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray();
        var reading = ConcernJson.Read(whole.StartsWith(Encoding.UTF8.Preamble) ? whole[Encoding.UTF8.Preamble.Length..] : whole);      // some programs begin every file with it; it is no part of the JSON
        body.AdvanceTo(read.Buffer.End);
        if (reading.Bad is { } bad)
        {
            await Problems.Write(context, StatusCodes.Status400BadRequest, bad.Detail, bad.Path);
            return;
        }

        var answer = new ArrayBufferWriter<byte>(4096);
        DecisionJson.Write(answer, context.RequestServices.GetRequiredService<RuleBook>().Decide(reading.Concern!));
        context.Response.ContentType = Json;
        context.Response.ContentLength = answer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(answer.WrittenMemory, context.RequestAborted);
    }

    private static async Task Many(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        context.Response.ContentType = Lines;
        var output = new ArrayBufferWriter<byte>(2 * Part);
        var file = new TriageFile(new Answers(output, context.RequestServices.GetRequiredService<RuleBook>()).Answer);
        for (var more = true; more;)
        {
            var read = await context.Request.BodyReader.ReadAsync(CancellationToken.None);
            foreach (var bytes in read.Buffer)
            {
                for (var at = 0; at < bytes.Length; at += Part)
                {
                    file.Push(bytes.Span[at..Math.Min(at + Part, bytes.Length)]);
                    await Send(context, output);
                }
            }

            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            more = !read.IsCompleted;
            if (file.Kept > MaxArray)
            {
                await Problems.Write(context, StatusCodes.Status413PayloadTooLarge, $"an array of more than {MaxArray:N0} bytes is too long to be checked before it is answered; send one concern a line instead");
                return;
            }
        }

        file.Finish();
        for (var more = true; more;)
        {
            more = file.AnswerMore();
            await Send(context, output);
        }

        if (file.BrokenArray is { } broken)
            await Problems.Write(context, StatusCodes.Status400BadRequest, $"this array is not whole JSON: {broken}; nothing of it was decided", "");
    }

    // What was answered so far goes out before more is answered, so that no request makes the server hold much.
    private static async Task Send(HttpContext context, ArrayBufferWriter<byte> output)
    {
        if (output.WrittenCount == 0) return;
        await context.Response.Body.WriteAsync(output.WrittenMemory, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        output.ResetWrittenCount();
    }
}
