using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>An entry in a line, with the names of whoever it is about among those who work on a case.</summary>
public static class EntryWords
{
    /// <summary>The line; what somebody says that police or social care agreed, and nobody of them has confirmed, as said by them.</summary>
    public static string Line(CaseFile file, Entry entry, Staff staff)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(staff);
        switch (entry.Content)
        {
            case CaseLead.LeadNamed named:
                return $"{staff.NameOf(named.Lead)} leads{(named.Cover is { } cover ? $"; {staff.NameOf(cover)} stands in" : "")}";
            case CaseLead.WorkerNamed named: return $"{staff.NameOf(named.Worker)} works on it: {Directed.Isolated(named.Why)}";
            case CaseLead.WorkerLeft { Of: var of } left when file.Counting(of) is CaseLead.WorkerNamed was:
                return $"{staff.NameOf(was.Worker)} works on it no more: {Directed.Isolated(left.Why)}";
            case ReferralTaking.Taken { Who: { } who } taken:
                return (who == entry.Act.By.Account ? $"{staff.NameOf(who)}, took the referral" : $"The referral is with {staff.NameOf(who)}")
                    + (taken.From is { } from ? $"; {staff.NameOf(from)}, had it" : "");
            case TellingParents.Agreed agreed when AgreedTelling.IsSaidBy(file, agreed) is { } by:
                return $"{staff.NameOf(by.Account)}, says that {Directed.Isolated(agreed.With)} agreed what is said to {Directed.Isolated(agreed.ToWhom)}: "
                    + $"{Directed.Isolated(agreed.What)}";
            default: return entry.Content.Line(file);
        }
    }
}
