using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Lapwing.Web.Check;

/// <summary>
/// Seals what was typed into the page and opens it again. What was altered, what is older than <see cref="Lasts"/>, and what was finished and
/// cleared is not opened. The server keeps nothing of it but the random numbers of what was finished, for as long as they could come back.
/// </summary>
public sealed class PageState(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int MostFinished = 100_000;
    private const string Number = "check-number";
    private const string SealedAt = "sealed-at";
    private readonly IDataProtector protector = protection.CreateProtector("Lapwing.Check.v1");
    private readonly ConcurrentDictionary<string, DateTimeOffset> finished = new(StringComparer.Ordinal);

    /// <summary>How long a page can be left and gone on with.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromHours(12);

    /// <summary>The random number of a check.</summary>
    public static Guid NumberOf(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Guid.ParseExact(typed[Number]!, "N");
    }

    /// <summary>Seals.</summary>
    public string Seal(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        typed[Number] ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        typed[SealedAt] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return protector.Protect(typed.Write());
    }

    /// <summary>Opens; null where it cannot be gone on with. Nothing at all is a fresh start.</summary>
    public Typed? Open(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new();
        try
        {
            var typed = Typed.Read(protector.Unprotect(text));
            var isCurrent = long.TryParse(typed[SealedAt], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) <= Lasts;
            return isCurrent && !finished.ContainsKey(typed[Number] ?? "") ? typed : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>From now on this check is not opened again, from whichever of its pages.</summary>
    public void Finish(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed[Number] is not { } number) return;
        var now = clock.GetUtcNow();
        if (finished.Count >= MostFinished)
            foreach (var (old, _) in finished.OrderBy(one => one.Value).Take(MostFinished / 10).ToArray()) finished.TryRemove(old, out _);
        finished[number] = now + Lasts;
    }
}
