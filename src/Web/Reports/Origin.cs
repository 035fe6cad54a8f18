using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Web.Check;

namespace Lapwing.Web.Reports;

/// <summary>
/// From whom whoever takes calls knows of a concern: asked once, as it is recorded. What was referred to their own service is received with it, in one act.
/// </summary>
/// <param name="Who">Who told them; null where they saw or heard it themselves.</param>
/// <param name="Words">Who that is, and how they can be reached.</param>
/// <param name="CameAs">How it was referred to their service; null where it was not.</param>
internal sealed record Origin(ReferralSource? Who, string? Words, Referral.Means? CameAs)
{
    /// <summary>Nobody told them: they saw or heard it themselves.</summary>
    public const string Myself = "myself";

    /// <summary>It was not referred to their service.</summary>
    public const string NotReferred = "no";

    /// <summary>How it can have been referred to their service: as a field holds it, and in words.</summary>
    public static readonly IReadOnlyList<(string Value, string Words)> Ways =
        [(nameof(Referral.Means.Telephone), "Yes, by telephone"), (nameof(Referral.Means.InPerson), "Yes, face to face"),
            (nameof(Referral.Means.Writing), "Yes, by letter or email"), (NotReferred, "No: I was told in another way")];

    /// <summary>Whether it is asked of somebody: of whoever takes calls for a service that receives referrals.</summary>
    public static bool IsAskedOf(Author by) => Referral.TakesCalls(by);

    /// <summary>What was typed.</summary>
    public static Origin Read(Typed typed)
    {
        var who = ConcernOrigin.Sources.Where(one => $"{one.Value}" == typed[Fields.ToldBy]).Select(one => (ReferralSource?)one.Value).FirstOrDefault();
        Referral.Means? cameAs = Ways.Any(one => one.Value == typed[Fields.CameAs]) && typed[Fields.CameAs] != NotReferred
            ? Enum.Parse<Referral.Means>(typed[Fields.CameAs]!) : null;
        return new(who, ComparedText.IsEmpty(typed[Fields.ToldWords]) ? null : typed[Fields.ToldWords]!.Trim(), cameAs);
    }

    /// <summary>What is missing, or does not fit together: all of it, each beside its field.</summary>
    public static IEnumerable<FieldError> Amiss(Typed typed)
    {
        var (origin, isMyself) = (Read(typed), typed[Fields.ToldBy] == Myself);
        if (origin.Who is null && !isMyself) yield return new(Fields.ToldBy, "Select who told you, or that you saw or heard it yourself");
        if (origin.Who == ReferralSource.Other && origin.Words is null) yield return new(Fields.ToldWords, ConcernOrigin.MissingInWords);
        if (isMyself && origin.CameAs is not null)
            yield return new(Fields.CameAs, "Nobody referred what you saw or heard yourself: select no, or who told you");
        else if (!isMyself && !Ways.Any(one => one.Value == typed[Fields.CameAs]))
            yield return new(Fields.CameAs, "Select whether it was referred to your service");
    }

    /// <summary>All that is amiss of a page that is to be recorded, at once.</summary>
    public static IReadOnlyList<FieldError> Amiss(Step step) => [.. Amiss(step.Typed).Concat(step.Errors).DistinctBy(error => error.Field)];

    /// <summary>
    /// What is recorded with a report, after it: who told of it; and the referral to their own team with its receipt, where it was one. Another team that
    /// has opened meanwhile receives it itself.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="paper">Its part of the case.</param>
    /// <param name="by">Whoever records it, and took it.</param>
    /// <param name="before">How many entries of the same act stand before.</param>
    /// <param name="receives">The team to which it is referred; their own where none is said.</param>
    public IEnumerable<NewEntry> With(EntryId report, Paper paper, Person by, int before, Guid? receives = null)
    {
        if (Who is null) yield break;
        yield return new(new ConcernOrigin.ToldBy(report, Who, Words), paper);
        if (CameAs is not { } how) yield break;
        var to = by.Author.Agency == Agency.Police ? Casework.Triage.Recipient.Police : Casework.Triage.Recipient.ChildrensSocialCare;
        yield return new(new Referral.Made(to.Name, receives ?? by.Author.Team, how, by.Name, null, [report]), paper);
        if (receives is null || receives == by.Author.Team) yield return new(new Referral.Received(report with { Index = before + 1 }, null), paper);
    }
}
