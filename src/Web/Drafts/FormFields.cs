namespace Lapwing.Web.Drafts;

/// <summary>The fields that the forms of a case ask. Nothing else that is sent with one is looked at or kept, nor is its name.</summary>
public static class FormFields
{
    private static readonly HashSet<string> asked = new("""
        act seen causes of why-corrected made-in-error happened-day happened-month happened-year happened-time on-day on-month on-year until-day
        until-month until-year
        age agrees asked asked-of because by child children could-be-adult cover devices duty for from group how how-it-is instead kind lead lead-instead link may-be-known name
        outcome own-staff own-words parts person reference referral rules
        size spoke-to story to to-whom told-by until what who why with words worker youngest youngest-not-known
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Whether a form asks a field.</summary>
    public static bool Has(string field) => asked.Contains(field);
}
