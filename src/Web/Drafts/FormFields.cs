using System.Collections.Frozen;
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
}
