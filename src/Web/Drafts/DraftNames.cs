using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Lapwing.Web.Drafts;

/// <summary>Which draft belongs to the address of a page.</summary>
internal static partial class DraftNames
{
    /// <summary>Whether it is a page of a report.</summary>
    public static bool IsOfReport(string path) => ReportPath().IsMatch(path);

    /// <summary>What its author kept with a session: a report's page in the report.</summary>
    public static Guid OwnOf(string path) => ReportPath().Match(path) is { Success: true } report
        ? Guid.ParseExact(report.Groups["id"].Value, "N") : IdOf(path);

    /// <summary>What was sent without one.</summary>
    public static Guid LateOf(string path) => IdOf($"late {path}");

    /// <summary>By the address alone.</summary>
    public static Guid IdOf(string path) => new(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16));

    [GeneratedRegex("^/reports/(?<id>[0-9a-f]{32})/[0-9]{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReportPath();
}
