using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Simulation;

/// <summary>Somebody who is in a case from its beginning.</summary>
/// <param name="Id">Their number.</param>
/// <param name="IsChild">Whether they are a child.</param>
/// <param name="Name">The name, where it is known.</param>
/// <param name="Age">The age of a child, where it is known; of a group that of its youngest.</param>
/// <param name="Parts">The part that they have.</param>
/// <param name="Size">How many they are, where they are a group.</param>
internal sealed record Somebody(Guid Id, bool IsChild, string? Name, int? Age, IReadOnlyList<Involvement> Parts, int? Size = null)
{
    /// <summary>That they come into the case.</summary>
    public Casework.Cases.Content Added => Size is { } size ? new People.GroupAdded(Id, Name!, size, Parts, Age, Age is null)
        : new People.Added(Id, IsChild, Name, IsChild ? Age : null, Parts, null, IsNear ? Casework.Logic.Answer.No : null);

    private bool IsNear => !IsChild && Parts.Any(part => part is Involvement.Alleged or Involvement.Partner);

    /// <summary>As the facts of a concern have them; none where they are no child with a part in it.</summary>
    public ChildTold? Told => IsChild && Parts.Where(part => part <= Involvement.Household).ToList() is { Count: > 0 } parts
        ? new(Id, [.. parts.Select(ChildFacts.NameOf)], Age) : null;
}

/// <summary>Who is in a case when it is reported: by its form of harm, with ages as they are in such cases.</summary>
internal static class Beginning
{
    private static readonly (int What, double Weight)[] ages =
        [(7, 1), (8, 1), (9, 2), (10, 4), (11, 8), (12, 14), (13, 20), (14, 22), (15, 16), (16, 9), (17, 3)];

    private static readonly (int What, double Weight)[] others = [(0, 50), (1, 36), (2, 8), (3, 3), (4, 2), (6, 1)];

    /// <summary>The children of a report, and whoever is alleged where an adult is behind it.</summary>
    public static IReadOnlyList<Somebody> Of(Chance chance, Form form)
    {
        if (form == Forms.YouthProducedImagery) return Images(chance);
        if (form == Forms.OnlineBullying)
            return [Child(chance, Involvement.Harmed), .. Several(chance, Involvement.Acting, Math.Max(1, chance.Of(others)))];
        if (form == Forms.ViewedAbusiveImages) return [Child(chance, Involvement.Acting)];
        if (form == Forms.IndecentImages)
            return [.. Several(chance, Involvement.Household, chance.From(1, 3)), Alleged(chance), .. chance.Is(0.5) ? [Partner(chance)] : Nobody];
        List<Somebody> all = [Child(chance, Involvement.Harmed)];
        if (chance.Is(0.12)) all.Add(Child(chance, Involvement.Harmed));
        if (form == Forms.BlackmailOrPayment && chance.Is(0.5)) all[0] = all[0] with { Parts = [Involvement.Harmed, Involvement.Shown] };
        if (Answers.IsByAdult(form)) all.Add(Alleged(chance));
        return all;
    }

    /// <summary>A child of an age, named in most cases: a name can wait.</summary>
    public static Somebody Child(Chance chance, params IReadOnlyList<Involvement> parts) =>
        new(chance.Id(), true, chance.Is(0.9) ? Invented.Child(chance) : null, chance.Is(0.95) ? chance.Of(ages) : null, parts);

    /// <summary>A parent or carer by name.</summary>
    public static Somebody Parent(Chance chance) => new(chance.Id(), false, Invented.Adult(chance), null, [Involvement.ParentOrCarer]);

    private static IReadOnlyList<Somebody> Nobody => [];

    private static List<Somebody> Images(Chance chance)
    {
        List<Somebody> all = [Child(chance, Involvement.Shown), .. Several(chance, Involvement.Received, chance.Of(others))];
        if (all.Count > 2) all[1] = all[1] with { Parts = [Involvement.Shared] };
        if (chance.Is(0.06))
        {
            var (size, year) = (chance.From(6, 28), chance.From(7, 11));
            all.Add(new(chance.Id(), true, $"{size} pupils of Year {year}", year + 4, [Involvement.Received], size));
        }

        return all;
    }

    private static IEnumerable<Somebody> Several(Chance chance, Involvement part, int count)
    {
        for (var i = 0; i < count; i++) yield return Child(chance, part);
    }

    private static Somebody Alleged(Chance chance) =>
        new(chance.Id(), false, chance.Is(0.4) ? Invented.Adult(chance) : null, null, [Involvement.Alleged]);

    private static Somebody Partner(Chance chance) =>
        new(chance.Id(), false, Invented.Adult(chance), null, [Involvement.Partner, Involvement.ParentOrCarer]);
}
