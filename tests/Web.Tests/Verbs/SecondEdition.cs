using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Testing;

namespace Lapwing.Web.Tests;

/// <summary>A made-up second edition, changed in every way that an edition can be.</summary>
public static class SecondEdition
{
    public static Edition First => RuleBook.Standard.Newest;

    public static Edition Second { get; } = new(Document("derby-and-derbyshire-e-safety-1.md", "derby-and-derbyshire-e-safety"),
        Document("national-1.md", "national"),
        // One rule is gone, several are changed, one is new.
        [.. First.Referrals.Where(r => r.Name != "unusual").Select(Changed), Added], [.. First.Duties.Select(Changed)], [.. First.HandOvers.Select(Changed)],
        [.. First.LegalNotes.Where(n => n.Name != "S2.3")]);

    /// <summary>The first edition with one change that leaves every recipient and nearly every duty as it was.</summary>
    public static Edition With(string change)
    {
        var referrals = First.Referrals.ToList();
        var duties = First.Duties.ToList();
        var lado = referrals.Single(r => r.Name == "position of trust");
        int home = referrals.FindIndex(r => r.Name == "images, at home"), other = referrals.FindIndex(r => r.Unless is not null);
        if (change.Contains("added", StringComparison.Ordinal)) referrals.Add(lado with { Name = "position of trust, at once", Due = Limit.SameDay });
        else if (change.Contains("rule removed", StringComparison.Ordinal)) referrals.RemoveAt(home);
        else if (change.Contains("changed", StringComparison.Ordinal))
            referrals[home] = referrals[home] with { When = referrals[home].When! & Questions.Arrested };
        else if (change.Contains("steps aside", StringComparison.Ordinal)) referrals[other] = referrals[other] with { Unless = null };
        else if (change.Contains("another name", StringComparison.Ordinal)) referrals[home] = referrals[home] with { Name = "images and home" };
        else duties.RemoveAt(duties.Count - 1);
        return new(Second.Chapter, Second.Supplement, referrals, duties, First.HandOvers, First.LegalNotes);
    }

    private static ReferralRule Added => new("obsessive use", Forms.HarmfulWebsites & Questions.ObsessiveUse, Recipient.Health, Limit.WorkingDays(2), "S5.3");

    private static ReferralRule Changed(ReferralRule rule) => rule.Name switch
    {
        "self-harm" => rule with { Due = Limit.SameDay },
        "under 13" => rule with { When = Forms.Sexual & ChildFacts.ShownUnder13, Cites = ["S2.1.11"] },
        "position of trust" => rule with { UnlessNo = null },
        "crime" => rule with { When = rule.When! & Questions.SignificantHarmSuspected },
        _ => rule,
    };

    private static DutyRule Changed(DutyRule rule) => rule.Name switch
    {
        "consider-bullying-as-abuse" => rule with { When = Forms.OnlineBullying & Questions.BullyingSevere, UnlessNo = null },
        "lado-decides-on-meeting" => rule with { Due = Limit.WorkingDays(3) },
        "consult-prevent-lead" => rule with { Consults = false },
        "offer-removal-help" => rule with { AgreeFirst = null },
        "consult-school" => rule with { AgreeFirst = rule.AgreeFirst! with { OrReferralTo = [Recipient.Prevent] } },
        _ => rule,
    };

    private static HandOverRule Changed(HandOverRule rule) => rule.Name switch
    {
        "sexually-active-under-18s" => rule with { When = Forms.YouthProducedImagery | Forms.Grooming },
        _ => rule,
    };

    private static Document Document(string file, string name)
    {
        var text = File.ReadAllText(Repository.Path("src", "Casework", "Rules", "Editions", file));
        using var reader = new StringReader(text.Replace($"- edition: {name}/1", $"- edition: {name}/2", StringComparison.Ordinal));
        return Casework.Guidance.Document.Parse(reader);
    }
}
