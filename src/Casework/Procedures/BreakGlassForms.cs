using static Lapwing.Casework.Procedures.BreakGlass;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms of opening a case in an emergency.</summary>
internal static class BreakGlassForms
{
    /// <summary>It is opened: asked on a page of its own, of whoever is not in the case.</summary>
    public static readonly CaseForm Broken = CaseForm.Of<GlassBroken>(29, "Open a case in an emergency", "open it in an emergency", f =>
        new(f.OneOf(m => m.Because, "Why?", "Select why you open it", [.. Enum.GetValues<GlassBecause>().Select(because =>
                (because, BecauseWords(because), (string?)null))]),
            f.Words(m => m.Words, "What has to be done, and whom did you try to reach?", "Say what has to be done, and whom you tried to reach",
                "Whoever leads the case reads it at once, and it stands there for ever.")))
    with
    { IsToCorrect = false, IsOnOwnPage = true, IsOffered = (_, _) => false, InLine = ["words"], Button = "Open the case" };

    /// <summary>It was looked at.</summary>
    public static readonly CaseForm LookedAt = CaseForm.Of<GlassLookedAt>(28, "Look at an opening in an emergency", "look at an opening in an emergency", f =>
        new(f.Entry(m => m.Of, "Which?", "Select what was opened", f.Entries<GlassBroken>(), "Nobody has opened this case in an emergency."),
            f.Line(m => m.Words, "What did you find?", "Say what you found")))
    with
    {
        IsToCorrect = false,
        InLine = ["words"],
        IsOffered = (view, by) => CaseLead.MayName(view.File, by) && view.File.All<GlassBroken>().Any(),
    };
}
