using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Lapwing.Casework.Rules;
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
        if (SentForms.IsUtf8(context.Request, Lines)) return InTurn(context);
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
        // some programs begin every file with it; it is no part of the JSON
        var reading = ConcernJson.Read(whole.StartsWith(Encoding.UTF8.Preamble) ? whole[Encoding.UTF8.Preamble.Length..] : whole);
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

    private static async Task InTurn(HttpContext context)
    {
        using var going = context.RequestServices.GetRequiredService<LineRequests>().Begin(context);
        if (going.IsAcquired)
        {
            await Many(context);
            return;
        }

        context.Response.Headers.RetryAfter = "60";
        await Problems.Write(context, StatusCodes.Status429TooManyRequests,
            "as many requests of lines as an address may have at once are going on; send this one when one of them has ended");
    }

    private static async Task Many(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        context.Response.ContentType = Lines;
        var output = new ArrayBufferWriter<byte>(2 * Part);
        var file = new TriageFile(new Answers(output, context.RequestServices.GetRequiredService<RuleBook>()).Answer);
        var (limits, body, isLate) = (new LineLimits(), context.Request.BodyReader, false);
        await using var time = context.RequestServices.GetRequiredService<TimeProvider>().CreateTimer(
            _ =>
            {
                Volatile.Write(ref isLate, true);
                body.CancelPendingRead();
            },
            null, LineLimits.Time, Timeout.InfiniteTimeSpan);
        for (var more = true; more;)
        {
            var read = await body.ReadAsync(CancellationToken.None);
            var isWithin = await Push(read.Buffer, file, limits, context, output);
            body.AdvanceTo(read.Buffer.End);
            if (!isWithin || Volatile.Read(ref isLate))
            {
                DecisionJson.WriteBad(output, null, limits.Line, LineLimits.Said);
                output.Write("\n"u8);
                await Send(context, output);
                return;
            }

            more = !read.IsCompleted;
            if (file.Kept > MaxArray)
            {
                await Problems.Write(context, StatusCodes.Status413PayloadTooLarge,
                    $"an array of more than {MaxArray:N0} bytes is too long to be checked before it is answered; send one concern a line instead");
                return;
            }
        }

        await Finish(context, file, output);
    }

    private static async Task Finish(HttpContext context, TriageFile file, ArrayBufferWriter<byte> output)
    {
        file.Finish();
        for (var more = true; more;)
        {
            more = file.AnswerMore();
            await Send(context, output);
        }

        if (file.BrokenArray is { } broken)
            await Problems.Write(context, StatusCodes.Status400BadRequest, $"this array is not whole JSON: {broken}; nothing of it was decided", "");
    }

    // Answers what came, as far as it may; says whether all of it might.
    private static async Task<bool> Push(ReadOnlySequence<byte> buffer, TriageFile file, LineLimits limits, HttpContext context, ArrayBufferWriter<byte> output)
    {
        foreach (var bytes in buffer)
        {
            for (var at = 0; at < bytes.Length; at += Part)
            {
                var part = bytes[at..Math.Min(at + Part, bytes.Length)];
                var taken = limits.Take(part.Span);
                file.Push(part.Span[..taken]);
                await Send(context, output);
                if (taken < part.Length) return false;
            }
        }

        return true;
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
