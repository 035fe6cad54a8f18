using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>Somebody who has a keyboard and no mouse. At every stop it must be seen where one is, in the order of the page, with nothing on top.</summary>
/// <param name="page">The window.</param>
internal sealed class Keys(IPage page)
{
    private const int MostStops = 250;

    // Looks at the stop: its words, and what is wrong with it. The look of the stop before is compared now that the focus has left it.
    private const string Arrive = """
        () => {
          const look = e => [e, ...(e.labels ?? [])].flatMap(part => [null, '::before'].map(pseudo => getComputedStyle(part, pseudo)))
            .map(style => [style.outline, style.boxShadow, style.backgroundColor]).join();
          const words = e => e.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
          const e = document.activeElement, before = window.stop_, wrong = [];
          if (!e || e === document.body) return { isRound: true, wrong };
          const isRound = e === window.first_;
          window.first_ ??= e;
          if (before && before.e !== e && before.look === look(before.e)) wrong.push(`no focus is seen on ${words(before.e)}`);
          if (before && !isRound && before.e !== e &&
            !(before.e.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push(`${words(e)} comes after ${words(before.e)}`);
          const box = e.getClientRects()[0], x = box.left + box.width / 2, y = box.top + Math.min(box.height, 40) / 2;
          const top = document.elementFromPoint(x, y);
          const isOn = top && (e === top || e.contains(top) || top.contains(e) && top.tagName !== 'BODY' || [...(e.labels ?? [])].some(label =>
            label.contains(top)));
          if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) wrong.push(`out of sight: ${words(e)}`);
          else if (!isOn) wrong.push(`covered by ${top ? words(top) : 'nothing'}: ${words(e)}`);
          window.stop_ = { e, look: look(e) };
          return { isRound, wrong };
        }
        """;

    /// <summary>How many stops were made.</summary>
    public int Stops { get; private set; }

    /// <summary>Presses Tab until what this selector finds has the focus.</summary>
    public async Task To(string selector)
    {
        for (var i = 0; i < MostStops; i++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
            await Tab();
        }

        Assert.Fail($"Tab never reaches {selector} on {page.Url}");
    }

    /// <summary>Presses Tab once. Says whether that has led round, to where Tab led first.</summary>
    public async Task<bool> Tab()
    {
        await page.Keyboard.PressAsync("Tab");
        var stop = (await page.EvaluateAsync(Arrive))!.Value;
        Stops++;
        var wrong = stop.GetProperty("wrong").EnumerateArray().Select(w => w.GetString()).ToList();
        Assert.True(wrong.Count == 0, $"{page.Url}: {string.Join('\n', wrong)}");
        return stop.GetProperty("isRound").GetBoolean();
    }

    /// <summary>Presses Tab through the whole page. Says how many stops there are.</summary>
    public async Task<int> Through()
    {
        var first = Stops;
        while (!await Tab()) Assert.True(Stops - first < MostStops, $"Tab goes on and on at {page.Url}");
        return Stops - first - 1;
    }

    /// <summary>Chooses a radio: Tab to its question, arrows to the answer.</summary>
    public async Task Choose(string name, string value)
    {
        await To($"input[name='{name}']");
        await Press("Space");
        for (var i = 0; i < 5 && !await page.IsCheckedAsync($"input[name='{name}'][value='{value}']"); i++) await Press("ArrowDown");
        Assert.True(await page.IsCheckedAsync($"input[name='{name}'][value='{value}']"), $"the arrows never reach {value} of {name}");
    }

    /// <summary>Presses a key. The arrows choose within a question, where the order of the page is theirs.</summary>
    public Task Press(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Types.</summary>
    public Task Type(string text) => page.Keyboard.TypeAsync(text);
}
