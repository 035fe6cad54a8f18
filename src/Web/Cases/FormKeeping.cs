using Lapwing.Casework.Cases;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>What was typed in a form and not recorded: it stands there again for whoever typed it, until it is.</summary>
public abstract partial class FormPage
{
    /// <summary>When what stands in it was kept; none where it was not.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>A copy of this form that was sent without a session; none where there is none.</summary>
    public LateCopy? Late => Desk.Keeping.Late(Viewer, Address);

    /// <summary>The mark that says whose it is.</summary>
    public string Mark => Desk.Keeping.Marks.Mark(Viewer, Address);

    // A slash at its end leads to the same page.
    private string Address => $"/work/{Case.File.Id}/form/{Number}{Request.QueryString}";

    // What was typed before the page was hidden, or sent after the session had ended, unless these words were recorded all the same.
    private async Task Resume()
    {
        if (Desk.Keeping.Find(Viewer, Address) is not var (fields, at)) return;
        Kept = fields;
        if (Guid.TryParseExact(fields["act"].FirstOrDefault(), "N", out var act)) Act = act;
        if (IsRecorded())
        {
            await Desk.Keeping.Forget(Viewer, Address, Act);
            (Kept, Act) = (null, Fresh());
            return;
        }

        KeptAt = at;
        if (int.TryParse(fields["seen"].FirstOrDefault(), out var seen)) Meanwhile = Added(seen);
    }

    // Whether the form was recorded with these words. With others (it was gone back to, or open twice) what is typed now is a form of its own.
    private bool IsRecorded()
    {
        if (Case.File.Entries.FirstOrDefault(entry => entry.Act.Id == Act) is not { } before) return false;
        if (SaysTheSame(before)) return true;
        (Act, Before) = (Fresh(), before);
        return false;
    }

    private IReadOnlyList<Entry> Added(int seen) => [.. Case.File.Since(Math.Max(0, seen)).Where(entry => entry.Act.Id != Before?.Act.Id)];

    private async Task<IActionResult> Recorded()
    {
        await Desk.Keeping.Forget(Viewer, Address, Act);
        return Redirect($"/work/{Case.File.Id}");
    }

    private bool SaysTheSame(Entry before)
    {
        var (happened, at, wrong) = When();
        if (wrong.Count > 0 || (!IsInError && Missing().Any())) return false;
        var (said, recorded) = (ToRecord(), Case.File.Entries.Where(entry => entry.Act.Id == before.Act.Id).Select(entry => entry.Content).ToList());
        return said.Count <= recorded.Count && said.Index().All(one => CaseStore.AreSame(recorded[one.Index], one.Item))
            && recorded.Skip(said.Count).All(content => content.GetType() != said[0].GetType())      // what it states besides follows behind
            && (Corrects is not null || (before.Act.HappenedOn, before.Act.HappenedAt) == (happened, at));
    }
}
