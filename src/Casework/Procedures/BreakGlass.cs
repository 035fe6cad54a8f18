using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>Why somebody opens a case in which they are not.</summary>
public enum GlassBecause
{
    /// <summary>A child may be in danger now.</summary>
    Danger,

    /// <summary>Whoever has it cannot be reached, and something has to be done.</summary>
    NobodyReached,

    /// <summary>Something else, in words.</summary>
    Other,
}

/// <summary>
/// Opening a case in an emergency without being in it (the table of who sees what: <em>break glass</em>). A manager gives a reason and has the whole for 24
/// hours; whoever leads is told at once. Whoever is left out is left out of this too.
/// </summary>
public static class BreakGlass
{
    /// <summary>How long it lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>Somebody opened it so. Refused of anybody but managers of social care and supervisors of the police.</summary>
    /// <param name="Because">Why.</param>
    /// <param name="Words">Why, in words: they stand in the case for ever.</param>
    public sealed record GlassBroken(GlassBecause? Because, string Words) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Opened in an emergency: {Directed.Isolated(Words)}";
    }

    /// <summary>Whoever leads the case, or a manager, looked at why it was opened so.</summary>
    /// <param name="Of">The entry that opened it.</param>
    /// <param name="Words">What they found. Refused of whoever opened it.</param>
    public sealed record GlassLookedAt(EntryId Of, string Words) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"An opening in an emergency was looked at: {Directed.Isolated(Words)}";
    }

    /// <summary>To look at why, the same day.</summary>
    public static readonly DutyKind Look = new("look-at-break-glass", "Look at why somebody opened this case in an emergency")
    {
        Short = "Look at an emergency opening",
        MetWhen = "somebody else than who opened it has recorded what they found",
        Due = Limit.SameDayBySetting,
        Form = 28,
    };

    /// <summary>What it records, opens and lets in.</summary>
    public static readonly Procedure Procedure = new("break-glass",
        [
            Recordable.Of<GlassBroken>("glass-broken/1", Place.CaseUnseen, GuardBroken, forReceivers: true, form: BreakGlassForms.Broken),
            Recordable.Of<GlassLookedAt>("glass-looked-at/1", Place.Case, GuardLookedAt, form: BreakGlassForms.LookedAt),
        ])
    {
        Duties = [Look],
        Opens = Duties,
        Admits = (_, entry) => entry.Content is not GlassBroken ? []
            : [new(entry.Act.By.Account, null, Relation.BreakGlass, Paper.Whole, entry.Act.RecordedAt, entry.Act.RecordedAt + Lasts)
            { In = entry.Act.By.Team }],
    };

    /// <summary>Whether somebody may open a case so.</summary>
    public static bool May(Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return WhoRecords.May("glass-broken", by.Role);
    }

    /// <summary>Whether something that is to be recorded opens a case for whoever records it, who is not in it.</summary>
    public static bool Opens(IReadOnlyList<NamedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries is [{ Entry.Content: GlassBroken }];
    }

    /// <summary>Why a case is opened so, in words.</summary>
    public static string BecauseWords(GlassBecause because) => because switch
    {
        GlassBecause.Danger => "A child may be in danger now",
        GlassBecause.NobodyReached => "Whoever has it cannot be reached, and something has to be done",
        _ => "For another reason",
    };

    private static IEnumerable<Duty> Duties(CaseView view)
    {
        var file = view.File;
        if (!file.Scope.IsWhole || CaseLead.TeamThatLeads(file) is not { } team) yield break;
        foreach (var broken in file.All<GlassBroken>())
        {
            yield return new(Look, $"{broken.Id}", Look.Words, [broken.Id], London.DayOf(broken.Entry.Act.RecordedAt), new(Agency.SocialCare, team), Look.Cites)
            {
                IsSetting = true,
                MetBy = file.First<GlassLookedAt>(looked => looked.Content.Of == broken.Id)?.Entry,
            };
        }
    }

    private static IEnumerable<Refusal> GuardBroken(CaseView view, Act act, GlassBroken broken)
    {
        if (!May(act.By)) yield return new("", "A manager of social care, an out-of-hours worker or a supervisor of the police opens a case in an emergency");
    }

    private static IEnumerable<Refusal> GuardLookedAt(CaseView view, Act act, GlassLookedAt looked)
    {
        if (view.File.At(looked.Of) is not { Content: GlassBroken } broken) yield return new("of", "Select what was opened");
        else if (!act.By.IsApartFrom(broken.Act.By)) yield return new("", "Somebody else looks at why you opened it");
        else if (!CaseLead.MayName(view.File, act.By)) yield return new("", "Whoever leads it, or a manager of the team that leads, looks at it");
    }
}
