using System.Text.RegularExpressions;

namespace Lapwing.Bench.Web;

/// <summary>Goes through the intake once, to have what a browser would post to see the decision.</summary>
internal static partial class Intake
{
    // A worry about an image, an adult not known: a page with much on it.
    private static readonly Dictionary<string, string> answers = new(StringComparer.Ordinal)
    {
        ["immediate-danger"] = "no",
        ["self-harm"] = "not-known",
        ["aware"] = "today",
        ["forms"] = "youth-produced-imagery",
        ["coerced-blackmailed-or-groomed"] = "yes",
        ["child-1-part"] = "shown",
        ["child-1-age"] = "12",
    };

    /// <summary>The form, as a body.</summary>
    public static async Task<string> DecisionForm(string url)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var page = await http.GetStringAsync(new Uri("/check/1", UriKind.Relative));
        for (var i = 0; i < 12; i++)
        {
            var number = Number().Match(page).Groups["number"].Value;
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["state"] = State().Match(page).Groups["state"].Value,
                ["page"] = number,
                ["go"] = "continue",
                ["children"] = "1"
            };
            foreach (var name in Names().Matches(page).Select(m => m.Groups["name"].Value)) fields[name] = answers.GetValueOrDefault(name, "not-known");
            foreach (var (name, value) in answers) if (page.Contains($"name=\"{name}\"", StringComparison.Ordinal)) fields[name] = value;
            if (number == "11") fields["go"] = page.Contains("value=\"more\"", StringComparison.Ordinal) ? "more" : "decide";
            using var form = new FormUrlEncodedContent(fields);
            if (fields["go"] == "decide") return await form.ReadAsStringAsync();
            using var next = await http.PostAsync(new Uri($"/check/{number}", UriKind.Relative), form);
            page = await next.Content.ReadAsStringAsync();
        }

        throw new CannotMeasureException("the intake did not come to its end in 12 pages.");
    }

    [GeneratedRegex("name=\"state\" value=\"(?<state>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();

    [GeneratedRegex("name=\"page\" value=\"(?<number>[0-9]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex("type=\"radio\" name=\"(?<name>[a-z-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
