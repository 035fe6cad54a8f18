using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>From whom a concern came, as the children in need census asks for the source of a referral.</summary>
public enum ReferralSource
{
    /// <summary>The police.</summary>
    Police,

    /// <summary>A school, college or nursery.</summary>
    School,

    /// <summary>A health service.</summary>
    Health,

    /// <summary>A parent or carer.</summary>
    Parent,

    /// <summary>The child.</summary>
    Child,

    /// <summary>A neighbour, a friend or a relative.</summary>
    Neighbour,

    /// <summary>Somebody who did not say who they are: nobody can tell them what was decided.</summary>
    Anonymous,

    /// <summary>Another area's services.</summary>
    OtherArea,

    /// <summary>Somebody else, in words.</summary>
    Other,
}

/// <summary>
/// Who told us about a concern (S2.3.1: social care's part starts with what somebody else tells them). Most who do have no account and never will: they are
/// named by a kind and a few words.
/// </summary>
public static class ConcernOrigin
{
    /// <summary>
    /// Who told whoever reported. The last one counts; each stays readable, and none is struck out: whoever told is owed what was decided.
    /// </summary>
    /// <param name="Of">The report.</param>
    /// <param name="Who">Of which kind they are; refused where it is not said.</param>
    /// <param name="Words">Who they are, and how they can be reached; refused empty where they are of no kind.</param>
    public sealed record ToldBy(EntryId Of, ReferralSource? Who, string? Words = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Told by {InWords(this)}";
    }

    /// <summary>The question that asks for it, and what is said where it is not answered.</summary>
    public const string Asked = "Who told you?", Missing = "Select who told you";

    /// <summary>The question for their words, its help, and what is said where they are needed.</summary>
    public const string AskedInWords = "Who are they, and how can they be reached?", HintOfWords = "A name and a telephone number, if they gave them.",
        MissingInWords = "Enter who told you";

    /// <summary>The kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<(ReferralSource Value, string Words, string? Hint)> Sources { get; } =
        [.. Enum.GetValues<ReferralSource>().Select(who => (who, DecisionWords.Capital(SourceWords(who)), (string?)null))];

    /// <summary>The form that records it.</summary>
    internal static readonly CaseForm Form = CaseForm.Of<ToldBy>(30, Asked, "record who told of it", f =>
    {
        f.Says("Whoever referred it to your service is told what was decided, by telephone or letter. What was recorded before stays readable.");
        var of = f.Stays(m => m.Of, () => f.Entry(m => m.Of, "Which report?", "Select the report", f.Reports.Where(one => MaySay(f.View, f.By, one.Id)),
            "Whoever wrote a report says who told them, and so does the service that received its referral."));
        var who = f.Stays(m => m.Who, () => f.OneOf(m => m.Who, Asked, Missing, Sources));
        return new(of, who, f.LineOrNone(m => m.Words, AskedInWords, who == ReferralSource.Other ? MissingInWords : null, HintOfWords, cites: ["S2.3.1"]));
    })
    with
    { InLine = ["who", "words"], IsOffered = (view, by) => view.File.All<Concern.Reported>().Any(report => MaySay(view, by, report.Id)) };

    /// <summary>Who told of a report, as it was said last; nobody where nobody has said it.</summary>
    public static Recorded<ToldBy>? Of(CaseFile file, EntryId report) => All(file, report) is [.., var last] ? last : null;

    /// <summary>Who told, in words.</summary>
    public static string InWords(ToldBy told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return $"{SourceWords(told.Who)}{(ComparedText.IsEmpty(told.Words) ? "" : $": {Directed.Isolated(told.Words)}")}";
    }

    /// <summary>In words, after "told by".</summary>
    public static string SourceWords(ReferralSource? who) => who switch
    {
        ReferralSource.Police => "the police",
        ReferralSource.School => "a school, college or nursery",
        ReferralSource.Health => "a health service",
        ReferralSource.Parent => "a parent or carer",
        ReferralSource.Child => "the child",
        ReferralSource.Neighbour => "a neighbour, friend or relative",
        ReferralSource.Anonymous => "somebody who did not say who they are",
        ReferralSource.OtherArea => "another area’s services",
        _ => "somebody else",
    };

    /// <summary>Whether somebody who can be told what was decided ever told of a report: that another is named later ends nothing that they are owed.</summary>
    internal static bool IsOwedFeedback(CaseFile file, EntryId report) =>
        All(file, report).Exists(told => told.Content.Who is not (null or ReferralSource.Anonymous));

    /// <summary>
    /// What stands against it: of no report, or of somebody who neither wrote that, nor is of the service that received its referral, nor has the whole.
    /// </summary>
    internal static IEnumerable<Refusal> Guard(CaseView view, Act act, ToldBy told)
    {
        if (view.File.At(told.Of)?.Content is not Concern.Reported) yield return new("of", "Select the report");
        else if (!MaySay(view, act.By, told.Of))
            yield return new("of", "Whoever wrote the report, the service that received its referral, or whoever has the whole case says who told them");
    }

    private static bool MaySay(CaseView view, Author by, EntryId report) => view.File.At(report) is { Content: Concern.Reported } entry
        && (view.File.Scope.IsWhole || entry.Act.By.Account == by.Account
            || Referral.Standing(view.File).Any(made => Referral.ReportsOf(view.File, made.Content).Contains(report)
                && ReferralGuards.HasReceived(view, made.Id, by)));

    // In the order in which they were said: what is said to have happened earlier takes nothing from what was said before.
    private static List<Recorded<ToldBy>> All(CaseFile file, EntryId report) =>
        [.. file.All<ToldBy>().Where(told => told.Content.Of == report).OrderBy(told => file.PlaceOf(told.Id))];
}
