using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>Goes through the intake as a person does: reads a page, answers what it asks, presses a button.</summary>
/// <param name="visit">The person's browser.</param>
/// <param name="look">What is looked at on every page and after each change of one.</param>
/// <param name="byHand">Whether each answer is clicked and typed as a person does. Otherwise all are entered at once, which is quicker.</param>
internal sealed class Walk(Visit visit, Func<Visit, Task>? look = null, bool byHand = false)
{
    private const int MostPages = 30;

    private const string EnterAll = """
        entries => {
          for (const [name, value] of entries) {
            const fields = [...document.querySelectorAll(`main [name="${name}"]`)], choice = fields.find(field => field.value === value &&
              /radio|checkbox/.test(field.type));
            if (choice) { if (!choice.checked) choice.click(); } else fields.find(field => field.type === 'text').value = value;
          }
        }
        """;

    /// <summary>The window.</summary>
    public IPage Page => visit.Page;

    /// <summary>The address of the page that is shown.</summary>
    public string At => new Uri(Page.Url).AbsolutePath;

    /// <summary>The addresses of the pages that were shown, in order. A page that came again at once counts once.</summary>
    public List<string> Visited { get; } = [];

    /// <summary>The heading.</summary>
    public async Task<string> Heading() => (await Page.Locator("h1").InnerTextAsync()).Trim();

    /// <summary>Goes from the start page to the first question.</summary>
    public async Task Start()
    {
        await Go("/");
        await Leave(() =>
            Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Find out what to do" })
            .Or(Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Find out what to do" })).ClickAsync());
    }

    /// <summary>Goes to an address.</summary>
    public async Task Go(string address)
    {
        await visit.Go(address);
        await Look();
    }

    /// <summary>Answers whatever pages come until one is shown whose address ends so. At the end of a report it is recorded.</summary>
    public async Task To(string address, Said said, bool isLong = false)
    {
        for (var pages = 0; !At.EndsWith(address, StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < MostPages, $"{At} leads nowhere, after {string.Join(' ', Visited)}");
            if (!At.EndsWith("/11", StringComparison.Ordinal)) await Answer(said);
            else if (isLong && await Button("Answer").CountAsync() > 0) await Press("Answer");
            else await Record();
        }
    }

    /// <summary>Records a report, which its setting's lead sees unless something else was chosen; or asks what to do.</summary>
    public async Task Record()
    {
        if (await Page.Locator("main [name='lead-may-see']").CountAsync() > 0
            && await Page.Locator("main [name='lead-may-see']:checked").CountAsync() == 0) await Choose("lead-may-see", "yes");
        if (await Page.Locator("main [name='told-by']").CountAsync() > 0
            && await Page.Locator("main [name='told-by']:checked").CountAsync() == 0) await Choose("told-by", "myself");
        if (await Page.Locator("main [name='came-as']").CountAsync() > 0
            && await Page.Locator("main [name='came-as']:checked").CountAsync() == 0) await Choose("came-as", "no");
        await Press(At.StartsWith("/reports", StringComparison.Ordinal) ? "Record and see" : "See");
    }

    /// <summary>Goes from the start page to the decision.</summary>
    public async Task ToTheDecision(Said said, bool isLong = false)
    {
        await Start();
        await To("/check/decision", said, isLong);
    }

    /// <summary>Answers the page and continues.</summary>
    public async Task Answer(Said said)
    {
        await Fill(said);
        await Press(At == "/check/call-now" ? "I have called" : "Continue");
    }

    /// <summary>Answers the page.</summary>
    public async Task Fill(Said said)
    {
        for (var names = await Names();
            said.Children.Count > 0 && names.Contains("child-1-age") && !names.Contains($"child-{said.Children.Count}-age");
            names = await Names()) await Press("Add another child");
        string[][] entries = [.. said.Entries(await Names()).Select(entry => new[] { entry.Name, entry.Value })];
        if (!byHand) await Page.EvaluateAsync(EnterAll, entries);
        else foreach (var entry in entries) await (Said.IsTyped(entry[0]) ? Page.FillAsync($"main [name='{entry[0]}']", entry[1]) : Choose(entry[0], entry[1]));
    }

    /// <summary>Chooses a radio or a checkbox.</summary>
    public Task Choose(string name, string value) => Page.CheckAsync($"main input[name='{name}'][value='{value}']");

    /// <summary>Whether a radio or a checkbox is chosen.</summary>
    public Task<bool> IsChosen(string name, string value) => Page.IsCheckedAsync($"main input[name='{name}'][value='{value}']");

    /// <summary>Presses the first button whose words begin so, and waits for the page that comes.</summary>
    public Task Press(string words) => Leave(() => Button(words).First.ClickAsync());

    /// <summary>The buttons whose words begin so.</summary>
    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button,
        new() { NameRegex = new($"^{Regex.Escape(words)}", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    /// <summary>Does what leaves the page, and waits until the next one and all its parts have come.</summary>
    public async Task Leave(Func<Task> act)
    {
        await visit.Leave(act);
        await Look();
    }

    /// <summary>Looks at the page as it is now.</summary>
    public async Task Look()
    {
        if (Visited.LastOrDefault() != At) Visited.Add(At);
        if (look is not null) await look(visit);
    }

    private async Task<IReadOnlyCollection<string>> Names() =>
        await Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('main input:not([type=hidden])')].map(field => field.name))]");
}
