using System.Text.RegularExpressions;
using Lapwing.Casework.Cases;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Cases;

/// <summary>
/// Planted: the rule that goes by the look of a text, without decoding it. The same texts tell it from the guard, so they can tell a worse guard
/// too.
/// </summary>
public sealed partial class ImageryByLooksTests
{
    [Fact]
    public void Planted_a_rule_by_looks_keeps_35_of_59_pictures_and_cuts_7_of_20_honest_texts_the_guard_none()
    {
        Assert.Equal((59, 20), (Scenarios.Pictures.Count, Scenarios.Honest.Count));
        Assert.Equal((35, 7), (Scenarios.Pictures.Count(one => !ByLooks().IsMatch(one.Text)), Scenarios.Honest.Count(text => ByLooks().IsMatch(text))));
        Assert.Equal((0, 0), (Scenarios.Pictures.Count(one => !IsCut(one.Text)), Scenarios.Honest.Count(IsCut)));
    }

    private static bool IsCut(string text) => ImageryGuard.Look(text).Cuts.Count > 0;

    // A data URI of any length, or 120 characters of base64 in a run, with the shorter lines that follow it.
    [GeneratedRegex(@"data:[a-z0-9.+-]+/[a-z0-9.+-]+[^\s,]*,\S*(\s+[a-z0-9+/_-]{40,}={0,2})*"
        + @"|[a-z0-9+/_-]{120,}={0,2}(\s+[a-z0-9+/_-]{40,}={0,2})*|([a-z0-9+/_-]{60,80}\r?\n){3,}[a-z0-9+/_-]*={0,2}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ByLooks();
}
