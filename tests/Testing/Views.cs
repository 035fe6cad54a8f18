using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;

namespace Lapwing.Testing;

/// <summary>Cases as the editions that ship with the program read them.</summary>
public static class Views
{
    /// <summary>What is known of a case.</summary>
    public static CaseView View(this CaseFile file) => new(file, RuleBook.Standard);
}
