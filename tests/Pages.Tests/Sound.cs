using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>What holds for every page in every state.</summary>
internal static class Sound
{
    // The page as it stands, but for what is different each time and never seen.
    private const string AsItStands = """
        () => [innerWidth, devicePixelRatio, document.documentElement.outerHTML.replace(/(name="state" value=")[^"]*/g, '$1').replace(/fresh-[0-9a-f]+/g, ''),
          ...[...document.querySelectorAll('input, select')].map(field => field.type === 'hidden' ? '' : field.checked + field.value)].join()
        """;

    private const string Unfold = """
        () => { const all = document.querySelectorAll('details:not([open])'); for (const one of all) { one.open = true; one.dataset.folded = '';
          } return all.length; }
        """;

    private const string Fold = "() => document.querySelectorAll('[data-folded]').forEach(one => { one.open = false; delete one.dataset.folded; })";

    private static readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

    /// <summary>
    /// Fails unless the page is accessible, also where it is unfolded, fits, and says in one heading and in its title what it is. One that was found
    /// to be so is not looked at again: the ways through the intake share many.
    /// </summary>
    public static async Task Page(Visit visit)
    {
        await Words(visit);
        var page = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(await visit.Page.EvaluateAsync<string>(AsItStands))));
        if (seen.ContainsKey(page)) return;
        await visit.NoSidewaysScroll();
        var folded = await visit.Page.EvaluateAsync<int>(Unfold);
        if (folded > 0) await visit.NoSidewaysScroll();
        await visit.Accessible();
        if (folded > 0) await visit.Page.EvaluateAsync(Fold);
        seen[page] = true;
    }

    /// <summary>The same without a script, by which alone axe can look.</summary>
    public static async Task WithoutScript(Visit visit)
    {
        await Words(visit);
        await visit.NoSidewaysScroll();
    }

    /// <summary>Fails unless there is one heading of the first rank, and a title that names Lapwing and says whether something is wrong.</summary>
    public static async Task Words(Visit visit)
    {
        var (title, address) = (await visit.Page.TitleAsync(), visit.Page.Url);
        Assert.True(await visit.Page.Locator("h1").CountAsync() == 1, $"{address} has not one heading");
        Assert.True(title.EndsWith(" – Lapwing", StringComparison.Ordinal), $"{address} has the title {title}");
        var hasErrors = await visit.Page.Locator(".govuk-error-summary").CountAsync() > 0;
        Assert.True(hasErrors == title.StartsWith("Error: ", StringComparison.Ordinal),
            $"{address} has the title {title}, {(hasErrors ? "with" : "without")} an error");
    }
}
