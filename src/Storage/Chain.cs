namespace Lapwing.Storage;

/// <summary>
/// What ties the entries of a case together: each holds the hash of the one before, and its own hash is over every stored column but itself. The first
/// is tied to the case: partnership, id, reference and when it was opened.
/// </summary>
internal static class Chain
{
    /// <summary>What the first entry has as the hash of the one before.</summary>
    public static byte[] Genesis(byte[] partnership, byte[] caseId, string reference, long openedAt) =>
        new CanonicalBytes().Add("lapwing case/1", partnership, caseId, reference, openedAt).Hash();

    /// <summary>The hash of an entry.</summary>
    public static byte[] HashOf(EntryRow row) => row.AddAll(new CanonicalBytes()).Hash();
}
