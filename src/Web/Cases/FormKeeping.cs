using Lapwing.Casework.Cases;
using Lapwing.GovUk;
using Lapwing.Storage;
using Lapwing.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>What was typed in a form and not recorded: it stands there again for whoever typed it, until it is.</summary>
public abstract partial class FormPage
{
    // In place of what it begins with: a box that was not ticked then is not ticked now.
    private ILookup<string, string>? kept;

    /// <summary>When what stands in it was kept; none where it was not.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The mark that says whose it is.</summary>
    public string Mark => Desk.Keeping.Mark(Viewer, Address);

    private string Address => $"/work/{Case.File.Id}/form/{Request.Path.Value!.Split('/')[^1]}{Request.QueryString}";

    // What was typed before the page was hidden, or sent after the session had ended, unless it was recorded all the same.
    private async Task Resume()
    {
        if (Desk.Keeping.Find(Viewer, Address) is not var (fields, at)) return;
        if (Guid.TryParseExact(fields["act"].FirstOrDefault(), "N", out var act) && Case.File.Entries.Any(entry => entry.Act.Id == act))
        {
            await Desk.Keeping.Forget(Viewer, Address, act);
            return;
        }

        (kept, KeptAt, Act) = (fields, at, act == default ? Act : act);
        if (int.TryParse(fields["seen"].FirstOrDefault(), out var seen)) Meanwhile = [.. Case.File.Since(Math.Max(0, seen))];
    }

    private async Task<IActionResult> Recorded()
    {
        await Desk.Keeping.Forget(Viewer, Address, Act);
        return Redirect($"/work/{Case.File.Id}");
    }

    private bool SaysTheSame(Entry before)
    {
        var (happened, at, wrong) = When();
        if (wrong.Count > 0 || (!IsInError && Missing().Any())) return false;
        return CaseStore.AreSame(before.Content, ToRecord()) && (Corrects is not null || (before.Act.HappenedOn, before.Act.HappenedAt) == (happened, at));
    }

    // An image that was pasted among the words is cut out of them, and it is said so beside its field.
    private IEnumerable<FieldError> Images() => Request.Form
        .Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && field.Key != Keeping.Field && field.Value.OfType<string>().Any(ImageryGuard.IsFound))
        .Select(field => new FieldError(field.Key, ImageryGuard.WhatToDo));
}
