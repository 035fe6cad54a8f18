using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>A child or a group whom an alleged person can reach, with what says so.</summary>
/// <param name="Child">The child or the group.</param>
/// <param name="Parts">The parts that say so: of the household, of the network.</param>
/// <param name="Links">The links that say so: each with the person of concern, or with somebody near them.</param>
/// <param name="Near">The links by which somebody on <paramref name="Links"/> is near the person of concern.</param>
public sealed record ChildInReach(Guid Child, IReadOnlyList<Involvement> Parts, IReadOnlyList<People.Linked> Links, IReadOnlyList<People.Linked> Near)
{
    /// <summary>Why, a line each, with the names that a case has for people.</summary>
    public IEnumerable<string> Why(CaseFile file) => Parts.Select(PartWords.Of).Concat(Links.Concat(Near).Select(link => link.Line(file)));
}

/// <summary>
/// The children whom an alleged person can reach: of their household or network, linked to them in any way, or living with or cared for by somebody
/// who lives with them or is their partner (S2.1.16, S2.2.19).
/// </summary>
public static class Reach
{
    /// <summary>Each of them once: children in the order in which they came in, and then groups.</summary>
    public static IReadOnlyList<ChildInReach> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var alleged = People.With(file, Involvement.Alleged, Involvement.Acting).ToHashSet();
        var links = file.All<People.Linked>().Select(link => link.Content).Distinct()
            .SelectMany(link => new[] { (One: link.From, Other: link.To, Link: link), (One: link.To, Other: link.From, Link: link) })
            .ToLookup(end => end.One);
        IEnumerable<(Guid Other, People.Linked Link)> Ends(Guid one) => links[one].Select(end => (end.Other, end.Link));
        var near = alleged.SelectMany(Ends).Where(end => end.Link.Kind is LinkKind.LivesWith or LinkKind.PartnerOf)
            .ToLookup(end => end.Other, end => end.Link);
        return [.. People.All(file).Where(one => one.IsChild && !alleged.Contains(one.Id)).Select(child =>
        {
            var direct = Ends(child.Id).Where(end => alleged.Contains(end.Other)).Select(end => end.Link);
            var over = Ends(child.Id).Where(end => end.Link.Kind is LinkKind.LivesWith or LinkKind.ParentOrCarerOf
                && near.Contains(end.Other) && !alleged.Contains(end.Other)).ToList();
            return new ChildInReach(child.Id, [.. child.Parts.Where(part => part is Involvement.Household or Involvement.Network)],
                [.. direct, .. over.Select(end => end.Link)], [.. over.SelectMany(end => near[end.Other]).Distinct()]);
        }).Where(child => child.Parts.Count + child.Links.Count > 0)];
    }
}
