using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Lapwing.Web.Logs;

/// <summary>
/// Writes an entry of the log on one line: when, how grave, which part of the program, what happened. What happened is said in the words of the program;
/// a text that was put into them may have come from a request, so that only numbers, times and the like are shown in its place, and of an exception its
/// kind and where it was thrown, never what it says.
/// </summary>
internal sealed class LogFormatter(TimeProvider clock) : ConsoleFormatter(Called)
{
    /// <summary>What the formatter is called.</summary>
    public const string Called = "lapwing";

    private const string Words = "{OriginalFormat}";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var values = logEntry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var isOwn = logEntry.Category.StartsWith("Lapwing.Web", StringComparison.Ordinal);
        var said = PlainText.Of(Said(values, isOwn));
        var thrown = logEntry.Exception is { } e ? $" {PlainText.Of(Failures.Where(e))}" : "";
        textWriter.Write($"{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {Level(logEntry.LogLevel)} "
            + $"{PlainText.Of(logEntry.Category)}[{logEntry.EventId.Id}]: {said}{thrown}\n");
    }

    private static string Said(IReadOnlyList<KeyValuePair<string, object?>> values, bool isOwn)
    {
        var words = new StringBuilder(values.FirstOrDefault(value => value.Key == Words).Value as string ?? "an entry without words of the program");
        foreach (var (name, value) in values)
            if (name != Words && (isOwn || IsNoText(value))) words.Replace($"{{{name}}}", FormattableString.Invariant($"{value}"));
        return words.ToString();
    }

    private static bool IsNoText(object? value) =>
        value is null or bool or byte or short or ushort or int or uint or long or ulong or float or double or decimal or Guid or TimeSpan
        or DateTimeOffset or Enum;

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        _ => "information",
    };
}
