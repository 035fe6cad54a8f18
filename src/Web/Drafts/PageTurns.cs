using System.Globalization;

namespace Lapwing.Web.Drafts;

/// <summary>
/// What a page sent last. A page that keeps what is typed in it counts what it sends; so what it sent before it was recorded or deleted, and what comes in only
/// afterwards, is known and not kept. A page without a script does not count: it sends one thing, and goes.
/// </summary>
public sealed class PageTurns
{
    /// <summary>The field with a page's own number, and how many times it has sent something.</summary>
    public const string Field = "turn";

    /// <summary>The field that says, in short, what a form held when it was opened: nothing is kept of one in which nobody typed.</summary>
    public const string Began = "began";

    /// <summary>The field that says, in short, which kept words a form was opened with: other words of another window are not overwritten.</summary>
    public const string From = "from";

    /// <summary>The field that says where somebody goes who leaves a form.</summary>
    public const string Leave = "leave";

    private const int Most = 10_000;
    private readonly Lock turns = new();
    private readonly Dictionary<(Guid Account, Guid Page), (int Turn, long At)> last = [];
    private long count;

    /// <summary>The number of the page that sent this; none where it does not count.</summary>
    public static string? PageOf(string turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Split('.') is [var number, _] && Guid.TryParseExact(number, "N", out _) ? number : null;
    }

    /// <summary>Takes a page's turn; false where it sent the same or something later already.</summary>
    public bool Take(Guid account, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form[Field].ToString().Split('.') is not [var number, var text] || !Guid.TryParseExact(number, "N", out var page)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var turn)) return true;
        lock (turns)
        {
            if (last.TryGetValue((account, page), out var was) && turn <= was.Turn) return false;
            last[(account, page)] = (turn, ++count);
            if (last.Count > Most)
                foreach (var (old, _) in last.OrderBy(one => one.Value.At).Take(Most / 10).ToList()) last.Remove(old);
            return true;
        }
    }
}
