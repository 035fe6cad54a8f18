namespace Lapwing.Testing;

/// <summary>
/// Text that somebody has read and approved. A difference fails and shows the first line that differs; <c>./dev approve</c> takes the new text
/// over, to be read in the diff before it is committed.
/// </summary>
public static class Approved
{
    private static readonly bool approve = Environment.GetEnvironmentVariable("LAPWING_APPROVE") == "1";

    /// <summary>Fails unless the file of the checkout holds exactly this text.</summary>
    public static void Matches(string actual, params string[] path)
    {
        var file = Repository.Path(path);
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        actual = actual.ReplaceLineEndings("\n");
        if (actual == expected) return;
        if (approve)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        throw new NotApprovedException($"{string.Join('/', path)} differs from what was approved.\n{FirstDifference(expected, actual)}\nIf the new "
            + "text is right: ./dev approve, and read the diff.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] was = expected.Split('\n'), now = actual.Split('\n');
        var line = 0;
        while (line < was.Length && line < now.Length && was[line] == now[line]) line++;
        return $"line {line + 1}\n  approved: {(line < was.Length ? was[line] : "(end)")}\n  now:      {(line < now.Length ? now[line] : "(end)")}";
    }
}

/// <summary>A text differs from the approved one.</summary>
public sealed class NotApprovedException(string message) : Exception(message);
