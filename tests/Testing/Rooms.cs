using System.Reflection;
using ArchUnitNET.Loader;

namespace Lapwing.Testing;

/// <summary>The rooms of an assembly, which are the namespaces beneath its own, and which room uses which.</summary>
public static class Rooms
{
    /// <summary>
    /// Every use of one room by another, each with one place where it stands. What stands in no room, such as the start of the program, knows them
    /// all.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="above">The namespace above its rooms.</param>
    public static IReadOnlyList<RoomUse> UsesIn(Assembly assembly, string above)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. new ArchLoader().LoadAssembly(assembly).Build().Types
            .SelectMany(type => type.Dependencies.Select(used => (From: type, To: used.Target)))
            .Select(use => new RoomUse(Of(use.From?.Namespace?.FullName, above), Of(use.To?.Namespace?.FullName, above),
            $"{use.From?.FullName} uses {use.To?.FullName}"))
            .Where(use => use.From.Length > 0 && use.To.Length > 0 && use.From != use.To).DistinctBy(use => (use.From, use.To))];
    }

    /// <summary>The rooms that lead back to themselves, with how; none where each can be read after those that it uses.</summary>
    public static IReadOnlyList<string> Circles(IReadOnlyList<RoomUse> uses)
    {
        var left = uses.ToList();
        while (left.RemoveAll(use => !left.Exists(next => next.From == use.To) || !left.Exists(before => before.To == use.From)) > 0) { }
        return [.. left.Select(use => $"{use.From} → {use.To}: {use.Place}").Order(StringComparer.Ordinal)];
    }

    private static string Of(string? name, string above) =>
        name?.StartsWith(above + ".", StringComparison.Ordinal) == true ? name[(above.Length + 1)..].Split('.')[0] : "";
}

/// <summary>One room uses another.</summary>
/// <param name="From">The room that uses.</param>
/// <param name="To">The room that is used.</param>
/// <param name="Place">Where.</param>
public sealed record RoomUse(string From, string To, string Place);
