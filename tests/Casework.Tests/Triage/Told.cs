using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>What the contract lets be told: forms, answers, and what the list of children says, in the order of its tables.</summary>
internal enum Told
{
    YouthProducedImagery, IndecentImages, Grooming, SexualCommunication, ExposureToSexualMaterial, CoercedSexualActivity, DirectedAbuse,
    BlackmailOrPayment, ViewedAbusiveImages, OnlineBullying, Extremism, HarmfulWebsites, SomethingElse,
    ImmediateDanger, SelfHarm, SignificantHarmSuspected, AdultInvolved, CoercedBlackmailedOrGroomed, CapacityConcern, UnusualOrViolentActs,
    SexualActs, ImmediateRiskFromSharing, OfflineMeetingArranged, AdultMadeOrHeldImages, LivesWithChildren, UnsupervisedContact, ContactPersonal,
    ContactWorkOrVoluntary, PositionOfTrust, ChildcareHousehold, ImagesOfKnownChildren, Arrested, PotentialVictimsInHousehold, BullyingSevere,
    CrimeSuspected, TerroristMaterial, ObsessiveUse,
    ShownUnder13, OtherChildUnder13, ChildInHousehold, ChildShown,
}

/// <summary>A concern as the contract reads it, without the program: what is yes and what is no, a bit for each of <see cref="Told"/>.</summary>
/// <param name="Yes">What is so.</param>
/// <param name="No">What is not so.</param>
internal readonly partial record struct Known(ulong Yes, ulong No)
{
    private const int SexualForms = 9;

    /// <summary>The contract's names: of forms and answers, and of the child facts.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<Told>().Select(name => Words().Replace(name, "-$0").ToLowerInvariant())];

    /// <summary>The names of the forms.</summary>
    public static IReadOnlyList<string> Forms { get; } = [.. Names.Take((int)Told.ImmediateDanger)];

    /// <summary>The names of the answers.</summary>
    public static IReadOnlyList<string> Answers { get; } = [.. Names.Take((int)Told.ShownUnder13).Skip((int)Told.ImmediateDanger)];

    /// <summary>What is not known.</summary>
    public ulong NotKnown => ~(Yes | No) & ((1UL << Names.Count) - 1);

    /// <summary>Reads a concern that the contract accepts.</summary>
    public static Known Of(JsonNode concern)
    {
        var forms = Strings(concern["forms"]).Aggregate(0UL, (all, form) => all | Bit(form));
        var (yes, no) = (forms, Mask(Forms) & ~forms);
        foreach (var (name, answer) in concern["answers"]?.AsObject() ?? [])
        {
            if ((string?)answer == "yes") yes |= Bit(name);
            if ((string?)answer == "no") no |= Bit(name);
        }

        if ((forms & ((1UL << SexualForms) - 1)) == 0) no |= Bit(Told.AdultMadeOrHeldImages);
        JsonNode[] children = [.. (concern["children"]?.AsArray() ?? []).Select(c => c!)];
        JsonNode[] shown = [.. children.Where(c => Strings(c["roles"]).Contains("shown"))];
        if (children.Any(c => Strings(c["roles"]).Contains("household"))) yes |= Bit(Told.ChildInHousehold);
        else no |= Bit(Told.ChildInHousehold);
        if (shown.Length > 0) yes |= Bit(Told.ChildShown);
        else no |= Bit(Told.ChildShown);
        var mayBeShown = shown.Length == 0 && (forms & (Bit(Told.YouthProducedImagery) | Bit(Told.IndecentImages))) != 0;
        if (shown.Any(c => c["age"] is { } age && (int)age < 13)) yes |= Bit(Told.ShownUnder13);
        else if (!mayBeShown && shown.All(c => c["age"] is not null)) no |= Bit(Told.ShownUnder13);
        JsonNode[] others = [.. children.Except(shown).Where(c => Strings(c["roles"]).Any(role => role is "shared" or "received" or "harmed" or "acting"))];
        var sexual = (forms & ((1UL << SexualForms) - 1)) != 0;
        var mayBeAnother = others.Length == 0 && shown.Length == 0 && sexual && (forms & (Bit(Told.YouthProducedImagery) | Bit(Told.IndecentImages))) == 0;
        if (others.Any(c => c["age"] is { } age && (int)age < 13)) yes |= Bit(Told.OtherChildUnder13);
        else if (!mayBeAnother && others.All(c => c["age"] is not null)) no |= Bit(Told.OtherChildUnder13);
        return new(yes, no);
    }

    private static ulong Bit(Told told) => 1UL << (int)told;

    private static ulong Bit(string name) => 1UL << Enumerable.Range(0, Names.Count).Single(i => Names[i] == name);

    private static ulong Mask(IEnumerable<string> names) => names.Aggregate(0UL, (all, name) => all | Bit(name));

    private static IEnumerable<string> Strings(JsonNode? list) => list?.AsArray().Select(n => (string)n!) ?? [];

    [GeneratedRegex("(?<!^)([A-Z]|13)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
