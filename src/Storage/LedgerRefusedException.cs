namespace Lapwing.Storage;

/// <summary>A ledger or a key is not taken as it stands. The message is one sentence for whoever runs the system: what is wrong and what to do.</summary>
public sealed class LedgerRefusedException : Exception
{
    /// <summary>What is wrong and what to do.</summary>
    public LedgerRefusedException(string message) : base(message)
    {
    }

    /// <summary>What is wrong and what to do, and what showed it.</summary>
    public LedgerRefusedException(string message, Exception cause) : base(message, cause)
    {
    }
}
