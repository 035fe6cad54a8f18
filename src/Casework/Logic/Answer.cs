namespace Lapwing.Casework.Logic;

/// <summary>What is known of a fact or a rule. The order is Kleene's: <em>and</em> is the least of its parts, <em>or</em> the greatest.</summary>
public enum Answer
{
    /// <summary>Known not to be so.</summary>
    No,

    /// <summary>Nobody has found it out yet. It never reads as no.</summary>
    NotKnown,

    /// <summary>Known to be so, or suspected where suspicion is enough.</summary>
    Yes,
}
