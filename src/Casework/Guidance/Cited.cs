namespace Lapwing.Casework.Guidance;

/// <summary>Ids of statements that something cites.</summary>
internal static class Cited
{
    /// <summary>The same ids. Refuses none at all, and one that neither document holds.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="by">Who cites them, for the refusal.</param>
    public static IReadOnlyList<string> Known(IReadOnlyList<string> ids, string by)
    {
        if (ids.Count == 0) throw new ArgumentException($"{by} cites no statement", nameof(ids));
        foreach (var id in ids)
            if (Document.Chapter.Find(id) is null && Document.Supplement.Find(id) is null)
                throw new ArgumentException($"{by} cites {id}, which neither the chapter nor the supplement holds", nameof(ids));
        return ids;
    }
}
