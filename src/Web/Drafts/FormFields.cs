using System.Collections.Frozen;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Drafts;

/// <summary>The fields that the forms of a case ask. Nothing else that is sent with one is looked at or kept, nor is its name.</summary>
public static class FormFields
{
    private static readonly FrozenSet<string> asked = Catalogue.Forms.SelectMany(form => form.Blank().Fields).Concat("""
        act seen why-corrected made-in-error may-be-known happened-day happened-month happened-year happened-time
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a form asks a field.</summary>
    public static bool Has(string field) => asked.Contains(field);

    /// <summary>What the questions of a form send, as they stand, while nobody types.</summary>
    public static IEnumerable<(string Field, string Text)> Untouched(IEnumerable<Asked> questions) => questions.SelectMany(one => one.As switch
    {
        AskedAs.Note => [],
        AskedAs.Day => one.Fields.Zip(one.Values),
        AskedAs.Given when one.Offered.Count == 1 => [(one.Key, one.Offered[0].Value)],
        AskedAs.Line or AskedAs.Words or AskedAs.Number => one.Values.Take(1).Select(value => (one.Key, value)),
        _ => one.Values.Where(value => one.Offered.Any(offered => offered.Value == value)).Select(value => (one.Key, value)),
    });
}
